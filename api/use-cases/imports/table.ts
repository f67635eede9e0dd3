import type { Language, Text } from '../../../models/contracts/text';
import { lettersOf, type Cell, type ReadRow, type ReadSheet } from '../../spreadsheets/cells';
import { unguarded } from '../../spreadsheets/guard';
import { CellFault, plain, type ImportColumn, type Names } from '../columns/column';
import { faultAt, type ImportFault } from './faults';
import type { Values } from './spec';

/** One row of a table: its values by field, and the words from which they were read. */
export interface TableRow {
  readonly row: number;
  readonly values: Values;
  readonly words: ReadonlyMap<string, string>;
  /** Cells that could not be read, by the field that they fill. */
  readonly faults: readonly { readonly field: string; readonly fault: ImportFault }[];
}

/** A sheet understood: its rows, its columns by field, what is wrong with its titles, and how many examples were passed over. */
export interface Table {
  readonly sheet: string;
  readonly rows: readonly TableRow[];
  readonly letters: ReadonlyMap<string, string>;
  readonly faults: readonly ImportFault[];
  readonly examples: number;
}

/** What a sheet is read with. */
export interface Reading {
  readonly columns: readonly ImportColumn<never>[];
  /** Fields whose column must be there. */
  readonly needed: readonly string[];
  readonly ignored: readonly Text[];
  readonly names: Names;
  readonly language: Language;
}

/** A cell that begins like this makes its row an example. */
export const EXAMPLE_MARKS: Text = { zh: '【示例】', en: '[Example]' };

const EXAMPLE = /^\s*(【示例】|[[［]example[\]］])/i;

/** The titles stand within the first rows; above them may be a heading. */
const ROWS_BEFORE_TITLES = 10;

/** Finds the row of titles and reads what stands below. */
export function tableOf(sheet: ReadSheet, reading: Reading): Table {
  const candidates = sheet.rows.slice(0, ROWS_BEFORE_TITLES);
  const matches = candidates.map((row) => [...row.cells.values()].filter((cell) => knownTitle(cell, reading)).length);
  const at = Math.max(0, matches.indexOf(Math.max(0, ...matches)));
  const titles = candidates[at];
  const below = sheet.rows.slice(at + 1);
  const { columns, faults } = columnsUnder(titles, sheet.name, reading);
  const examples = below.filter(isExample);
  const rows = below.filter((row) => !isExample(row)).map((row) => readRow(row, columns, sheet.name, reading));
  const letters = new Map([...columns].map(([index, { field }]) => [field, lettersOf(index)]));
  return {
    sheet: sheet.name,
    rows: rows.filter(({ words }) => words.size > 0),
    letters,
    faults,
    examples: examples.length,
  };
}

function columnsUnder(titles: ReadRow | undefined, sheet: string, reading: Reading) {
  const columns = new Map<number, ImportColumn<never>>();
  const faults: ImportFault[] = [];
  const row = titles?.number ?? 1;
  for (const [index, cell] of titles?.cells ?? []) {
    const column = columnTitled(cell.text, reading.columns);
    const title = column?.title ?? { zh: cell.text.trim(), en: cell.text.trim() };
    const place = { sheet, row, column: { title }, letter: lettersOf(index), value: cell.text };
    if (column && [...columns.values()].includes(column)) faults.push(faultAt(reading.language, place, 'column-twice'));
    else if (column) columns.set(index, column);
    else if (!reading.ignored.some((text) => isTitle(cell.text, text)))
      faults.push(faultAt(reading.language, place, 'column-unknown'));
  }
  const found = [...columns.values()].map(({ field }) => field);
  for (const column of reading.columns)
    if (reading.needed.includes(column.field) && !found.includes(column.field))
      faults.push(faultAt(reading.language, { sheet, row, column }, 'column-missing'));
  return { columns, faults };
}

function readRow(
  { number, cells }: ReadRow,
  columns: ReadonlyMap<number, ImportColumn<never>>,
  sheet: string,
  { names, language }: Reading,
): TableRow {
  const values: Record<string, unknown> = {};
  const words = new Map<string, string>();
  const faults: { field: string; fault: ImportFault }[] = [];
  for (const [index, column] of columns) {
    const cell = cells.get(index);
    if (!cell) continue;
    const text = unguarded(cell.text);
    const place = { sheet, row: number, column, letter: lettersOf(index), value: text };
    words.set(column.field, text);
    if (cell.flaw) {
      faults.push({ field: column.field, fault: faultAt(language, place, cell.flaw) });
      continue;
    }
    try {
      values[column.field] = column.reads(text, names);
    } catch (error) {
      if (!(error instanceof CellFault)) throw error;
      faults.push({ field: column.field, fault: faultAt(language, place, error.code, error.facts) });
    }
  }
  return { row: number, values, words, faults };
}

function isExample({ cells }: ReadRow): boolean {
  return [...cells.values()].some(({ text }) => EXAMPLE.test(text));
}

function knownTitle(cell: Cell, { columns }: Reading): boolean {
  return columnTitled(cell.text, columns) !== undefined;
}

function columnTitled(words: string, columns: readonly ImportColumn<never>[]): ImportColumn<never> | undefined {
  return columns.find(
    ({ field, title, aliases = [] }) =>
      isTitle(words, title) || [field, ...aliases].some((name) => bare(name) === bare(words)),
  );
}

function isTitle(words: string, { zh, en }: Text): boolean {
  return [zh, en].some((title) => bare(title) === bare(words));
}

/** A title without stars, spaces and remarks in brackets. */
function bare(title: string): string {
  return plain(title).replaceAll(/\([^()]*\)|[\s*]/g, '');
}
