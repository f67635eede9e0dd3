import type { Versioned } from '../../../models/db';
import type { Call } from '../../http/route';
import { orderOf, recordsAskedFor, type Asked, type RecordList } from '../record-list';
import type { ExportedList, Sheets } from './export';
import { foundIn, NOTHING_FOUND, shownAs } from './found';

/** A list of records as it is exported; `show` looks up what its columns need beside the row. */
export function recordExport<Row extends Versioned, Shown = Row>(
  list: RecordList<Row>,
  sheets: Sheets<Shown>,
  show: (call: Call<unknown, unknown, unknown>, rows: readonly Row[]) => Promise<readonly Shown[]>,
): ExportedList<Asked, Shown> {
  const { path, rowsIn } = list.kind;
  return {
    ...sheets,
    list: path.slice(1),
    find: async (call, session) => {
      const where = await recordsAskedFor(list, call, call.query);
      if (!where) return NOTHING_FOUND;
      const found = foundIn<Row>(rowsIn(call.deps.db), where, orderOf(list), { search: 0 }, session);
      return shownAs(found, async (rows) => await show(call, rows));
    },
  };
}

/** The rows as they are. */
export const asStored = async <Row>(_call: unknown, rows: readonly Row[]): Promise<readonly Row[]> =>
  await Promise.resolve(rows);
