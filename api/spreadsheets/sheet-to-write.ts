/** How a column's cells are shown; `text` keeps long numbers as they were typed. */
export type CellFormat = 'text' | 'number' | 'money' | 'day' | 'instant' | 'lines';

/** A value to write; days as `2026-11-21`, instants as wall-clock time `2026-11-21T18:30:00`. */
export type CellToWrite = string | number | null;

/** A column of a sheet to write; its width in characters. */
export interface ColumnToWrite {
  readonly title: string;
  readonly width: number;
  readonly format: CellFormat;
  /** The words that a drop-down list offers below the title. */
  readonly options?: readonly string[];
}

/** A sheet to write, under a row of titles that stays in sight. */
export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly ColumnToWrite[];
  readonly rows: Iterable<readonly CellToWrite[]> | AsyncIterable<readonly CellToWrite[]>;
}
