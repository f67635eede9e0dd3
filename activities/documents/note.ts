import { printable } from './printable';
import { cell, row, type Row } from './row';
import { paper } from './sheet';
import { styledLines } from './styled-lines';
import { styles } from './text-style';

/** A note under or between the frames of a form; an empty one is not printed. */
export function noteRows(text: string): readonly Row[] {
  const shown = printable(text);
  if (shown.trim() === '') return [];
  const widthInPt = paper.contentWidthInPt;
  const lines = styledLines(shown, styles.note, widthInPt);
  return [row({ cells: [cell({ widthInPt, lines })], minHeightInPt: 0, isFramed: false })];
}
