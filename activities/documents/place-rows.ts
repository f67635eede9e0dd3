import { drawRow } from './draw-row';
import { rowHeightInPt, type Row } from './row';
import { paper, type Sheet } from './sheet';
import { splitRow } from './split-row';

// A row up to this part of a page moves to the next one whole; a taller one would leave too much paper white.
const largestPartMovedWhole = 0.25;
const leastRoomForSplitInPt = 60;

/** Puts rows on the sheet one under the other, on as many pages as they take. */
export function placeRows(sheet: Sheet, rows: readonly Row[], repeatedOnNextPages: Row | null = null): void {
  for (const [index, each] of rows.entries()) {
    if (!hasRoomFor(sheet, rows, index)) turnPage(sheet, index, rows, repeatedOnNextPages);
    placeRow(sheet, each, () => turnPage(sheet, index, rows, repeatedOnNextPages));
  }
}

function placeRow(sheet: Sheet, whole: Row, toNextPage: () => void): void {
  let rest = whole;
  while (rowHeightInPt(rest) > sheet.roomInPt()) {
    const roomInPt = sheet.roomInPt();
    const split = splitRow(rest, roomInPt);
    if (split !== null) {
      drawHere(sheet, split.head);
      rest = split.tail;
    }
    toNextPage();
    // Without this a row that fits no page would turn pages for ever.
    if (split === null && sheet.roomInPt() <= roomInPt) throw new Error('a row of the form fits on no page');
  }
  drawHere(sheet, rest);
}

function hasRoomFor(sheet: Sheet, rows: readonly Row[], index: number): boolean {
  const beyond = rows.findIndex((each, at) => at >= index && !each.staysWithNext);
  const together = rows.slice(index, beyond === -1 ? rows.length : beyond + 1);
  const neededInPt = together.reduce((sum, each) => sum + leastHeightInPt(sheet, each), 0);
  return neededInPt <= sheet.roomInPt() || sheet.roomInPt() === sheet.fullRoomInPt();
}

/** What of a row must fit for it to begin on this page: all of a low one, some lines of a tall one. */
function leastHeightInPt(sheet: Sheet, each: Row): number {
  const heightInPt = rowHeightInPt(each);
  const isMovedWhole = heightInPt <= sheet.fullRoomInPt() * largestPartMovedWhole;
  return isMovedWhole ? heightInPt : leastRoomForSplitInPt;
}

function turnPage(sheet: Sheet, index: number, rows: readonly Row[], repeated: Row | null): void {
  sheet.turnPage();
  if (repeated !== null && index > rows.indexOf(repeated)) drawHere(sheet, repeated);
}

function drawHere(sheet: Sheet, drawn: Row): void {
  const heightInPt = rowHeightInPt(drawn);
  if (drawn.isFramed) sheet.openFrame();
  else sheet.closeFrame();
  drawRow(sheet.doc, drawn, { leftInPt: paper.leftInPt, topInPt: sheet.yInPt(), heightInPt });
  sheet.advance(heightInPt);
}
