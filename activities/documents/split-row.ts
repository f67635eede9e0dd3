import { cellPadding, linesHeightInPt, type Cell, type Line, type Row } from './row';

/** A row cut in two at the foot of a page. */
export interface SplitRow {
  readonly head: Row;
  readonly tail: Row;
}

/** Cuts a row so that its head fits the room; null where no line of its text would get in. */
export function splitRow(whole: Row, roomInPt: number): SplitRow | null {
  const linesRoomInPt = roomInPt - 2 * cellPadding.verticalInPt;
  const cuts = whole.cells.map((each) => cutCell(each, linesRoomInPt));
  const hasProgress = cuts.some(
    (cut, index) => cut.head.lines.length > 0 && whole.cells[index]?.linesOverleaf === null,
  );
  if (!hasProgress || cuts.some((cut) => linesHeightInPt(cut.head.lines) > linesRoomInPt)) return null;
  return {
    head: { ...whole, minHeightInPt: 0, cells: cuts.map((cut) => cut.head) },
    tail: { ...whole, minHeightInPt: 0, cells: cuts.map((cut) => cut.tail) },
  };
}

function cutCell(whole: Cell, roomInPt: number): { readonly head: Cell; readonly tail: Cell } {
  if (whole.linesOverleaf !== null) return { head: whole, tail: { ...whole, lines: whole.linesOverleaf } };
  const count = lineCountAbove(whole, roomInPt);
  return {
    head: { ...whole, lines: whole.lines.slice(0, count) },
    tail: { ...whole, lines: whole.lines.slice(count) },
  };
}

function lineCountAbove(cut: Cell, roomInPt: number): number {
  const fitting = lineCountFitting(cut.lines, roomInPt);
  if (fitting === cut.lines.length) return fitting;
  const lastAllowed = cut.lines.length - cut.lastLinesKeptTogether;
  return Math.max(0, Math.min(fitting, lastAllowed));
}

function lineCountFitting(lines: readonly Line[], roomInPt: number): number {
  let usedInPt = 0;
  const firstOver = lines.findIndex((line) => (usedInPt += line.style.leadingInPt) > roomInPt);
  return firstOver === -1 ? lines.length : firstOver;
}
