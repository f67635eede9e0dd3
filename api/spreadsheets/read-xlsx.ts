import { said } from '../../models/faults';
import { cellValue } from './cell-value';
import { columnOf, UnreadableFile, type Cell, type Limits, type ReadRow, type ReadSheet } from './cells';
import type { NumberFormat } from './number-formats';
import { parsePart } from './parse-part';
import { partsOf, type Parts } from './unzip';
import { formatsOf, stringsOf, workbookOf } from './workbook-parts';

interface Shared {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly is1904: boolean;
}

/** Reads the visible sheets of a workbook, as computed when it was saved. Throws UnreadableFile. */
export async function readXlsx(bytes: Buffer, limits: Limits): Promise<readonly ReadSheet[]> {
  try {
    const parts = await partsOf(bytes, limits);
    const { sheets, is1904 } = await workbookOf(parts);
    const shared = { strings: await stringsOf(parts), formats: await formatsOf(parts), is1904 };
    const read: ReadSheet[] = [];
    for (const { name, part } of sheets.slice(0, limits.sheets))
      read.push({ name, rows: await rowsOf(parts, part, shared, limits) });
    return read;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(
      'file-unreadable',
      said('not-xlsx', { why: error instanceof Error ? error.message : String(error) }),
    );
  }
}

async function rowsOf(parts: Parts, part: string, shared: Shared, limits: Limits): Promise<readonly ReadRow[]> {
  const rows: ReadRow[] = [];
  const row = { number: 0, cells: new Map<number, Cell>(), column: -1 };
  const cell = { type: 'n', style: -1, text: '', hasFormula: false, isValue: false, isPhonetic: false };
  await parsePart(parts, part, {
    onOpen: (name, attributes) => {
      if (name === 'row') {
        row.number = Number(attributes.r ?? row.number + 1);
        Object.assign(row, { cells: new Map(), column: -1 });
      } else if (name === 'c') {
        row.column = columnOf(attributes.r ?? '') ?? row.column + 1;
        const style = Number(attributes.s ?? -1);
        Object.assign(cell, { type: attributes.t ?? 'n', style, text: '', hasFormula: false });
      } else if (name === 'f') cell.hasFormula = true;
      else if (name === 'rPh') cell.isPhonetic = true;
      else if (name === 'v' || name === 't') cell.isValue = !cell.isPhonetic;
    },
    onText: (text) => {
      if (cell.isValue) cell.text += text;
    },
    onClose: (name, stop) => {
      if (name === 'v' || name === 't') cell.isValue = false;
      else if (name === 'rPh') cell.isPhonetic = false;
      else if (name === 'c' && row.column < limits.columns) {
        const format = shared.formats[cell.style] ?? null;
        const value = cellValue({ ...cell, format }, shared.strings, shared.is1904);
        if (value) row.cells.set(row.column, value);
      } else if (name === 'row' && row.cells.size > 0) {
        if (rows.length === limits.rows)
          throw new UnreadableFile('too-many-rows', said('more-rows-than', { most: limits.rows }));
        rows.push({ number: row.number, cells: row.cells });
      } else if (name === 'sheetData') stop();
    },
  });
  return rows;
}
