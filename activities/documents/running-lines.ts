import type { DocumentView } from '../../models/contracts/document';
import { drawLine } from './draw-row';
import { nothingWritten, printableLine } from './printable';
import type { Line } from './row';
import { paper, type Sheet } from './sheet';
import { shortened } from './styled-lines';
import { colours, styles, type TextStyle } from './text-style';
import { widthInPtOf } from './ruler';

const headerTopInPt = 36;
const footerTopInPt = 792;
const shownHashLetters = 16;

/** Draws the lines at head and foot of all pages; last of all, when their number is known. */
export function drawRunningLines(sheet: Sheet, view: DocumentView): void {
  const { start, count } = sheet.doc.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    sheet.doc.switchToPage(start + index);
    if (index > 0) drawHeader(sheet, view);
    drawFooter(sheet, view, `第 ${index + 1} 页 / 共 ${count} 页`);
  }
}

function drawHeader(sheet: Sheet, view: DocumentView): void {
  const halfInPt = paper.contentWidthInPt / 2 - 4;
  drawAt(sheet, printableLine(view.title), 'left', headerTopInPt, halfInPt);
  drawAt(sheet, `案件编号：${printableLine(view.caseId)}`, 'right', headerTopInPt, halfInPt);
  drawRule(sheet, headerTopInPt + styles.running.leadingInPt + 3);
}

function drawFooter(sheet: Sheet, view: DocumentView, pageNumber: string): void {
  const sideInPt = (paper.contentWidthInPt - widthInPtOf(pageNumber, styles.running)) / 2 - 8;
  const { seq, hash } = view.journalHead;
  const shownHash = printableLine(hash) || nothingWritten;
  const head = `记录链 #${seq} ${Array.from(shownHash).slice(0, shownHashLetters).join('')}`;
  drawRule(sheet, footerTopInPt - 4);
  drawAt(sheet, printableLine(view.company), 'left', footerTopInPt, sideInPt);
  drawAt(sheet, pageNumber, 'center', footerTopInPt, paper.contentWidthInPt);
  drawAt(sheet, head, 'right', footerTopInPt, sideInPt);
  const hashTopInPt = footerTopInPt + styles.running.leadingInPt + 1;
  drawAt(sheet, `SHA-256 ${shownHash}`, 'right', hashTopInPt, paper.contentWidthInPt, styles.hash);
}

function drawAt(
  sheet: Sheet,
  text: string,
  align: Line['align'],
  topInPt: number,
  widestInPt: number,
  style: TextStyle = styles.running,
): void {
  const shown = shortened(text, style, widestInPt);
  const box = { leftInPt: paper.leftInPt, topInPt, widthInPt: paper.contentWidthInPt };
  drawLine(sheet.doc, { text: shown, style, align }, box);
}

function drawRule(sheet: Sheet, yInPt: number): void {
  const rightInPt = paper.leftInPt + paper.contentWidthInPt;
  sheet.doc.moveTo(paper.leftInPt, yInPt).lineTo(rightInPt, yInPt).lineWidth(0.5).stroke(colours.faint);
}
