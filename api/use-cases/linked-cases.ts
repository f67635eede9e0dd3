import { processOf } from '../../models/contracts/processes';
import type { CaseRow, Database } from '../../models/db';
import { visibleCases } from '../access-to-cases';
import type { SignedIn } from '../authentication';

const MOST = 100;

/** The cases that a case was opened by, or has opened (ADR 3), as far as the person may see them; the earliest first. */
export async function linkedCases(db: Database, me: SignedIn, { _id, origin, links = [] }: CaseRow) {
  const ids = [...(origin === undefined ? [] : [origin]), ...links.map(({ caseId }) => caseId)];
  if (ids.length === 0) return [];
  const rows = await db.cases
    .find({ $and: [{ _id: { $in: ids } }, visibleCases(me)] }, { process: 1, subject: 1, state: 1, origin: 1 })
    .sort({ startedAt: 1, _id: 1 })
    .limit(MOST)
    .lean();
  return rows.map((row) => ({
    caseId: row._id,
    process: row.process,
    processTitle: processOf(row.process)?.title ?? null,
    subject: row.subject,
    state: row.state,
    isOrigin: row.origin !== _id,
  }));
}
