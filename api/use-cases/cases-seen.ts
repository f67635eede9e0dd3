import type { CaseRow, Database } from '../../models/db';
import { visibleCases } from '../access-to-cases';
import type { SignedIn } from '../authentication';
import { Problem } from '../http/problem';

/** A case that the person may see; a case that they may not see is answered as if it did not exist. */
export async function caseSeenBy(db: Database, me: SignedIn, caseId: string): Promise<CaseRow> {
  const row = await db.cases.findOne({ $and: [{ _id: caseId }, visibleCases(me)] }, { search: 0 }).lean();
  if (!row) throw new Problem('not-found');
  return row;
}
