import type { ClientSession } from 'mongoose';
import { dayOf } from '../../../models/contracts/time';
import type { Text } from '../../../models/contracts/text';
import { Problem } from '../../http/problem';
import type { Answer, Call } from '../../http/route';
import type { CellToWrite, SheetToWrite } from '../../spreadsheets/sheet-to-write';
import { XLSX, xlsxStream } from '../../spreadsheets/write-xlsx';
import type { Column, Names, PartSheet } from '../columns/column';
import { namesFor } from '../columns/names';
import { MOST_EXPORTED, type Found } from './found';

/** The sheets of a list: its name, its columns, and the sheets of what belongs to its rows. */
export interface Sheets<Row> {
  readonly title: Text;
  readonly columns: readonly Column<Row>[];
  readonly parts?: readonly PartSheet<Row>[];
}

/** A list as it is exported: where it is answered as pages, and what of it somebody asks for. */
export interface ExportedList<Asked, Row> extends Sheets<Row> {
  /** The path of its pages, without the slash. */
  readonly list: string;
  readonly find: (call: Call<unknown, Asked, unknown>, session: ClientSession) => Promise<Found<Row>>;
}

/**
 * Everything that the list would show on its pages, as one workbook that is made while it is sent. All of it stands as it
 * was at one instant, so that the rows are those that were counted, and no row is there twice or missing.
 */
export async function exported<Asked, Row>(
  call: Call<unknown, Asked, unknown>,
  spec: ExportedList<Asked, Row>,
): Promise<Answer> {
  const session = await call.deps.db.connection.startSession({ snapshot: true });
  const end = () => void session.endSession().catch(() => undefined);
  try {
    const found = await spec.find(call, session);
    const rows = await found.count();
    if (rows > MOST_EXPORTED) throw new Problem('too-many-to-export');
    const names = await namesFor(call, { people: spec.list === 'users' });
    const stream = xlsxStream(sheetsOf(spec, found, names)).once('close', end);
    return {
      status: 200,
      file: { stream, contentType: XLSX, ...fileNames(spec, call) },
      access: { target: spec.list, details: { filters: call.query, rows } },
    };
  } catch (error) {
    end();
    throw error;
  }
}

function sheetsOf<Row>({ title, columns, parts = [] }: Sheets<Row>, found: Found<Row>, names: Names): SheetToWrite[] {
  const { language } = names;
  const headed = (of: readonly Pick<Column<never>, 'title' | 'width' | 'format'>[]) =>
    of.map(({ title: one, width, format }) => ({ title: one[language], width, format }));
  return [
    {
      name: title[language],
      columns: headed(columns),
      rows: linesOf(found, (row) => [columns.map((column) => column.value(row, names))]),
    },
    ...parts.map((part) => ({
      name: part.title[language],
      columns: headed([part.owner, ...part.columns]),
      rows: linesOf(found, (row) => part.itemsOf(row).map((item) => lineOfPart(part, row, item, names))),
    })),
  ];
}

function lineOfPart<Row>({ owner, columns }: PartSheet<Row>, row: Row, item: unknown, names: Names): CellToWrite[] {
  return [owner.value(row, names), ...columns.map((column) => column.value(item as never, names))];
}

async function* linesOf<Row>(
  { batches }: Found<Row>,
  lines: (row: Row) => readonly (readonly CellToWrite[])[],
): AsyncGenerator<readonly CellToWrite[]> {
  for await (const some of batches()) for (const row of some) yield* lines(row);
}

function fileNames(
  { list, title }: { list: string; title: Text },
  { deps, language }: Pick<Call<unknown, unknown, unknown>, 'deps' | 'language'>,
) {
  const day = dayOf(deps.now(), deps.config.COMPANY_TIME_ZONE);
  const plainName = `${list}-${day}.xlsx`;
  return { plainName, fileName: language === 'zh' ? `${title.zh}-${day}.xlsx` : plainName };
}
