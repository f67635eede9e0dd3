import type { Away } from '../absences';
import type { Database } from './index';

/** The absences of an instant (ISO, UTC): they have begun, are not over and were not cancelled. */
export async function absencesAt(db: Database, at: string): Promise<Away[]> {
  return await db.absences
    .find({ isCancelled: false, to: { $gt: at }, from: { $lte: at } }, { personId: 1, substituteId: 1, from: 1, to: 1 })
    .lean<Away[]>();
}
