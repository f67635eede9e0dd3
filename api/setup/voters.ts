import { createCollections, type Database } from '../../models/db';
import { dropIndexes } from './renewed-indexes';

/** Finds what somebody decided by their vote, instead of by the vote that closed the task. */
export async function tellWhoVoted(db: Database): Promise<void> {
  const votedBy = { $cond: [{ $eq: [{ $type: '$decidedBy.id' }, 'string'] }, ['$decidedBy.id'], []] };
  const $set = { votedBy, decidedAt: '$closedAt' };
  await db.tasks.updateMany({ votedBy: { $exists: false } }, [{ $set }], { updatePipeline: true });
  await createCollections(db, ['tasks']);
  await dropIndexes(db, 'tasks', ['decidedBy.id_1_closedAt_-1__id_-1']);
}
