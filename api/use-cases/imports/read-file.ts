import { MOST_ROWS } from '../../../models/contracts/imports';
import { said } from '../../../models/faults';
import { UnreadableFile, type Limits, type ReadSheet } from '../../spreadsheets/cells';
import { readCsv } from '../../spreadsheets/read-csv';
import { readXlsx } from '../../spreadsheets/read-xlsx';
import { invalidAt } from '../../http/invalid';
import { Problem } from '../../http/problem';
import { safeFileName } from '../file-name';
import { typeOfFile } from '../file-types';
import type { AnyCall } from '../master-data';

/** A heading, titles and examples come on top of the rows that count. */
const ROWS_BESIDE = 20;
const LIMITS: Limits = { rows: MOST_ROWS + ROWS_BESIDE, columns: 100, sheets: 10, unpackedBytes: 16 * 1024 * 1024 };
/** How encrypted workbooks and those of before 2007 begin. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/** The uploaded file's name and sheets. */
export async function readUpload(call: AnyCall): Promise<{ fileName: string; sheets: readonly ReadSheet[] }> {
  const { file } = call.request;
  if (!file || file.size === 0) throw invalidAt('/file', 'no-file');
  const fileName = safeFileName(file.originalname);
  if (fileName === null) throw invalidAt('/file', 'no-file-name');
  if (file.buffer.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) throw new Problem('file-encrypted');
  // What browsers say of CSV files differs too much to be asked.
  const extension = typeOfFile(fileName, '', file.buffer)?.extensions[0];
  if (extension !== 'xlsx' && extension !== 'csv')
    throw new Problem('wrong-type', said('not-a-file-type', { types: 'xlsx, csv' }));
  try {
    const sheets = extension === 'xlsx' ? await readXlsx(file.buffer, LIMITS) : [readCsv(file.buffer, LIMITS)];
    return { fileName, sheets };
  } catch (error) {
    if (error instanceof UnreadableFile) throw new Problem(error.reason, error.text);
    throw error;
  }
}
