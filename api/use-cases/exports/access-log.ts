import type { AccessRow } from '../../../models/db';
import { ACCESS_SHEET } from '../columns/access-log';
import { ACCESS_ORDER, accessAskedFor, withPeople, type AccessFilter, type ReadEntry } from '../read-access-log';
import type { ExportedList } from './export';
import { foundIn, shownAs } from './found';

/** The access log as it is exported. */
export const accessExport: ExportedList<AccessFilter, ReadEntry> = {
  ...ACCESS_SHEET,
  list: 'access-log',
  find: async ({ deps, me, query }, session) => {
    const where = { $and: await accessAskedFor(deps.db, me, query) };
    const found = foundIn<AccessRow>(deps.db.access, where, ACCESS_ORDER, {}, session);
    return shownAs(found, async (rows) => await withPeople(deps.db, me, rows));
  },
};
