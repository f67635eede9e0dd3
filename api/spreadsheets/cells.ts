import type { Text } from '../../models/contracts/text';

/** A cell as it was read: its text, and what is wrong with it before anybody has asked what it means. */
export interface Cell {
  readonly text: string;
  readonly flaw?: Flaw;
}

/** A number that lost digits, a formula that failed, a formula that nobody has computed. */
export type Flaw = 'rounded' | 'formula-error' | 'formula-without-value';

/** A row that holds something, with its number as the spreadsheet shows it; cells by column, from 0. */
export interface ReadRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** A sheet's rows that hold something; a CSV file is one sheet without a name. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly ReadRow[];
}

/** How much of a file is read at most. */
export interface Limits {
  /** Rows of one sheet that hold something. */
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
  /** All parts of a workbook together, unpacked. */
  readonly unpackedBytes: number;
}

/** Why a file cannot be read; the API has a code for each. */
export type Unreadable = 'file-encrypted' | 'file-unreadable' | 'too-many-rows' | 'too-large';

/** The file cannot be read. */
export class UnreadableFile extends Error {
  constructor(
    readonly reason: Unreadable,
    readonly text: Text,
  ) {
    super(text.en);
    this.name = 'UnreadableFile';
  }
}

/** The letters of a column, counted from 0: A, B, … Z, AA. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** The column of an address such as `AB12`, counted from 0; null when it is no address. */
export function columnOf(address: string): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(address)?.[1];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
