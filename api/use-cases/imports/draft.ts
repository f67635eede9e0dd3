import type { Versioned } from '../../../models/db';
import type { AnyCall } from '../master-data';
import { plain } from '../columns/column';
import { columnFor, faultAt, type ImportFault, type Place } from './faults';
import type { PartTable } from './parts';
import type { ImportSpec, Values } from './spec';
import type { Table, TableRow } from './table';

/** A row of the file with what belongs to it of the further sheets, and the key by which its record is found. */
export interface Draft {
  readonly source: TableRow;
  readonly values: Values;
  readonly key: string | null;
  /** Found so far; more is added as the row is looked at. */
  readonly faults: ImportFault[];
}

/** The draft of a row. */
export function draftOf<Row extends Versioned>(
  spec: ImportSpec<Row>,
  source: TableRow,
  parts: readonly PartTable[],
): Draft {
  const items = parts.flatMap((part): [string, unknown][] => {
    const own = part.itemsOf(ownerName(spec, source.words));
    return own.length === 0 ? [] : [[part.field, own.map(({ values }) => values)]];
  });
  const values = { ...source.values, ...Object.fromEntries(items) };
  return { source, values, key: keyOf(spec, values), faults: source.faults.map(({ fault }) => fault) };
}

/** The words by which rows of further sheets name a record. */
export function ownerName<Row extends Versioned>(spec: ImportSpec<Row>, words: ReadonlyMap<string, string>): string {
  return plain(words.get(spec.keyFields.at(-1) ?? '') ?? '');
}

/** What exists of the records that the drafts name, by their keys. */
export async function existingByKey<Row extends Versioned>(
  call: AnyCall,
  spec: ImportSpec<Row>,
  drafts: readonly Draft[],
): Promise<ReadonlyMap<string, Row>> {
  const keyed = drafts.filter(({ key }) => key !== null).map(({ values }) => values);
  const rows = keyed.length === 0 ? [] : await spec.existing(call.deps.db, keyed);
  return new Map(rows.map((row) => [keyOf(spec, row as unknown as Values) ?? '', row]));
}

/** Notes a fault at each row whose record stands in an earlier row. */
export function noteRepeated<Row extends Versioned>(
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

/** Where a field of a row stands. */
export function placeOf<Row extends Versioned>(
  spec: ImportSpec<Row>,
  table: Table,
  source: TableRow,
  field: PropertyKey | undefined,
): Place {
  const column = columnFor(spec.columns, field);
  const name = String(field);
  const [letter, value] = [table.letters.get(name) ?? null, source.words.get(name) ?? null];
  return { sheet: table.sheet, row: source.row, column, letter, value };
}

function keyOf<Row extends Versioned>(spec: ImportSpec<Row>, values: Values): string | null {
  const fields = spec.keyFields.map((field) => values[field]);
  return fields.every((value) => typeof value === 'string' && value.trim() !== '')
    ? fields.map((value) => (value as string).trim()).join('\n')
    : null;
}
