import type { Model } from 'mongoose';
import type { Versioned } from '../../models/db';
import { duplicateOf, Problem } from '../http/problem';

/** Writes the next version of what an administrator sets; version 0 is no row yet. Refuses when somebody else was faster. */
export async function saveNextVersion<Row extends Versioned>(
  rows: Model<Row>,
  id: string,
  version: number,
  fields: Omit<Row, keyof Versioned>,
  now: Date,
): Promise<void> {
  const { matchedCount, upsertedCount } = await rows.collection
    .updateOne(
      { _id: id as never, version },
      { $set: { ...fields, version: version + 1, updatedAt: now } },
      { upsert: version === 0 },
    )
    // When somebody else has just made the row, the insert finds the id taken.
    .catch((error: unknown) => {
      throw duplicateOf(error) ? new Problem('changed-meanwhile') : error;
    });
  if (matchedCount + upsertedCount === 0) throw new Problem('changed-meanwhile');
}
