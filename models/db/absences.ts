import type { Away } from '../absences';
import type { Database } from './index';

/** What of an absence the rules need. */
export const AWAY = { personId: 1, substituteId: 1, from: 1, to: 1, enteredBy: 1 } as const;

/** Which absences are in force at an instant (ISO, UTC): they have begun, are not over and were not cancelled. */
export function absentAt(at: string) {
  return { isCancelled: false, to: { $gt: at }, from: { $lte: at } } as const;
}

/** The absences that are in force at an instant (ISO, UTC). */
export async function absencesAt(db: Database, at: string): Promise<Away[]> {
  return await db.absences.find(absentAt(at), AWAY).lean<Away[]>();
}
