import type { DocumentView } from '../../models/contracts/document';
import { shownInstant } from '../../models/contracts/time';
import { drawLine } from './draw-row';
import { printableLine } from './printable';
import { linesHeightInPt, type Line } from './row';
import { paper, type Sheet } from './sheet';
import { drawStamp, measureStamp } from './stamp';
import { fittedLines } from './styled-lines';
import { styles, type TextStyle } from './text-style';
import { widthInPtOf } from './ruler';

const stampDistanceInPt = 12;
const companySizes: readonly TextStyle[] = [styles.company, { ...styles.company, sizeInPt: 9, leadingInPt: 13 }];
const titleSizes: readonly TextStyle[] = [
  styles.title,
  { ...styles.title, sizeInPt: 18, leadingInPt: 26 },
  { ...styles.title, sizeInPt: 14, leadingInPt: 20 },
  { ...styles.title, sizeInPt: 11, leadingInPt: 16 },
];
const metaSizes: readonly TextStyle[] = [styles.meta, { ...styles.meta, sizeInPt: 7, leadingInPt: 10 }];

/** The head of the first page: company, title, stamped conclusion, issue time, case number. */
export function placeMasthead(sheet: Sheet, view: DocumentView): void {
  const company = fittedLines(printableLine(view.company), companySizes, paper.contentWidthInPt, 2);
  drawCentred(sheet, company);
  sheet.advance(4);
  placeTitle(sheet, view);
  sheet.advance(8);
  placeMeta(sheet, view);
  sheet.advance(4);
}

function placeTitle(sheet: Sheet, view: DocumentView): void {
  const stamp = measureStamp(sheet, view.conclusion);
  const besideInPt = stamp === null ? 0 : stamp.widthInPt + stampDistanceInPt;
  const title = printableLine(view.title);
  const titleWidthInPt = paper.contentWidthInPt - 2 * besideInPt;
  const lines = oneLineOrTwo(sheet, title, titleWidthInPt);
  const heightInPt = Math.max(linesHeightInPt(lines), stamp?.heightInPt ?? 0);
  const topInPt = sheet.yInPt();
  sheet.advance((heightInPt - linesHeightInPt(lines)) / 2);
  drawCentred(sheet, lines);
  sheet.advance(topInPt + heightInPt - sheet.yInPt());
  if (stamp !== null) drawStamp(sheet, stamp, topInPt + heightInPt / 2);
}

/** A title reads best on one line, if need be a smaller one; only a very long one takes more. */
function oneLineOrTwo(sheet: Sheet, title: string, widthInPt: number): readonly Line[] {
  const onOneLine = titleSizes.find((style) => widthInPtOf(title, style) <= widthInPt);
  return fittedLines(title, onOneLine === undefined ? titleSizes : [onOneLine], widthInPt, 2);
}

function placeMeta(sheet: Sheet, view: DocumentView): void {
  const halfInPt = paper.contentWidthInPt / 2 - 4;
  const issued = `签发时间：${shownInstant(view.issuedAt, view.timeZone, 'zh')}`;
  const left = fittedLines(issued, metaSizes, halfInPt, 2);
  const right = fittedLines(`案件编号：${printableLine(view.caseId)}`, metaSizes, halfInPt, 2);
  drawColumn(sheet, left, 'left', paper.leftInPt, halfInPt);
  drawColumn(sheet, right, 'right', paper.leftInPt + paper.contentWidthInPt - halfInPt, halfInPt);
  sheet.advance(Math.max(linesHeightInPt(left), linesHeightInPt(right)));
}

function drawCentred(sheet: Sheet, lines: readonly Line[]): void {
  drawColumn(sheet, lines, 'center', paper.leftInPt, paper.contentWidthInPt);
  sheet.advance(linesHeightInPt(lines));
}

function drawColumn(
  sheet: Sheet,
  lines: readonly Line[],
  align: Line['align'],
  leftInPt: number,
  widthInPt: number,
): void {
  let topInPt = sheet.yInPt();
  for (const line of lines) {
    drawLine(sheet.doc, { ...line, align }, { leftInPt, topInPt, widthInPt });
    topInPt += line.style.leadingInPt;
  }
}
