import type { AccessRow, Database } from '../../models/db';
import { pageOf, type Page } from '../http/paging';
import { beyond, type Filter, type InstantAndNumber } from './filters';

/** An entry with the person behind it. */
export interface ReadEntry {
  readonly row: AccessRow;
  readonly person: { readonly id: string; readonly name: string | null } | null;
}

/** A page of the entries that the filter lets through, the newest first, shown each in its way. */
export async function accessEntries<Item>(
  db: Database,
  where: readonly Filter[],
  page: { readonly limit: number; readonly before: InstantAndNumber | null; readonly list: unknown },
  show: (entry: ReadEntry) => Item,
): Promise<Page<Item>> {
  const behind = page.before === null ? {} : beyond('at', '$lt', page.before.at, page.before.id);
  const rows = await db.access
    .find({ $and: [...where, behind] })
    .sort({ at: -1, _id: -1 })
    .limit(page.limit + 1)
    .lean<AccessRow[]>();
  const ids = rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const people = await db.users.find({ _id: { $in: ids } }, { name: 1 }).lean();
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return pageOf(
    rows,
    page.limit,
    page.list,
    ({ _id, at }) => ({ at, id: _id }),
    (row) =>
      show({ row, person: row.personId === null ? null : { id: row.personId, name: names.get(row.personId) ?? null } }),
  );
}
