import type { Form } from '../api/types';
import { useLanguage } from '../words/use-language';
import { Choice } from './choice';

interface Props {
  readonly label: string;
  /** The form that has the field, once it is known. */
  readonly form: Form | undefined;
  readonly field: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One of the options of a form's field by which a list is filtered, or none. */
export function FieldChoice({ label, form, field, value, onChange }: Props) {
  const { pick } = useLanguage();
  const options = form?.properties[field]?.['x-field'].options ?? [];
  return (
    <Choice
      label={label}
      value={value}
      options={options.map((option) => ({ value: option.value, label: pick(option.label) }))}
      onChange={onChange}
    />
  );
}
