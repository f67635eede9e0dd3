import { setImmediate as othersTurn } from 'node:timers/promises';
import type { z } from 'zod';
import { MOST_ROWS, type ImportMode } from '../../../models/contracts/imports';
import type { Text } from '../../../models/contracts/text';
import type { Versioned } from '../../../models/db';
import { hashOf } from '../../../models/hash';
import { said } from '../../../models/faults';
import { Problem } from '../../http/problem';
import type { ReadSheet } from '../../spreadsheets/cells';
import type { AnyCall } from '../master-data';
import { plain, type Names } from './column';
import { codeOfIssue, columnFor, faultAt, type ImportFault } from './faults';
import { partsOf, type PartTable } from './parts';
import type { ImportSpec, Values } from './spec';
import { tableOf, type Table, type TableRow } from './table';

/** What one row comes to. */
export interface PlannedRow<Row> {
  readonly row: number;
  readonly title: string;
  readonly action: 'add' | 'change' | 'same' | 'faulty';
  /** The whole record as it would be; null for a faulty row. */
  readonly input: Values | null;
  readonly existing: Row | null;
  readonly changes: Values;
}

/** What an import comes to, decided without writing anything. */
export interface Plan<Row> {
  readonly rows: readonly PlannedRow<Row>[];
  readonly faults: readonly ImportFault[];
  readonly examples: number;
}

/** So many rows are checked before other requests get their turn. */
const ROWS_AT_A_TIME = 100;

interface Draft {
  readonly source: TableRow;
  readonly values: Values;
  readonly key: string | null;
  readonly faults: ImportFault[];
}

/**
 * Decides each row: read, found, merged with what exists, and checked by the schema of the single route. It reads outside
 * of the request's transaction, which lives for seconds only; what changes meanwhile, unique indexes and versions tell.
 */
export async function planOf<Row extends Versioned>(
  call: AnyCall,
  spec: ImportSpec<Row>,
  sheets: readonly ReadSheet[],
  mode: ImportMode,
  names: Names,
): Promise<Plan<Row>> {
  const { language } = call;
  const needed = spec.columns.filter(({ field, isRequired }) =>
    mode === 'add' ? isRequired : spec.keyFields.includes(field),
  );
  const main = mainSheet(sheets, spec.title);
  const reading = { names, language, ignored: spec.onlyExported, needed: needed.map(({ field }) => field) };
  const table = tableOf(main, { ...reading, columns: spec.columns });
  if (table.rows.length > MOST_ROWS) throw new Problem('too-many-rows', said('more-rows-than', { most: MOST_ROWS }));
  const parts = partsOf(spec, sheets, reading);
  const drafts = table.rows.map((source) => draftOf(spec, source, parts));
  const byKey = await existingByKey(call, spec, drafts);
  noteRepeated(drafts, table, spec, call);
  const planned: PlannedRow<Row>[] = [];
  for (const draft of drafts) {
    const existing = draft.key === null ? null : (byKey.get(draft.key) ?? null);
    planned.push(plannedRow(call, spec, table, parts, draft, existing, mode, names));
    if (planned.length % ROWS_AT_A_TIME === 0) await othersTurn();
  }
  const strays = parts.flatMap((part) => part.strays(new Set(table.rows.map(({ words }) => ownerName(spec, words)))));
  const empty = table.rows.length === 0 && table.faults.length === 0;
  const nothing = empty ? [faultAt(language, { sheet: table.sheet, row: null }, 'nothing-to-import')] : [];
  const faults = [
    ...table.faults,
    ...nothing,
    ...drafts.flatMap((draft) => draft.faults),
    ...parts.flatMap((part) => part.faults),
    ...strays,
  ];
  return { rows: planned, faults: distinct(faults), examples: table.examples };
}

function mainSheet(sheets: readonly ReadSheet[], title: Text): ReadSheet {
  const named = sheets.find(({ name }) => [title.zh, title.en].some((one) => plain(one) === plain(name)));
  return named ?? sheets[0] ?? { name: '', rows: [] };
}

function draftOf<Row extends Versioned>(spec: ImportSpec<Row>, source: TableRow, parts: readonly PartTable[]): Draft {
  const items = parts.flatMap((part): [string, unknown][] => {
    const own = part.itemsOf(ownerName(spec, source.words));
    return own.length === 0 ? [] : [[part.field, own.map(({ values }) => values)]];
  });
  const values = { ...source.values, ...Object.fromEntries(items) };
  return { source, values, key: keyOf(spec, values), faults: [...source.faults] };
}

/** The words by which rows of further sheets name a record. */
function ownerName<Row extends Versioned>(spec: ImportSpec<Row>, words: ReadonlyMap<string, string>): string {
  return plain(words.get(spec.keyFields.at(-1) ?? '') ?? '');
}

function keyOf<Row extends Versioned>(spec: ImportSpec<Row>, values: Values): string | null {
  const fields = spec.keyFields.map((field) => values[field]);
  return fields.every((value) => typeof value === 'string' && value.trim() !== '')
    ? fields.map((value) => (value as string).trim()).join('\n')
    : null;
}

async function existingByKey<Row extends Versioned>(
  call: AnyCall,
  spec: ImportSpec<Row>,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, Row>> {
  const keyed = drafts.filter(({ key }) => key !== null).map(({ values }) => values);
  const rows = keyed.length === 0 ? [] : await spec.existing(call.deps.db, keyed);
  return new Map(rows.map((row) => [keyOf(spec, row as unknown as Values) ?? '', row]));
}

function noteRepeated<Row extends Versioned>(
  drafts: readonly Draft[],
  table: Table,
  spec: ImportSpec<Row>,
  { language }: AnyCall,
): void {
  const first = new Map<string, number>();
  const field = spec.keyFields.at(-1);
  for (const { key, source, faults } of drafts) {
    if (key === null) continue;
    const row = first.get(key);
    if (row === undefined) first.set(key, source.row);
    else faults.push(faultAt(language, placeOf(spec, table, source, field), 'twice-in-file', { row }));
  }
}

function plannedRow<Row extends Versioned>(
  call: AnyCall,
  spec: ImportSpec<Row>,
  table: Table,
  parts: readonly PartTable[],
  draft: Draft,
  existing: Row | null,
  mode: ImportMode,
  names: Names,
): PlannedRow<Row> {
  const { source, faults } = draft;
  const note = (
    field: PropertyKey | undefined,
    ...what: [code: ImportFault['code'], facts?: Readonly<Record<string, number>>]
  ) => faults.push(faultAt(call.language, placeOf(spec, table, source, field), ...what));
  const settled = (values: Values) => spec.settled?.(values, existing) ?? values;
  const before = existing ? settled(inputOf(spec, existing)) : {};
  const wanted = { ...before, ...settled(draft.values) };
  if (existing && mode === 'add') note(spec.keyFields.at(-1), 'exists-already');
  const checked = spec.schema.safeParse(wanted);
  // What could not be read has been said already.
  const said = new Set(source.faults.map(({ column }) => column?.title));
  if (!checked.success)
    for (const issue of checked.error.issues)
      if (!said.has(columnFor(spec.columns, issue.path[0])?.title[call.language])) noteIssue(issue, wanted);
  const input = checked.success ? checked.data : null;
  const changes = input && existing ? changesOf(before, input) : {};
  const refusal = input ? spec.refusal(call.me, { given: draft.values, input, row: existing, changes }, names) : null;
  if (refusal) note(refusal.field, refusal.code);
  const title = spec.titleFields
    .map((field) => source.words.get(field)?.trim() ?? '')
    .join(' ')
    .trim();
  const action = faults.length > 0 ? 'faulty' : !existing ? 'add' : Object.keys(changes).length > 0 ? 'change' : 'same';
  return { row: source.row, title, action, input: action === 'faulty' ? null : input, existing, changes };

  function noteIssue(issue: z.core.$ZodIssue, values: Values): void {
    const [field, index, item] = issue.path;
    const part = parts.find((one) => one.field === field);
    const value = issue.path.reduce<unknown>((at, name) => (at as Values | undefined)?.[String(name)], values);
    const { code, facts } = codeOfIssue(issue, value);
    const place = part?.placeOf(ownerName(spec, source.words), Number(index), item);
    if (place) faults.push(faultAt(call.language, place, code, facts));
    else note(field, code, facts);
  }
}

/** The fields of a row that its input has. */
function inputOf<Row extends Versioned>(spec: ImportSpec<Row>, row: Row): Values {
  const fields = [...spec.columns.map(({ field }) => field), ...spec.parts.map(({ field }) => field)];
  const values = row as unknown as Values;
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

function changesOf(before: Values, after: Values): Values {
  return Object.fromEntries(Object.entries(after).filter(([field, value]) => hashOf(value) !== hashOf(before[field])));
}

function placeOf<Row extends Versioned>(
  spec: ImportSpec<Row>,
  table: Table,
  source: TableRow,
  field: PropertyKey | undefined,
) {
  const column = columnFor(spec.columns, field);
  const name = String(field);
  const [letter, value] = [table.letters.get(name) ?? null, source.words.get(name) ?? null];
  return { sheet: table.sheet, row: source.row, column, letter, value };
}

/** A row of a further sheet is checked once for each record that it could belong to. */
function distinct(faults: readonly ImportFault[]): readonly ImportFault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify(fault), fault])).values()];
}
