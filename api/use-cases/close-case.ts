import type { StepAnswer } from '../../models/contracts/record';
import type { Call } from '../http/route';
import { Problem } from '../http/problem';
import { commandFrom } from './command';
import { caseSeenBy } from './cases-seen';

/** Withdraws a case as its applicant, or cancels it with a role that its policy names. */
export async function closeCase(
  call: Call<{ id: string }, unknown, { reason: string }>,
  verb: 'withdraw' | 'cancel',
): Promise<StepAnswer> {
  const { deps, me } = call;
  const row = await caseSeenBy(deps.db, me, call.params.id);
  if (row.state !== 'open') throw new Problem('case-closed');
  return await deps.gateway[verb](row._id, {
    ...commandFrom(call),
    reason: call.body.reason,
  });
}
