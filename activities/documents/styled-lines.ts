import { cellPadding, linesHeightInPt, type Line } from './row';
import { linesOf, widthInPtOf } from './ruler';
import type { TextStyle } from './text-style';

const tallestRepeatedLabelInPt = 150;
const ellipsis = '…';

/** The lines of a text in a cell of the given width. */
export function styledLines(
  text: string,
  style: TextStyle,
  cellWidthInPt: number,
  align: Line['align'] = 'left',
): readonly Line[] {
  const lineWidthInPt = cellWidthInPt - 2 * cellPadding.horizontalInPt;
  return linesOf(text, style, lineWidthInPt).map((line) => ({ text: line, style, align }));
}

/** The lines that a label shows again overleaf; null for a label so tall that it had better run on itself. */
export function overleafLines(label: string, style: TextStyle, cellWidthInPt: number): readonly Line[] | null {
  const lines = styledLines(`${label}（续）`, style, cellWidthInPt, 'center');
  return linesHeightInPt(lines) > tallestRepeatedLabelInPt ? null : lines;
}

/**
 * A text in the largest of the styles in which it takes at most so many lines. Where even the smallest is too large the
 * text ends in an ellipsis.
 */
export function fittedLines(
  text: string,
  largestFirst: readonly TextStyle[],
  lineWidthInPt: number,
  lineCountAtMost: number,
): readonly Line[] {
  for (const style of largestFirst) {
    const lines = linesOf(text, style, lineWidthInPt);
    if (lines.length <= lineCountAtMost) return lines.map((line) => ({ text: line, style, align: 'center' }));
  }
  const style = largestFirst.at(-1);
  if (style === undefined) return [];
  const lines = linesOf(text, style, lineWidthInPt);
  const kept = lines.slice(0, lineCountAtMost - 1);
  const last = shortened(lines.slice(lineCountAtMost - 1).join(''), style, lineWidthInPt);
  return [...kept, last].map((line) => ({ text: line, style, align: 'center' }));
}

/** A text on one line, cut with an ellipsis where it is too long for it. */
export function shortened(text: string, style: TextStyle, lineWidthInPt: number): string {
  if (widthInPtOf(text, style) <= lineWidthInPt) return text;
  const roomInPt = lineWidthInPt - widthInPtOf(ellipsis, style);
  let usedInPt = 0;
  const shown = Array.from(text).filter((character) => (usedInPt += widthInPtOf(character, style)) <= roomInPt);
  return `${shown.join('').trimEnd()}${ellipsis}`;
}
