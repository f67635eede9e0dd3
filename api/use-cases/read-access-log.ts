import { notHiddenFrom } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import type { AccessRow, Database } from '../../models/db';
import { pageOf, type Page } from '../http/paging';
import { beyond, type Filter, type InstantAndNumber } from './filters';

/** An entry with the person behind it. */
export interface ReadEntry {
  readonly row: AccessRow;
  readonly person: { readonly id: string; readonly name: string | null } | null;
}

/** The order of the access log: the newest first. */
export const ACCESS_ORDER = { at: -1, _id: -1 } as const;

/** A page of the entries that the filter lets through, the newest first, shown each in its way. */
export async function accessEntries<Item>(
  db: Database,
  me: SignedIn,
  where: readonly Filter[],
  page: { readonly limit: number; readonly before: InstantAndNumber | null; readonly list: unknown },
  show: (entry: ReadEntry) => Item,
): Promise<Page<Item>> {
  const behind = page.before === null ? {} : beyond('at', '$lt', page.before.at, page.before.id);
  const rows = await db.access
    .find({ $and: [...where, behind] })
    .sort(ACCESS_ORDER)
    .limit(page.limit + 1)
    .lean<AccessRow[]>();
  const entries = await withPeople(db, me, rows);
  return pageOf(entries, page.limit, page.list, ({ row: { _id, at } }) => ({ at, id: _id }), show);
}

/** What the access log can be asked for; instants are ISO. */
export interface AccessFilter {
  readonly person?: string | undefined;
  readonly action?: string | undefined;
  readonly target?: string | undefined;
  readonly result?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The entries that are asked for, as conditions; what was done about a case that is hidden from the person is hidden as well. */
export async function accessAskedFor(
  db: Database,
  me: SignedIn,
  { person, action, target, result, from, to }: AccessFilter,
): Promise<readonly Filter[]> {
  return [
    ...(await notOfHidden(db, me)),
    person === undefined ? {} : { personId: person },
    action === undefined ? {} : { action },
    target === undefined ? {} : { target },
    result === undefined ? {} : { result },
    from === undefined ? {} : { at: { $gte: new Date(from).toISOString() } },
    to === undefined ? {} : { at: { $lt: new Date(to).toISOString() } },
  ];
}

/** No entries about hidden cases: their numbers are in addresses and in ids of tasks and documents; their files are named apart. */
async function notOfHidden(db: Database, me: SignedIn): Promise<readonly Filter[]> {
  const { hiddenCases } = me;
  if (hiddenCases.length === 0) return [];
  const files = await db.attachments.distinct('_id', { caseId: { $in: [...hiddenCases] } });
  return [
    { target: { $not: new RegExp(hiddenCases.join('|')) } },
    { target: { $nin: files } },
    notHiddenFrom(me, 'details.caseId'),
  ];
}

/** Entries with the people behind them, by the names that they have now; without details that tell of a hidden case. */
export async function withPeople(db: Database, me: SignedIn, rows: readonly AccessRow[]): Promise<ReadEntry[]> {
  const ids = rows.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  const people = await db.users.find({ _id: { $in: ids } }, { name: 1 }).lean();
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  return rows.map((row) => ({
    row: tellsOfHidden(me, row) ? { ...row, details: {} } : row,
    person: row.personId === null ? null : { id: row.personId, name: names.get(row.personId) ?? null },
  }));
}

/** True for what somebody did to several things at once, one of them of a case that is hidden from the reader. */
function tellsOfHidden({ hiddenCases }: SignedIn, { details }: AccessRow): boolean {
  if (hiddenCases.length === 0) return false;
  const told = JSON.stringify(details);
  return hiddenCases.some((id) => told.includes(id));
}
