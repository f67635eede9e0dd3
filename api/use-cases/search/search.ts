import type { Model } from 'mongoose';
import { SEARCH_KINDS, type SearchItem, type SearchKind } from '../../../models/contracts/search';
import type { Language } from '../../../models/contracts/text';
import type { CustomerRow, Database, DeviceRow, UserRow } from '../../../models/db';
import { visibleInParts } from '../../access-to-cases';
import type { SignedIn } from '../../authentication';
import { casesWith, latestCases } from '../case-list';
import { inScopeOf, type Filter } from '../filters';
import { foundBy } from '../found-by';
import { peopleSeenBy } from '../people';
import { bestOf } from './tiers';
import { shownCase, shownCustomer, shownDevice, shownPerson } from './shown';

/** A search over everything that a person sees. */
export interface Search {
  readonly db: Database;
  readonly me: SignedIn;
  readonly words: string;
  readonly language: Language;
  /** Of each kind at most that many. */
  readonly limit: number;
}

/** What was found, kind by kind, and the kinds of which there is more. */
export async function searched(search: Search, kinds: readonly SearchKind[]) {
  const wanted = SEARCH_KINDS.filter((kind) => kinds.includes(kind));
  // One row more than is shown tells that there is more.
  const asked = { ...search, limit: search.limit + 1 };
  const found = await Promise.all(wanted.map(async (kind) => ({ kind, items: await FINDERS[kind](asked) })));
  return {
    items: found.flatMap(({ items }) => items.slice(0, search.limit)),
    more: found.filter(({ items }) => items.length > search.limit).map(({ kind }) => kind),
  };
}

const FINDERS: Readonly<Record<SearchKind, (search: Search) => Promise<SearchItem[]>>> = {
  async cases({ db, me, words, language, limit }) {
    const found = await casesWith(db, me, words);
    if (!found) return [];
    const scopes = visibleInParts(me);
    const rows = await bestOf(words, found, async (where) => await latestCases(db, scopes, where, limit), limit);
    return rows.map((row) => shownCase(row, language));
  },

  async devices(search) {
    const fields = { name: 1, model: 1, serialNumber: 1, customerId: 1, state: 1 };
    const seen = inScopeOf(search.me, 'customerId');
    const rows = await rowsOf<DeviceRow>(search, search.db.devices, seen, { name: 1, _id: 1 }, fields);
    const ids = [...new Set(rows.map(({ customerId }) => customerId))];
    const owners = await search.db.customers.find({ _id: { $in: ids } }, { name: 1 }).lean();
    const names = new Map(owners.map(({ _id, name }) => [_id, name]));
    return rows.map((row) => shownDevice(row, names));
  },

  async customers(search) {
    const seen = inScopeOf(search.me, '_id');
    const rows = await rowsOf<CustomerRow>(
      search,
      search.db.customers,
      seen,
      { name: 1, _id: 1 },
      { name: 1, sites: 1 },
    );
    return rows.map(shownCustomer);
  },

  async people(search) {
    const fields = { name: 1, username: 1, grants: 1, isActive: 1 };
    const seen = peopleSeenBy(search.me);
    const rows = await rowsOf<UserRow>(search, search.db.users, seen, { username: 1, _id: 1 }, fields);
    return rows.map((row) => shownPerson(row, search.language));
  },
};

async function rowsOf<Row extends { readonly _id: string }>(
  { words, limit }: Search,
  Rows: Model<Row>,
  seen: Filter,
  order: Readonly<Record<string, 1>>,
  fields: Readonly<Record<string, number>>,
): Promise<Row[]> {
  const found = await foundBy(Rows, words, seen);
  if (!found) return [];
  const read = async (where: Filter) =>
    await Rows.find({ $and: [seen, where] }, fields)
      .sort(order)
      .limit(limit)
      .lean<Row[]>();
  return await bestOf(words, found, read, limit);
}
