import { printableLine } from './printable';
import { cell, row, type Row } from './row';
import { paper } from './sheet';
import { styledLines } from './styled-lines';
import { colours, styles } from './text-style';

/** The shaded row over a block; none where the block has no title. */
export function sectionHeading(title: string): readonly Row[] {
  const text = printableLine(title);
  if (text === '') return [];
  const widthInPt = paper.contentWidthInPt;
  const lines = styledLines(text, styles.heading, widthInPt);
  return [row({ cells: [cell({ widthInPt, lines, fill: colours.headingFill })], staysWithNext: true })];
}

/** The row of a block in which nothing stands. */
export function emptyRow(text: string): Row {
  const widthInPt = paper.contentWidthInPt;
  return row({ cells: [cell({ widthInPt, lines: styledLines(text, styles.body, widthInPt, 'center') })] });
}
