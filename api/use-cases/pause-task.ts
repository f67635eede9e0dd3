import type { StepAnswer } from '../../models/contracts/record';
import type { Call } from '../http/route';
import { commandFrom } from './command';
import { openTaskOf } from './tasks-seen';

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

async function commandOf(call: Call<{ id: string }, unknown, unknown>) {
  const task = await openTaskOf(call);
  return { caseId: task.caseId, command: { ...commandFrom(call), taskId: task._id } };
}
