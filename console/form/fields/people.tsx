import type { FieldProps } from './props';
import { ReferencesField } from './references';

/** Several people, found by name; the value is their ids. */
export function PeopleField({ of: { limits }, ...props }: FieldProps<readonly string[]>) {
  return (
    <ReferencesField {...props} kind="person" {...(limits.maxItems === undefined ? {} : { most: limits.maxItems })} />
  );
}
