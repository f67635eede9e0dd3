import type { StepAnswer } from '../../models/contracts/record';
import type { Call } from '../http/route';
import { Problem } from '../http/problem';
import { taskSeenBy } from './tasks-seen';

/** Lets the clock of a task stand still, with the reason; the case itself accepts or refuses. */
export async function pauseTask(call: Call<{ id: string }, unknown, { reason: string }>): Promise<StepAnswer> {
  const { caseId, command } = await commandOf(call);
  return await call.deps.gateway.pauseClock(caseId, { ...command, reason: call.body.reason });
}

/** Lets the clock of a task go on. */
export async function resumeTask(call: Call<{ id: string }, unknown, unknown>): Promise<StepAnswer> {
  const { caseId, command } = await commandOf(call);
  return await call.deps.gateway.resumeClock(caseId, command);
}

async function commandOf({ deps, me, params, answerKey, bodyHash }: Call<{ id: string }, unknown, unknown>) {
  const task = await taskSeenBy(deps.db, me, params.id);
  if (task.status !== 'open') throw new Problem('task-closed');
  const actor = { id: me.id, name: me.name, keys: me.keys };
  const command = { at: deps.now().toISOString(), key: answerKey, bodyHash, actor, taskId: task._id };
  return { caseId: task.caseId, command };
}
