import type { FormField } from '../schema';

/** What antd's Form hands to every field. The value is exactly what the API gets. */
export interface FieldProps<Value> {
  readonly of: FormField;
  readonly value?: Value | undefined;
  readonly onChange?: (value: Value | undefined) => void;
  readonly id?: string;
}
