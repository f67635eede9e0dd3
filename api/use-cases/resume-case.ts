import type { Answer, Call } from '../http/route';
import { Problem } from '../http/problem';
import { caseSeenBy } from './cases-seen';

/**
 * Lets a case go on whose workflow was ended in Temporal though its record is open; refuses for a case that has ended, or whose
 * workflow runs. The reason goes into Temporal and into the access log.
 */
export async function resumeCase(call: Call<{ id: string }, unknown, { reason: string }>): Promise<Answer> {
  const { deps, me, params, body, answerKey, session } = call;
  const row = await caseSeenBy(deps.db, me, params.id);
  if (row.state !== 'open') throw new Problem('case-closed');
  await deps.gateway.resume(row._id, body.reason, answerKey);
  await deps.db.cases.updateOne({ _id: row._id }, { $set: { attention: null } }).session(session);
  return {
    status: 200,
    body: { caseId: row._id },
    access: { target: row._id, details: { reason: body.reason, attention: row.attention?.code ?? null } },
  };
}
