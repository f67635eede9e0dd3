import type { Form, Field } from '../api/types';

/** A field as it is shown here: of a form, or of a record that forms know nothing of. */
export type ShownField = Omit<Field, 'kind'> & { readonly kind: Field['kind'] | 'team' | 'people' };

/** One field of a form, with what its JSON Schema allows. */
export interface FormField {
  readonly name: string;
  readonly field: ShownField;
  readonly limits: Limits;
  readonly columns: readonly FormField[];
}

/** The limits of a JSON Schema that a person should hear of before the API refuses. */
export interface Limits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

type Schema = Readonly<Record<string, unknown>>;

/** The fields of a form in their order; read from its JSON Schema, no code is made of it. */
export function fieldsOf(form: Form): readonly FormField[] {
  return Object.entries(form.properties).map(([name, schema]) => fieldOf(name, schema['x-field'], schema));
}

/** Whether agreement, or a refusal, fills in a field. */
export function isFilledIn({ field: { onRefusal } }: FormField, agrees: boolean): boolean {
  return agrees ? onRefusal !== 'only' : onRefusal !== undefined;
}

/** What stands in a form before anybody fills it in: what the case gives, and the present where an instant starts with it. */
export function startingWith(
  form: Form,
  given: Readonly<Record<string, unknown>>,
  now: Date,
): Readonly<Record<string, unknown>> {
  const starting = fieldsOf(form).filter(({ field }) => field.starts === 'now');
  return { ...Object.fromEntries(starting.map(({ name }) => [name, now.toISOString()])), ...given };
}

function fieldOf(name: string, field: Field, schema: Schema): FormField {
  const row = (schema.items ?? {}) as { properties?: Readonly<Record<string, Schema>> };
  const columns = Object.entries(field.columns ?? {}).map(([column, described]) =>
    fieldOf(column, described, row.properties?.[column] ?? {}),
  );
  return { name, field, limits: limitsOf(schema), columns };
}

const LIMITS = ['minLength', 'maxLength', 'minimum', 'maximum', 'multipleOf', 'minItems', 'maxItems'] as const;

function limitsOf(schema: Schema): Limits {
  const known = LIMITS.flatMap((name) => (typeof schema[name] === 'number' ? [[name, schema[name]] as const] : []));
  return Object.fromEntries(known);
}
