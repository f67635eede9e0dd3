import type { OverrunRow } from '../../../models/db';
import { overrunLine } from '../../show/overrun';
import { OVERRUN_SHEET, type ShownOverrun } from '../columns/overruns';
import { customerNames } from '../names';
import { OVERRUN_ORDER, overrunList, type OverrunFilter } from '../overruns';
import type { ExportedList } from './export';
import { foundIn, shownAs } from './found';

/** The list of overruns as it is exported. */
export const overrunExport: ExportedList<OverrunFilter, ShownOverrun> = {
  ...OVERRUN_SHEET,
  list: 'overruns',
  find: async ({ deps, me, query }, session) => {
    const { scopes, where } = overrunList(me, query, null);
    const all = { $and: [{ $or: scopes }, where] };
    const found = foundIn<OverrunRow>(deps.db.overruns, all, OVERRUN_ORDER, {}, session);
    const lines = async (rows: readonly OverrunRow[]) => {
      const customerOf = await customerNames(
        deps.db,
        rows.map(({ customerId }) => customerId),
      );
      return rows.map((row) => overrunLine(row, customerOf));
    };
    return await Promise.resolve(shownAs(found, lines));
  },
};
