import type { Strokes } from '../../models/contracts/strokes';
import type { TextStyle } from './text-style';

/** One line of a cell, already broken at the cell's width. */
export interface Line {
  readonly text: string;
  readonly style: TextStyle;
  readonly align: 'left' | 'center' | 'right';
  readonly isStruck?: boolean;
  /** Boxed at the right edge of the line, such as 已作废; the text leaves room for it. */
  readonly badge?: string;
  /** Drawn in place of text, as high as the line. */
  readonly drawing?: Strokes;
  /** What is kept free at the right of a drawing; missing: nothing. */
  readonly behindInPt?: number;
}

/** One cell of a row. */
export interface Cell {
  readonly widthInPt: number;
  readonly lines: readonly Line[];
  readonly fill: string | null;
  readonly isCentredVertically: boolean;
  /** A label is printed again, with these lines, where its row goes on overleaf; other cells print their rest there. */
  readonly linesOverleaf: readonly Line[] | null;
  /** So many lines at the end stay together, as a signature with the words that it stands under. */
  readonly lastLinesKeptTogether: number;
}

/** One row of the form. All rows stand in one frame, save those that are free of it. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly minHeightInPt: number;
  readonly isFramed: boolean;
  /** A heading is not left alone at the foot of a page. */
  readonly staysWithNext: boolean;
}

/** The white between a cell's border and its text. */
export const cellPadding = { horizontalInPt: 6, verticalInPt: 4.5 } as const;

/** A cell of plain text; what it does not say is left out. */
export function cell(parts: Pick<Cell, 'widthInPt' | 'lines'> & Partial<Cell>): Cell {
  return { fill: null, isCentredVertically: true, linesOverleaf: null, lastLinesKeptTogether: 2, ...parts };
}

/** A row in the frame of the form; what it does not say is left out. */
export function row(parts: Pick<Row, 'cells'> & Partial<Row>): Row {
  return { minHeightInPt: 24, isFramed: true, staysWithNext: false, ...parts };
}

/** The height of some lines, one under the other. */
export function linesHeightInPt(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.style.leadingInPt, 0);
}

/** The height of a row: that of its tallest cell. */
export function rowHeightInPt(measured: Row): number {
  const tallestInPt = Math.max(0, ...measured.cells.map((each) => linesHeightInPt(each.lines)));
  return Math.max(measured.minHeightInPt, tallestInPt + 2 * cellPadding.verticalInPt);
}
