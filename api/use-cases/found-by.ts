import { wantedIn, type Need, type Wanted, type Way } from '../../models/search/query';
import type { Filter } from './filters';

// What is rarer than that is rare enough; where all is more frequent, more is counted.
const COUNTED = 1_000;
const MOST_COUNTED_OF_ONE = 100_000;
const MOST_COUNTED = 6;

/** A collection whose rows have terms. */
export interface SearchedRows {
  readonly countDocuments: (filter: never, options: { limit: number }) => PromiseLike<number>;
}

/** Ways to be found beside the terms of the row itself. */
export type More = (wanted: Wanted) => readonly Way[];

const none: More = () => [];

/**
 * The rows that have all that the words ask for; null when nothing can be meant by them. The index is asked for the rarest of
 * it, and the rest is compared. A word of letters and digits that nothing in this scope has is taken apart.
 */
export async function foundBy(rows: SearchedRows, words: string, scope: Filter, more = none): Promise<Filter | null> {
  const apart = await Promise.all(wantedIn(words).map(async (one) => await takenApart(rows, scope, one)));
  const wanted = apart.flat().map((one) => ({ ...one, ways: [...one.ways, ...more(one)] }));
  const all = wanted.length > 1 ? await rarestFirst(rows, wanted) : wanted;
  const [rarest] = all;
  if (!rarest) return null;
  // Twice denied, so that the planner uses no other index for what is only compared.
  return { search: { $in: termsOf(rarest) }, $nor: all.map((one) => ({ $nor: [hasAll(one)] })) };
}

async function takenApart(rows: SearchedRows, scope: Filter, one: Wanted): Promise<readonly Wanted[]> {
  if (one.parts.length === 0) return [one];
  const filter = { $and: [scope, { search: { $in: termsOf(one) } }, hasAll(one)] };
  return (await rows.countDocuments(filter as never, { limit: 1 })) > 0 ? [one] : one.parts;
}

async function rarestFirst(rows: SearchedRows, wanted: readonly Wanted[], limit = COUNTED): Promise<readonly Wanted[]> {
  const counted = await Promise.all(
    wanted.slice(0, MOST_COUNTED).map(async (one) => {
      const filter = { search: { $in: termsOf(one) } };
      return { one, count: await rows.countDocuments(filter as never, { limit }) };
    }),
  );
  if (limit < MOST_COUNTED_OF_ONE && counted.every(({ count }) => count === limit))
    return await rarestFirst(rows, wanted, limit * 10);
  const ordered = counted.sort((a, b) => a.count - b.count).map(({ one }) => one);
  return [...ordered, ...wanted.slice(MOST_COUNTED)];
}

function termsOf({ ways }: Wanted): string[] {
  return [...new Set(ways.flatMap(({ terms }) => terms))];
}

function hasAll({ ways }: Wanted): Filter {
  const plain = ways.filter(({ needs }) => needs.length === 0).flatMap(({ terms }) => terms);
  const others = ways
    .filter(({ needs }) => needs.length > 0)
    .map(({ terms, needs }) => ({ $and: [{ search: { $in: terms } }, ...needs.map(has)] }));
  const found = plain.length === 0 ? others : [{ search: { $in: plain } }, ...others];
  return found.length === 1 ? (found[0] as Filter) : { $or: found };
}

function has(need: Need): Filter {
  if ('oneOf' in need) return { search: { $in: need.oneOf } };
  return { search: { $elemMatch: { $gte: need.beginning, $lt: `${need.beginning}\uffff` } } };
}
