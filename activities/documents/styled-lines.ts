import { cellPadding, linesHeightInPt, type Line } from './row';
import type { Ruler } from './ruler';
import type { TextStyle } from './text-style';

const tallestRepeatedLabelInPt = 150;
const ellipsis = '…';

/** The lines of a text in a cell of the given width. */
export function styledLines(
  ruler: Ruler,
  text: string,
  style: TextStyle,
  cellWidthInPt: number,
  align: Line['align'] = 'left',
): readonly Line[] {
  const lineWidthInPt = cellWidthInPt - 2 * cellPadding.horizontalInPt;
  return ruler.lines(text, style, lineWidthInPt).map((line) => ({ text: line, style, align }));
}

/** The lines that a label shows again overleaf; null for a label so tall that it had better run on itself. */
export function overleafLines(
  ruler: Ruler,
  label: string,
  style: TextStyle,
  cellWidthInPt: number,
): readonly Line[] | null {
  const lines = styledLines(ruler, `${label}（续）`, style, cellWidthInPt, 'center');
  return linesHeightInPt(lines) > tallestRepeatedLabelInPt ? null : lines;
}

/**
 * A text in the largest of the styles in which it takes at most so many lines. Where even the smallest is too large the
 * text ends in an ellipsis.
 */
export function fittedLines(
  ruler: Ruler,
  text: string,
  largestFirst: readonly TextStyle[],
  lineWidthInPt: number,
  lineCountAtMost: number,
): readonly Line[] {
  for (const style of largestFirst) {
    const lines = ruler.lines(text, style, lineWidthInPt);
    if (lines.length <= lineCountAtMost) return lines.map((line) => ({ text: line, style, align: 'center' }));
  }
  const style = largestFirst.at(-1);
  if (style === undefined) return [];
  const lines = ruler.lines(text, style, lineWidthInPt);
  const kept = lines.slice(0, lineCountAtMost - 1);
  const last = shortened(ruler, lines.slice(lineCountAtMost - 1).join(''), style, lineWidthInPt);
  return [...kept, last].map((line) => ({ text: line, style, align: 'center' }));
}

/** A text on one line, cut with an ellipsis where it is too long for it. */
export function shortened(ruler: Ruler, text: string, style: TextStyle, lineWidthInPt: number): string {
  if (ruler.widthInPt(text, style) <= lineWidthInPt) return text;
  const roomInPt = lineWidthInPt - ruler.widthInPt(ellipsis, style);
  let usedInPt = 0;
  const shown = Array.from(text).filter((character) => (usedInPt += ruler.widthInPt(character, style)) <= roomInPt);
  return `${shown.join('').trimEnd()}${ellipsis}`;
}
