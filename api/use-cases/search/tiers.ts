import { piecesOf } from '../../../models/search/fold';
import { numberTag, titleTags } from '../../../models/search/terms';
import type { Filter } from '../filters';

/** Reads the first rows of a filter, in the order of the kind's list. */
export type Read<Row> = (where: Filter) => Promise<readonly Row[]>;

/**
 * The best of what is found: rows of which the words are a number, then rows whose title begins with the words, then the
 * others, each in the order of their list. Every part is read from an index and is as long as the whole may be.
 */
export async function bestOf<Row extends { readonly _id: string }>(
  words: string,
  found: Filter,
  read: Read<Row>,
  limit: number,
): Promise<Row[]> {
  const title = titleTags(words).at(-1);
  const tiers = await Promise.all([
    /\p{N}/u.test(words) ? read({ search: numberTag(words) }) : [],
    title === undefined || piecesOf(words).length > 1
      ? []
      : read({ search: title, $and: [{ $nor: [{ $nor: [found] }] }] }),
    read(found),
  ]);
  return [...new Map(tiers.flat().map((row) => [row._id, row])).values()].slice(0, limit);
}
