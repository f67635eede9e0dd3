import { drawLine } from './draw-row';
import { printableLine } from './printable';
import { linesHeightInPt, type Line } from './row';
import { paper, type Sheet } from './sheet';
import { fittedLines } from './styled-lines';
import { colours, styles, type TextStyle } from './text-style';
import { widthInPtOf } from './ruler';

const widestTextInPt = 100;
const paddingInPt = 9;
const sizes: readonly TextStyle[] = [
  styles.stamp,
  { ...styles.stamp, sizeInPt: 12, leadingInPt: 17 },
  { ...styles.stamp, sizeInPt: 9.5, leadingInPt: 14 },
];

/** The conclusion as it will be stamped beside the title. */
export interface Stamp {
  readonly lines: readonly Line[];
  readonly widthInPt: number;
  readonly heightInPt: number;
}

/** Measures the stamp of a conclusion; null while the case has none. */
export function measureStamp(sheet: Sheet, conclusion: string | null): Stamp | null {
  const text = printableLine(conclusion ?? '');
  if (text === '') return null;
  // Smaller on one line before larger on two: no word stands alone on the second.
  const onOneLine = sizes.find((style) => widthInPtOf(text, style) <= widestTextInPt);
  const lines = fittedLines(text, onOneLine ? [onOneLine] : sizes, widestTextInPt, 2);
  const textInPt = Math.max(...lines.map((line) => widthInPtOf(line.text, line.style)));
  return { lines, widthInPt: textInPt + 2 * paddingInPt, heightInPt: linesHeightInPt(lines) + paddingInPt };
}

/** Stamps the conclusion at the right edge of the page, its middle at the given height. */
export function drawStamp(sheet: Sheet, stamp: Stamp, middleInPt: number): void {
  const { doc } = sheet;
  const leftInPt = paper.leftInPt + paper.contentWidthInPt - stamp.widthInPt;
  const topInPt = middleInPt - stamp.heightInPt / 2;
  doc.roundedRect(leftInPt, topInPt, stamp.widthInPt, stamp.heightInPt, 4).lineWidth(1.6).stroke(colours.seal);
  doc.roundedRect(leftInPt + 2.6, topInPt + 2.6, stamp.widthInPt - 5.2, stamp.heightInPt - 5.2, 2.4);
  doc.lineWidth(0.5).stroke(colours.seal);
  let yInPt = middleInPt - linesHeightInPt(stamp.lines) / 2;
  for (const line of stamp.lines) {
    drawLine(doc, line, { leftInPt, topInPt: yInPt, widthInPt: stamp.widthInPt });
    yInPt += line.style.leadingInPt;
  }
}
