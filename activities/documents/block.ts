import type { PrintedBlock } from '../../models/contracts/document';
import { decisionBoxes } from './decisions';
import { fieldsGrid } from './fields-grid';
import { noteRows } from './note';
import { placeRows } from './place-rows';
import { sectionHeading } from './section-heading';
import type { Sheet } from './sheet';
import { tableRows } from './table';

/** Puts one block of the form under what is on the sheet already. */
export function placeBlock(sheet: Sheet, block: PrintedBlock): void {
  switch (block.kind) {
    case 'fields':
      placeRows(sheet, [...sectionHeading(block.title), ...fieldsGrid(block.fields)]);
      return;
    case 'decisions':
      placeRows(sheet, [...sectionHeading(block.title), ...decisionBoxes(block.decisions)]);
      return;
    case 'table':
      placeTables(sheet, block);
      return;
    case 'note':
      placeRows(sheet, noteRows(block.text));
      return;
  }
}

function placeTables(sheet: Sheet, block: PrintedBlock & { readonly kind: 'table' }): void {
  const tables = tableRows(block.columns, block.rows);
  for (const [index, { rows, repeated }] of tables.entries()) {
    const part = tables.length === 1 ? '' : `（${index + 1}/${tables.length}）`;
    placeRows(sheet, [...sectionHeading(`${block.title}${part}`), ...rows], repeated);
  }
}
