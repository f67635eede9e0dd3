import type { ClientSession, Model } from 'mongoose';
import { inBatches } from '../batches';
import type { Filter } from '../filters';

/** The most rows that one export takes. */
export const MOST_EXPORTED = 100_000;

const AT_A_TIME = 500;

/** What a list holds for somebody: how many rows, and all of them, some at a time. */
export interface Found<Row> {
  /** Counts to one more than an export takes. */
  readonly count: () => Promise<number>;
  readonly batches: () => AsyncIterable<readonly Row[]>;
}

/** Lines that are there already, as those of figures. */
export function foundLines<Line>(lines: readonly Line[]): Found<Line> {
  return {
    count: () => Promise.resolve(lines.length),
    batches: async function* () {
      yield await Promise.resolve(lines);
    },
  };
}

/** Nothing at all. */
export const NOTHING_FOUND: Found<never> = foundLines([]);

/** The rows of a collection that a filter lets through, in their order, as they all stood at one instant. */
export function foundIn<Stored, Row = Stored>(
  Rows: Model<Stored>,
  where: Filter,
  order: Readonly<Record<string, 1 | -1>>,
  fields: Readonly<Record<string, number>>,
  session: ClientSession,
): Found<Row> {
  return {
    count: async () => await Rows.countDocuments(where, { limit: MOST_EXPORTED + 1 }).session(session),
    batches: () => {
      const cursor = Rows.find(where, fields).sort(order).session(session).lean<Row[]>();
      return inBatches(cursor.cursor({ batchSize: AT_A_TIME }) as AsyncIterable<Row>, AT_A_TIME);
    },
  };
}

/** The same, with what has to be looked up for each batch. */
export function shownAs<Row, Shown>(
  { count, batches }: Found<Row>,
  show: (rows: readonly Row[]) => Promise<readonly Shown[]>,
): Found<Shown> {
  return {
    count,
    batches: async function* () {
      for await (const some of batches()) yield await show(some);
    },
  };
}
