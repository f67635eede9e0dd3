import { pathOf, SIGNATURE_BOX, type Strokes } from '../../models/contracts/strokes';
import { cellPadding, linesHeightInPt, type Cell, type Line, type Row } from './row';
import { widthInPtOf } from './ruler';
import { colours, styles } from './text-style';

const innerBorderInPt = 0.5;
const penInPt = 1.1;
// The middle of a Chinese letter stands this far above its baseline, in parts of its size.
const middleAboveBaseline = 0.38;

/** Where a row is drawn. */
export interface Place {
  readonly leftInPt: number;
  readonly topInPt: number;
  readonly heightInPt: number;
}

/** Draws one row: fills first, then borders, then letters, so that nothing covers a letter. */
export function drawRow(doc: PDFKit.PDFDocument, drawn: Row, place: Place): void {
  let xInPt = place.leftInPt;
  for (const each of drawn.cells) {
    if (each.fill !== null) doc.rect(xInPt, place.topInPt, each.widthInPt, place.heightInPt).fill(each.fill);
    if (drawn.isFramed) {
      doc
        .rect(xInPt, place.topInPt, each.widthInPt, place.heightInPt)
        .lineWidth(innerBorderInPt)
        .stroke(colours.border);
    }
    drawLines(doc, each, { ...place, leftInPt: xInPt });
    xInPt += each.widthInPt;
  }
}

/** Where a line of text stands. */
interface Box {
  readonly leftInPt: number;
  readonly topInPt: number;
  readonly widthInPt: number;
}

/** Draws one line of text in a box, its letters in the middle of the box's height. */
export function drawLine(doc: PDFKit.PDFDocument, line: Line, box: Box): void {
  const { style, text } = line;
  const textWidthInPt = widthInPtOf(text, style);
  const xInPt = box.leftInPt + indentInPt(line.align, box.widthInPt - textWidthInPt);
  const middleInPt = box.topInPt + style.leadingInPt / 2;
  if (text !== '') {
    doc.font(style.font).fontSize(style.sizeInPt).fillColor(style.colour);
    doc.text(text, xInPt, middleInPt + middleAboveBaseline * style.sizeInPt, {
      lineBreak: false,
      baseline: 'alphabetic',
    });
  }
  if (line.isStruck === true) {
    doc
      .moveTo(xInPt, middleInPt)
      .lineTo(xInPt + textWidthInPt, middleInPt)
      .lineWidth(0.5)
      .stroke(style.colour);
  }
  if (line.drawing !== undefined) drawStrokes(doc, line, line.drawing, box);
  if (line.badge !== undefined) drawBadge(doc, line.badge, box.leftInPt + box.widthInPt, middleInPt);
}

function drawLines(doc: PDFKit.PDFDocument, drawn: Cell, place: Place): void {
  const spareInPt = place.heightInPt - linesHeightInPt(drawn.lines);
  let yInPt = place.topInPt + (drawn.isCentredVertically ? spareInPt / 2 : cellPadding.verticalInPt);
  for (const line of drawn.lines) {
    drawLine(doc, line, {
      leftInPt: place.leftInPt + cellPadding.horizontalInPt,
      topInPt: yInPt,
      widthInPt: drawn.widthInPt - 2 * cellPadding.horizontalInPt,
    });
    yInPt += line.style.leadingInPt;
  }
}

/** The whole box of the signature as high as the line, so that a small one stays small. */
function drawStrokes(
  doc: PDFKit.PDFDocument,
  { style, align, behindInPt = 0 }: Line,
  strokes: Strokes,
  box: Box,
): void {
  const scale = style.leadingInPt / SIGNATURE_BOX.height;
  const xInPt = box.leftInPt + indentInPt(align, box.widthInPt - behindInPt - SIGNATURE_BOX.width * scale);
  doc.save().translate(xInPt, box.topInPt).scale(scale);
  doc
    .path(pathOf(strokes))
    .lineWidth(penInPt / scale)
    .lineCap('round')
    .lineJoin('round')
    .stroke(style.colour);
  doc.restore();
}

function drawBadge(doc: PDFKit.PDFDocument, text: string, rightInPt: number, middleInPt: number): void {
  const style = styles.badge;
  const widthInPt = widthInPtOf(text, style) + 10;
  const box = { leftInPt: rightInPt - widthInPt, topInPt: middleInPt - style.leadingInPt / 2, widthInPt };
  doc.roundedRect(box.leftInPt, box.topInPt, widthInPt, style.leadingInPt, 2).lineWidth(0.8).stroke(style.colour);
  drawLine(doc, { text, style, align: 'center' }, box);
}

function indentInPt(align: Line['align'], spareInPt: number): number {
  if (align === 'left') return 0;
  return align === 'center' ? spareInPt / 2 : spareInPt;
}
