import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { lettersOf } from './cells';
import { xmlText } from './escapes';
import { guarded } from './guard';
import { serialOf } from './number-formats';
import type { CellToWrite, ColumnToWrite, SheetToWrite } from './sheet-to-write';
import { fixedParts, sheetHead, styleOf, TITLE_STYLE } from './workbook-xml';

/** The content type of a workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The longest text that a cell takes; what is longer is cut. */
export const LONGEST_CELL = 32_767;
/** 1 March 1900; of earlier days spreadsheet programs think differently, so they are written as words. */
const FIRST_SURE_DAY = 61;
const LAST_ROW = 1_048_576;
const PIECE_IN_CHARACTERS = 64 * 1024;

/** A workbook as a stream; rows are taken only as fast as it is read. It errors where its rows do. */
export function xlsxStream(sheets: readonly SheetToWrite[]): Readable {
  const zip = new ZipFile();
  const written = { pieces: [] as Readable[] };
  const output = zip.outputStream as Readable;
  for (const [name, xml] of Object.entries(fixedParts(sheets.map(({ name: title }) => title))))
    zip.addBuffer(Buffer.from(xml), name);
  sheets.forEach((sheet, index) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, (done) => {
      const pieces = Readable.from(inPieces(sheetXml(sheet)));
      pieces.once('error', (error) => output.destroy(error));
      written.pieces.push(pieces);
      done(null, pieces);
    });
  });
  zip.end();
  // Rows are read ahead of whoever reads the file, who is told of a failure when they come.
  output.on('error', () => undefined);
  // Whoever reads may go away; then nobody asks the database for more.
  output.once('close', () => written.pieces.forEach((pieces) => pieces.destroy()));
  return output;
}

async function* sheetXml({ columns, rows }: SheetToWrite): AsyncGenerator<string> {
  yield sheetHead(columns.map(columnXml).join(''));
  const titles = columns.map(({ title }, index) => textXml(`${lettersOf(index)}1`, TITLE_STYLE, title));
  yield `<row r="1">${titles.join('')}</row>`;
  let number = 1;
  for await (const row of rows) {
    number += 1;
    const cells = row.map((value, index) => cellXml(`${lettersOf(index)}${number}`, value, columns[index]));
    yield `<row r="${number}">${cells.join('')}</row>`;
  }
  yield `</sheetData><autoFilter ref="A1:${lettersOf(columns.length - 1)}${number}"/>`;
  yield `${validationsXml(columns)}</worksheet>`;
}

/** Many small strings cost more on their way than few large ones. */
async function* inPieces(strings: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let piece = '';
  for await (const one of strings) {
    piece += one;
    if (piece.length < PIECE_IN_CHARACTERS) continue;
    yield Buffer.from(piece);
    piece = '';
  }
  yield Buffer.from(piece);
}

function columnXml({ width, format }: ColumnToWrite, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${styleOf(format)}" customWidth="1"/>`;
}

function cellXml(address: string, value: CellToWrite, column: ColumnToWrite | undefined): string {
  if (value === null || value === '' || !column) return '';
  const { format } = column;
  const style = styleOf(format);
  if (typeof value === 'number') return `<c r="${address}" s="${style}"><v>${value}</v></c>`;
  if ((format === 'day' || format === 'instant') && serialOf(value) >= FIRST_SURE_DAY)
    return `<c r="${address}" s="${style}"><v>${serialOf(value)}</v></c>`;
  return textXml(address, style, guarded(value));
}

function textXml(address: string, style: number, text: string): string {
  const cut = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text;
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(cut)}</t></is></c>`;
}

function validationsXml(columns: readonly ColumnToWrite[]): string {
  const lists = columns.flatMap(({ options }, index) => {
    if (!options) return [];
    const range = `${lettersOf(index)}2:${lettersOf(index)}${LAST_ROW}`;
    const words = xmlText(`"${options.join(',')}"`);
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>${words}</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}
