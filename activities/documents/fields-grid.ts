import type { PrintedField } from '../../models/contracts/document';
import { drawnLine } from './mark';
import { printableCell } from './printable';
import { cell, row, type Cell, type Row } from './row';
import { emptyRow } from './section-heading';
import { paper } from './sheet';
import { overleafLines, styledLines } from './styled-lines';
import { colours, styles } from './text-style';

const labelWidthInPt = 84;

/** The rows of a grid of labels and values: two pairs a row, a wide field or one left over on a row of its own. */
export function fieldsGrid(fields: readonly PrintedField[]): readonly Row[] {
  if (fields.length === 0) return [emptyRow('无')];
  return pairedFields(fields).map((pair) => {
    const valueWidthInPt = paper.contentWidthInPt / pair.length - labelWidthInPt;
    return row({
      cells: pair.flatMap((field) => [labelCell(field.label), valueCell(field, valueWidthInPt)]),
    });
  });
}

/** A shaded cell with a label. */
export function labelCell(text: string, widthInPt: number = labelWidthInPt): Cell {
  const label = printableCell(text);
  return cell({
    widthInPt,
    lines: styledLines(label, styles.label, widthInPt, 'center'),
    fill: colours.labelFill,
    linesOverleaf: overleafLines(label, styles.label, widthInPt),
  });
}

function valueCell({ value, drawing }: PrintedField, widthInPt: number): Cell {
  const words = styledLines(printableCell(value), styles.body, widthInPt);
  return cell({ widthInPt, lines: drawing ? [drawnLine(drawing, 'left'), ...words] : words });
}

function pairedFields(fields: readonly PrintedField[]): readonly (readonly PrintedField[])[] {
  const pairs: PrintedField[][] = [];
  for (const field of fields) {
    const open = pairs.at(-1);
    const [left] = open ?? [];
    if (open?.length === 1 && left?.wide !== true && field.wide !== true) open.push(field);
    else pairs.push([field]);
  }
  return pairs;
}
