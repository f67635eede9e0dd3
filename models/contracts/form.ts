import { z } from 'zod';
import { said } from '../faults';
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
  // Fields are held against each other once each of them is what it should be.
  const whole: typeof check = (payload) => (payload.issues.length === 0 ? check?.(payload) : undefined);
  return { id, version, title, fields, schema: check ? schema.check(whole) : schema };
}

/** The form as agreement fills it in, or as a refusal does that says more than its reason. */
export function formFor(of: Form, agrees: boolean): Form {
  const marked = Object.entries(of.fields).filter(([, { onRefusal }]) => onRefusal !== undefined);
  if (marked.length === 0) return of;
  if (!agrees) return form(of.id, of.version, of.title, Object.fromEntries(marked));
  const left = marked.filter(([, { onRefusal }]) => onRefusal === 'only').map(([name]) => [name, z.never().optional()]);
  // What is held against each other between its fields stays so.
  return { ...of, schema: of.schema.safeExtend(Object.fromEntries(left) as Record<string, z.ZodType>) };
}

/** The moment in which a form is filled in: the day in the company's zone (`2026-11-21`), and the instant (ISO, UTC). */
export interface Moment {
  readonly today: string;
  readonly now: string;
}

/** A day or an instant among the values of a form that does not fit the moment: where, and what is wrong with it. */
export interface Untimely {
  readonly path: readonly (string | number)[];
  readonly detail: Text;
}

/** A clock that goes a little wrong, and a form that somebody takes a little while to fill in, are no fault. */
const LEEWAY_IN_MS = 5 * 60_000;
/** No instant that people state lies more years ahead. */
export const FARTHEST_IN_YEARS = 10;
const YEAR_IN_MS = 366 * 86_400_000;

/**
 * The days and instants in the values of a form that do not fit the moment in which it is filled in: what a field says has been lies
 * ahead, what it says is to come has been, or it is so far away that nobody plans for it.
 */
export function untimely(
  fields: Form['fields'],
  values: Readonly<Record<string, unknown>>,
  moment: Moment,
): Untimely[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name];
    const { columns } = field;
    if (columns && Array.isArray(value))
      return (value as Readonly<Record<string, unknown>>[]).flatMap((row, index) =>
        untimely(columns, row, moment).map(({ path, detail }) => ({ path: [name, index, ...path], detail })),
      );
    const detail = typeof value === 'string' ? untimelyIn(field, value, moment) : null;
    return detail ? [{ path: [name], detail }] : [];
  });
}

function untimelyIn({ kind, earliest, latest }: Field, value: string, { today, now }: Moment): Text | null {
  if (latest === 'today' && value > today) return said('day-ahead', { today });
  if (kind !== 'instant') return null;
  const aheadInMs = Date.parse(value) - Date.parse(now);
  if (latest === 'now' && aheadInMs > LEEWAY_IN_MS) return said('instant-ahead');
  if (earliest === 'now' && aheadInMs < -LEEWAY_IN_MS) return said('instant-past');
  return aheadInMs > FARTHEST_IN_YEARS * YEAR_IN_MS ? said('too-far-away', { most: FARTHEST_IN_YEARS }) : null;
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
