import type { z } from 'zod';
import type { Field } from '../../models/contracts/fields';
import type { chosenAnswer } from '../../models/contracts/shown';

/** A value of a choice with how it is called. */
export function chosen({ options }: Pick<Field, 'options'>, value: string): z.output<typeof chosenAnswer> {
  return { value, title: options?.find((one) => one.value === value)?.label ?? { zh: value, en: value } };
}
