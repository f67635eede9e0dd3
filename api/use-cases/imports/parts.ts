import type { Versioned } from '../../../models/db';
import type { ReadSheet } from '../../spreadsheets/cells';
import { plain, type ImportColumn, type PartSheet } from '../columns/column';
import { columnFor, faultAt, type ImportFault, type Place } from './faults';
import type { ImportSpec, Values } from './spec';
import { tableOf, type Reading, type TableRow } from './table';

/** A further sheet understood: the items of each record of the main sheet. */
export interface PartTable {
  readonly field: string;
  readonly faults: readonly ImportFault[];
  readonly itemsOf: (owner: string) => readonly { readonly values: Values }[];
  /** Where an item's field stands. */
  readonly placeOf: (owner: string, index: number, field: PropertyKey | undefined) => Place | undefined;
  /** Faults for rows that belong to none of these records. */
  readonly strays: (owners: ReadonlySet<string>) => readonly ImportFault[];
}

/** The further sheets that are there. */
export function partsOf<Row extends Versioned>(
  spec: ImportSpec<Row>,
  sheets: readonly ReadSheet[],
  reading: Omit<Reading, 'columns'>,
): readonly PartTable[] {
  return spec.parts.flatMap((part) => {
    const sheet = sheets.find(({ name }) => [part.title.zh, part.title.en].some((one) => plain(one) === plain(name)));
    return sheet ? [partTable(part, sheet, reading)] : [];
  });
}

function partTable<Row>(part: PartSheet<Row>, sheet: ReadSheet, reading: Omit<Reading, 'columns'>): PartTable {
  const columns: readonly ImportColumn<never>[] = [part.owner, ...part.columns];
  const needed = columns.filter(({ isRequired }) => isRequired).map(({ field }) => field);
  const table = tableOf(sheet, { ...reading, columns, needed });
  const owned = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    const owner = ownerOf(row, part);
    owned.set(owner, [...(owned.get(owner) ?? []), row]);
  }
  const items = (owner: string) => owned.get(owner) ?? [];
  return {
    field: part.field,
    faults: [...table.faults, ...table.rows.flatMap(({ faults }) => faults.map(({ fault }) => fault))],
    itemsOf: (owner) => items(owner).map(({ values }) => ({ values: withoutOwner(values, part) })),
    placeOf: (owner, index, field) => {
      const row = items(owner)[index];
      const column = columnFor(columns, field);
      if (!row) return undefined;
      const letter = table.letters.get(String(field)) ?? null;
      return { sheet: sheet.name, row: row.row, column, letter, value: row.words.get(String(field)) ?? null };
    },
    strays: (owners) =>
      table.rows
        .filter((row) => !owners.has(ownerOf(row, part)))
        .map((row) => {
          const letter = table.letters.get(part.owner.field) ?? null;
          const value = row.words.get(part.owner.field) ?? null;
          const place = { sheet: sheet.name, row: row.row, column: part.owner, letter, value };
          return faultAt(reading.language, place, value === null ? 'required' : 'unknown-record');
        }),
  };
}

function ownerOf<Row>({ words }: TableRow, { owner }: PartSheet<Row>): string {
  return plain(words.get(owner.field) ?? '');
}

function withoutOwner<Row>(values: Values, { owner }: PartSheet<Row>): Values {
  return Object.fromEntries(Object.entries(values).filter(([field]) => field !== owner.field));
}
