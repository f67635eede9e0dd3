import { said } from '../../../models/faults';
import { hashOf } from '../../../models/hash';
import type { Deps } from '../../deps';
import { Problem } from '../../http/problem';

/** How much may come of one source or address in a window; what comes at once counts as so many, and is taken as long as there is room for one. */
export interface Pace {
  readonly of: readonly string[];
  readonly most: number;
  readonly windowInMs: number;
  readonly added?: number;
}

/** Counts what has come, and refuses it while too much has. */
export async function mustKeepIntakePace(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { of, most, windowInMs, added = 1 }: Pace,
): Promise<void> {
  const at = now();
  const isRunning = { $gt: ['$expiresAt', at] };
  const $set = {
    count: { $cond: [isRunning, { $add: ['$count', added] }, added] },
    expiresAt: { $cond: [isRunning, '$expiresAt', new Date(at.getTime() + windowInMs)] },
  };
  const { count, expiresAt } = await db.intakeCounts
    .findOneAndUpdate({ _id: hashOf(of) }, [{ $set }], { upsert: true, returnDocument: 'after', updatePipeline: true })
    .lean();
  if (count - added < most) return;
  const retryAfterInSeconds = Math.max(1, Math.ceil((expiresAt.getTime() - at.getTime()) / 1000));
  throw new Problem('too-often', said('too-many-reports'), { retryAfterInSeconds });
}
