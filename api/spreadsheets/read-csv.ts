import { parse } from 'csv-parse/sync';
import { said } from '../../models/faults';
import { UnreadableFile, type Cell, type Limits, type ReadSheet } from './cells';

const SEPARATORS = [',', ';', '\t', '，', '；'];
/** Blank lines do not count to the limit of rows, but they must end somewhere. */
const LINES_A_ROW = 4;
const SCIENTIFIC = /^\d(\.\d+)?E\+\d{2,3}$/i;

/** Reads a CSV file in UTF-8 or GB18030, which Chinese Excel writes; separated by whatever its first line is separated by. Throws UnreadableFile. */
export function readCsv(bytes: Buffer, limits: Limits): ReadSheet {
  const text = decoded(bytes);
  const hint = /^sep=(.)\r?\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const delimiter = hint?.[1] ?? separatorOf(body);
  const most = limits.rows * LINES_A_ROW;
  refuseTooManyCells(body, delimiter, limits);
  const records = recordsOf(body, delimiter, most);
  const rows = records.flatMap((record, index) => {
    const filled = record.slice(0, limits.columns).flatMap((words, column): [number, Cell][] => {
      const cell = SCIENTIFIC.test(words.trim()) ? { text: words, flaw: 'rounded' as const } : { text: words };
      return words.trim() === '' ? [] : [[column, cell]];
    });
    return filled.length === 0 ? [] : [{ number: index + 1 + (hint ? 1 : 0), cells: new Map(filled) }];
  });
  if (rows.length > limits.rows || records.length === most)
    throw new UnreadableFile('too-many-rows', said('more-rows-than', { most: limits.rows }));
  return { name: '', rows };
}

// A spreadsheet saved with thousands of empty columns keeps a parser busy for seconds; to count is quick.
function refuseTooManyCells(body: string, delimiter: string, { rows, columns }: Limits): void {
  const most = rows * columns;
  let count = 0;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + 1)) count += 1;
  if (count > most) throw new UnreadableFile('too-many-rows', said('more-cells-than', { most }));
}

/** Blank lines count as rows, so that numbers agree with what a spreadsheet program shows. */
function recordsOf(body: string, delimiter: string, most: number): string[][] {
  try {
    return parse(body, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: most,
    });
  } catch (error) {
    throw new UnreadableFile(
      'file-unreadable',
      said('not-csv', { why: error instanceof Error ? error.message : String(error) }),
    );
  }
}

/** Bytes as text, UTF-8 or GB18030; throws for what is neither. */
export function decoded(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // tries the next
    }
  }
  throw new UnreadableFile('file-unreadable', said('unknown-encoding'));
}

function separatorOf(text: string): string {
  const line = text.split(/\r?\n|\r/).find((one) => one.trim() !== '') ?? '';
  const bare = line.replaceAll(/"[^"]*"/g, '');
  const counts = SEPARATORS.map((separator) => bare.split(separator).length - 1);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}
