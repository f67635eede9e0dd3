import { unbreakablePieces } from './line-breaks';
import { nothingWritten, printableCell } from './printable';
import { cell, cellPadding, row, rowHeightInPt, type Cell, type Line, type Row } from './row';
import { widthInPtOf } from './ruler';
import { emptyRow } from './section-heading';
import { paper } from './sheet';
import { styledLines } from './styled-lines';
import { columnWidthsInPt, type ColumnDemand } from './table-columns';
import { colours, styles } from './text-style';

const columnCountAtMost = 12;
const tallestRepeatedHeadInPt = 120;
const amount = /^[-+−]?[¥￥]?\s?[\d,]+(?:\.\d+)?\s?%?$/;

/** The rows of one table, and the one among them that is printed again on each page that the table goes on to. */
export interface TableRows {
  readonly rows: readonly Row[];
  readonly repeated: Row | null;
}

interface Column {
  readonly head: string;
  readonly values: readonly string[];
}

/** A table as rows of the form; one with too many columns for the page becomes several, each led by the first column. */
export function tableRows(heads: readonly string[], values: readonly (readonly string[])[]): readonly TableRows[] {
  if (values.length === 0) return [{ rows: [emptyRow('无记录')], repeated: null }];
  return groupsOfColumns(columnsOf(heads, values)).map((columns) => oneTable(columns, values.length));
}

function oneTable(columns: readonly Column[], rowCount: number): TableRows {
  const demands = columns.map((column) => demandOf(column));
  const widthsInPt = columnWidthsInPt(demands, paper.contentWidthInPt);
  const aligns = columns.map((column, at) => alignOf(column, demands[at]?.unbrokenInPt ?? 0, widthsInPt[at] ?? 0));
  const head = row({
    cells: columns.map((column, at) => headCell(column.head, widthsInPt[at] ?? 0)),
    staysWithNext: true,
  });
  const body = Array.from({ length: rowCount }, (_, index) =>
    row({
      minHeightInPt: 22,
      cells: columns.map((column, at) => {
        const widthInPt = widthsInPt[at] ?? 0;
        const text = column.values[index] ?? nothingWritten;
        return cell({ widthInPt, lines: styledLines(text, styles.tableBody, widthInPt, aligns[at]) });
      }),
    }),
  );
  return { rows: [head, ...body], repeated: rowHeightInPt(head) > tallestRepeatedHeadInPt ? null : head };
}

function headCell(text: string, widthInPt: number): Cell {
  return cell({
    widthInPt,
    lines: styledLines(text, styles.tableHead, widthInPt, 'center'),
    fill: colours.labelFill,
  });
}

function columnsOf(heads: readonly string[], values: readonly (readonly string[])[]): readonly Column[] {
  const columnCount = values.reduce((most, each) => Math.max(most, each.length), heads.length);
  return Array.from({ length: columnCount }, (_, at) => ({
    head: printableCell(heads[at] ?? ''),
    values: values.map((each) => printableCell(each[at] ?? '')),
  }));
}

function groupsOfColumns(columns: readonly Column[]): readonly (readonly Column[])[] {
  const [first, ...others] = columns;
  if (first === undefined) return [];
  if (columns.length <= columnCountAtMost) return [columns];
  const perGroup = columnCountAtMost - 1;
  const groupCount = Math.ceil(others.length / perGroup);
  return Array.from({ length: groupCount }, (_, at) => [first, ...others.slice(at * perGroup, (at + 1) * perGroup)]);
}

function demandOf(column: Column): ColumnDemand {
  const widestInPt = (pieces: (text: string) => readonly string[]): number => {
    const headInPt = pieces(column.head).map((piece) => widthInPtOf(piece, styles.tableHead));
    const valuesInPt = column.values.flatMap(pieces).map((piece) => widthInPtOf(piece, styles.tableBody));
    const textInPt = [...headInPt, ...valuesInPt].reduce((widest, each) => Math.max(widest, each), 0);
    return Math.ceil(textInPt) + 2 * cellPadding.horizontalInPt;
  };
  return { unbrokenInPt: widestInPt((text) => text.split('\n')), longestWordInPt: widestInPt(unbreakablePieces) };
}

function alignOf(column: Column, unbrokenInPt: number, widthInPt: number): Line['align'] {
  if (unbrokenInPt > widthInPt) return 'left';
  const written = column.values.filter((value) => value !== nothingWritten);
  return written.some((value) => /[.,¥￥]/.test(value)) && written.every((value) => amount.test(value))
    ? 'right'
    : 'center';
}
