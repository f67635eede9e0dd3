import type { StepAnswer } from '../../models/contracts/record';
import { said } from '../../models/faults';
import type { Call } from '../http/route';
import { Problem } from '../http/problem';
import { commandFrom } from './command';
import { isLeaving } from './who-may-take';
import { openTaskOf } from './tasks-seen';

/** Takes a task that several people could do. */
export async function claimTask(call: Call<{ id: string }, unknown, unknown>): Promise<StepAnswer> {
  const { deps, me } = call;
  const task = await openTaskOf(call);
  if (isLeaving(me.user, deps.now())) throw new Problem('wrong-state', said('tasks-handed-over'));
  return await deps.gateway.claim(task.caseId, { ...commandFrom(call), taskId: task._id });
}
