import { caseLine } from '../../show/case';
import { caseList, casesWith, LINE, type CaseFilter, type CaseLineRow } from '../case-list';
import { CASE_SHEET, type ShownCase } from '../columns/cases';
import type { ExportedList } from './export';
import { foundIn, NOTHING_FOUND, shownAs } from './found';

/** The list of cases as it is exported. */
export const caseExport: ExportedList<CaseFilter, ShownCase> = {
  ...CASE_SHEET,
  list: 'cases',
  find: async ({ deps, me, query, language }, session) => {
    const { scopes, where } = caseList(me, query, null);
    const found = query.q === undefined ? {} : await casesWith(deps.db, me, query.q);
    if (!found) return NOTHING_FOUND;
    const all = { $and: [{ $or: scopes }, where, found] };
    const rows = foundIn<never, CaseLineRow>(deps.db.cases as never, all, { startedAt: -1, _id: -1 }, LINE, session);
    return shownAs(
      rows,
      async (some) => await Promise.resolve(some.map((row) => caseLine(row, deps.config, language))),
    );
  },
};
