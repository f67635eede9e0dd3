import { z } from 'zod';
import { wrong } from '../faults';
import type { Signing } from './signing';
import type { Text } from './text';

/** One field of a form: its kind and label, and the schema that decides what is valid. */
export interface Field<Value = unknown> {
  readonly kind: FieldKind;
  readonly label: Text;
  readonly schema: z.ZodType<Value>;
  readonly optional: boolean;
  readonly unit?: string;
  readonly multiline?: boolean;
  readonly options?: readonly Choice[];
  readonly columns?: Readonly<Record<string, Field>>;
  /** Of a day or an instant that has been: today in the company's zone, or now, is the latest that is taken. */
  readonly latest?: 'today' | 'now';
  /** Of a person: the company's own, who work there now. */
  readonly among?: 'staff';
  /** Of an instant that is to come. */
  readonly earliest?: 'now';
  /** Of an instant: it is the present one until somebody says otherwise. */
  readonly starts?: 'now';
  /** Who refuses fills it in as well, or nobody else does; missing where agreement alone asks for it. */
  readonly onRefusal?: 'also' | 'only';
  /** How it is signed on a task whose policy asks for more than a tick. */
  readonly signing?: Signing;
}

/** The kinds of fields that a form may have. */
export const FIELD_KINDS = [
  'text',
  'number',
  'money',
  'date',
  'instant',
  'choice',
  'person',
  'device',
  'customer',
  'case',
  'attachments',
  'table',
  'checklist',
  'signature',
] as const;

/** The kind of a field. */
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One option of a choice or a checklist. */
export interface Choice {
  readonly value: string;
  readonly label: Text;
}

const CONTROL_CHARACTERS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const CONTROL_CHARACTERS_BUT_NEW_LINE = /[\u0000-\u0009\u000b-\u001f\u007f]/;

// What stands behind U+202E is read backwards: 报废同意 where it says 意同废报.
const keepsDirection = (text: string) => !/[\u202a-\u202e\u2066-\u2069]/.test(text);

// A lone surrogate is stored as another character than the one that was hashed.
const isWellFormed = (text: string) => !/\p{Surrogate}/u.test(text);

// Characters that nobody sees, such as U+200B, are no text.
const isVisible = (text: string) => text === '' || /[^\s\p{Cf}]/u.test(text);

/** One line of text, trimmed; control characters (CR, LF) are refused because such text reaches mail headers. */
export const line = (max = 200) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((text) => !CONTROL_CHARACTERS.test(text), wrong('not-one-line'))
    .refine(keepsDirection, wrong('turns-direction'))
    .refine(isVisible, wrong('not-visible'))
    .refine(isWellFormed, wrong('not-well-formed'));

/** Several lines of text, trimmed. */
export const lines = (max = 4000) =>
  z
    .string()
    .overwrite((text) => text.replace(/\r\n?/g, '\n').trim())
    .min(1)
    .max(max)
    .refine((text) => !CONTROL_CHARACTERS_BUT_NEW_LINE.test(text), wrong('control-characters'))
    .refine(keepsDirection, wrong('turns-direction'))
    .refine(isVisible, wrong('not-visible'))
    .refine(isWellFormed, wrong('not-well-formed'));

/** An id of a record: letters, digits, dots, dashes. */
export const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, wrong('not-an-id'));

const UTC_IN_CHARACTERS = '2026-11-21T08:00:00.000Z'.length;

/** A month that somebody asks about, as `2026-11`. */
export const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, wrong('not-a-month'));

/** An instant that somebody sends, in UTC or with an offset; instants are compared as text, so all become UTC and are written alike. */
export const instantSent = z.iso
  .datetime({ offset: true })
  .overwrite((text) => {
    const at = new Date(text);
    return Number.isNaN(at.getTime()) ? text : at.toISOString();
  })
  // By its offset it may be of a year that is written longer; what is no instant has its fault already.
  .refine((text) => Number.isNaN(Date.parse(text)) || text.length === UTC_IN_CHARACTERS, wrong('not-an-instant'));

/** A text field. */
export const text = (label: Text, options: { max?: number; multiline?: boolean } = {}) =>
  field(
    'text',
    label,
    options.multiline ? lines(options.max) : line(options.max),
    options.multiline ? { multiline: true } : {},
  );

/** A number with its unit. */
export const number = (label: Text, unit: string, range: { min?: number; max?: number } = {}) =>
  field(
    'number',
    label,
    z
      .number()
      .min(range.min ?? -1e12)
      .max(range.max ?? 1e12),
    { unit },
  );

/** An amount in yuan, to the fen. */
export const money = (label: Text) =>
  field('money', label, z.number().min(0).max(1e10).multipleOf(0.01), { unit: 'CNY' });

/** A calendar day, `2026-11-21`. */
export const date = (label: Text, more: { readonly latest?: 'today' } = {}) => field('date', label, z.iso.date(), more);

/** An instant, `2026-11-21T08:00:00Z`: one that has been (`latest`), one to come (`earliest`), or either. */
export const instant = (
  label: Text,
  more: { readonly latest?: 'now'; readonly earliest?: 'now'; readonly starts?: 'now' } = {},
) => field('instant', label, instantSent, more);

/** One of several options. */
export const choice = <const Value extends string>(label: Text, options: Readonly<Record<Value, Text>>) =>
  field('choice', label, z.enum(Object.keys(options) as [Value, ...Value[]]), { options: choicesOf(options) });

/** Every item of the list confirmed. */
export const checklist = <const Item extends string>(label: Text, items: Readonly<Record<Item, Text>>) =>
  field('checklist', label, z.strictObject(allTrue(Object.keys(items) as Item[])), { options: choicesOf(items) });

/** A person of the directory, by id. */
export const person = (label: Text, more: Pick<Field, 'among'> = {}) => field('person', label, id, more);

/** A device, by id. */
export const device = (label: Text) => field('device', label, id);

/** A customer, by id. */
export const customer = (label: Text) => field('customer', label, id);

/** A case, by id. */
export const caseReference = (label: Text) => field('case', label, id);

/** Files that the person has uploaded before, by id. */
export const attachments = (label: Text, count: { min?: number; max?: number } = {}) =>
  field(
    'attachments',
    label,
    z
      .array(id)
      .min(count.min ?? 1)
      .max(count.max ?? 20),
  );

/** Rows of the same fields. */
export const table = <Columns extends Readonly<Record<string, Field>>>(label: Text, columns: Columns, max = 200) =>
  field(
    'table',
    label,
    z
      .array(z.strictObject(shapeOf(columns)))
      .min(1)
      .max(max),
    { columns },
  );

/** The person signs: name and time are taken from the decision itself; a policy may ask for more than a tick. */
export const signature = (label: Text) => field('signature', label, z.literal(true, wrong('not-ticked')));

/** The same field, but it may be left out. */
export function optional<Value>(of: Field<Value>): Field<Value | undefined> {
  return { ...of, schema: of.schema.optional(), optional: true };
}

/** The same field, which who refuses fills in as well. */
export function alsoOnRefusal<Value>(of: Field<Value>): Field<Value> {
  return { ...of, onRefusal: 'also' };
}

/** The same field, which who refuses may fill in, and nobody else. */
export function onlyOnRefusal<Value>(of: Field<Value>): Field<Value | undefined> {
  return { ...optional(of), onRefusal: 'only' };
}

/** The zod shape of a set of fields. */
export function shapeOf<Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
): { [Name in keyof Fields]: Fields[Name]['schema'] } {
  const entries = Object.entries(fields).map(([name, of]) => [name, of.schema] as const);
  return Object.fromEntries(entries) as { [Name in keyof Fields]: Fields[Name]['schema'] };
}

function field<Value>(
  kind: FieldKind,
  label: Text,
  schema: z.ZodType<Value>,
  more: Partial<Field<Value>> = {},
): Field<Value> {
  return { ...more, kind, label, schema, optional: false };
}

function choicesOf(options: Readonly<Record<string, Text>>): Choice[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}

function allTrue<Item extends string>(items: readonly Item[]): Record<Item, z.ZodLiteral<true>> {
  return Object.fromEntries(items.map((item) => [item, z.literal(true, wrong('not-confirmed'))])) as Record<
    Item,
    z.ZodLiteral<true>
  >;
}
