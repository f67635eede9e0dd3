import { z } from 'zod';
import { shapeOf, type Field } from './fields';
import type { Text } from './text';

/** A versioned form: what a person fills in to start a case or to complete a task. */
export interface Form<Fields extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> {
  readonly id: string;
  readonly version: number;
  readonly title: Text;
  readonly fields: Fields;
  readonly schema: z.ZodObject<{ [Name in keyof Fields]: Fields[Name]['schema'] }>;
}

/** The values of a form, as TypeScript sees them. */
export type FormValues<Of extends Form> = z.output<Of['schema']>;

/** How a task names the form it was opened with. */
export interface FormReference {
  readonly id: string;
  readonly version: number;
}

/** Declares a form; unknown fields are refused, and what `check` finds wrong between its fields. */
export function form<Fields extends Readonly<Record<string, Field>>>(
  id: string,
  version: number,
  title: Text,
  fields: Fields,
  check?: z.core.CheckFn<z.output<Form<Fields>['schema']>>,
): Form<Fields> {
  const schema = z.strictObject(shapeOf(fields));
  return { id, version, title, fields, schema: check ? schema.check(check) : schema };
}

/** The paths to days in the values of a form that are later than its fields take, today being this day (`2026-11-21`). */
export function daysAhead(
  fields: Form['fields'],
  values: Readonly<Record<string, unknown>>,
  today: string,
): (string | number)[][] {
  return Object.entries(fields).flatMap(([name, { latest, columns }]) => {
    const value = values[name];
    if (columns && Array.isArray(value))
      return (value as Readonly<Record<string, unknown>>[]).flatMap((row, index) =>
        daysAhead(columns, row, today).map((path) => [name, index, ...path]),
      );
    return latest === 'today' && typeof value === 'string' && value > today ? [[name]] : [];
  });
}

/** The paths to instants in the values of a form that have passed by now (ISO, UTC), where their fields are of what is to come. */
export function instantsPast(
  fields: Form['fields'],
  values: Readonly<Record<string, unknown>>,
  now: string,
): (string | number)[][] {
  return Object.entries(fields).flatMap(([name, { earliest, columns }]) => {
    const value = values[name];
    if (columns && Array.isArray(value))
      return (value as Readonly<Record<string, unknown>>[]).flatMap((row, index) =>
        instantsPast(columns, row, now).map((path) => [name, index, ...path]),
      );
    return earliest === 'now' && typeof value === 'string' && value <= now ? [[name]] : [];
  });
}

/** The form as JSON Schema, with the field's kind, labels and options under `x-field`. */
export function jsonSchemaOf(of: Form): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(of.fields))
    properties[name] = { ...schemaOfField(field), 'x-field': described(field) };
  const required = Object.entries(of.fields).filter(([, field]) => !field.optional);
  return {
    $id: `${of.id}@${of.version}`,
    title: of.title.zh,
    'x-title': of.title,
    type: 'object',
    properties,
    required: required.map(([name]) => name),
    additionalProperties: false,
  };
}

function schemaOfField(field: Field): Record<string, unknown> {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(field.schema, { io: 'input' });
  return { ...schema, title: field.label.zh };
}

function described(field: Field): Record<string, unknown> {
  const { schema: _schema, columns, ...plain } = field;
  if (!columns) return plain;
  return {
    ...plain,
    columns: Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, described(column)])),
  };
}
