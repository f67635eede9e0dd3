import type { mongo } from 'mongoose';
import type { Database } from '../../models/db';
import { removeFile } from '../../models/db/files';

// A request that was checked just before the time ran out may still bind its files to a case.
const GRACE_IN_MS = 3_600_000;
const STAGED_FOR_MS = 24 * 3_600_000;
const SEARCHED_MS = 3_600_000;

/** Removes uploads that no case took in their time, and bytes whose row was never committed; returns how many. */
export async function removeExpiredAttachments(db: Database, now: Date, limit = 100): Promise<number> {
  const expiredBefore = new Date(now.getTime() - GRACE_IN_MS);
  const expired = await db.attachments
    .find({ caseId: null, expiresAt: { $lt: expiredBefore } }, { _id: 1 })
    .limit(limit)
    .lean();
  for (const { _id } of expired) {
    const { deletedCount } = await db.attachments.deleteOne({ _id, caseId: null });
    if (deletedCount > 0) await removeFile(db.connection, 'attachments', _id);
  }
  const orphans = await orphansOf(db, expiredBefore.getTime() - STAGED_FOR_MS, limit);
  for (const id of orphans) await removeFile(db.connection, 'attachments', id);
  return expired.length + orphans.length;
}

// Only an hour's uploads are looked at: the sweeper comes by many times in it, and older files need not be read again.
async function orphansOf(db: Database, untilMs: number, limit: number): Promise<string[]> {
  const found = await db.connection
    .collection<mongo.Document & { _id: string }>('attachments.files')
    .aggregate<{ _id: string }>([
      { $match: { uploadDate: { $gte: new Date(untilMs - SEARCHED_MS), $lt: new Date(untilMs) } } },
      { $lookup: { from: 'attachments', localField: '_id', foreignField: '_id', as: 'row' } },
      { $match: { row: { $size: 0 } } },
      { $limit: limit },
      { $project: { _id: 1 } },
    ])
    .toArray();
  return found.map(({ _id }) => _id);
}
