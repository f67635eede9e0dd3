import type { StepAnswer } from '../../models/contracts/record';
import { invalidAt } from '../http/invalid';
import type { Call } from '../http/route';
import { commandFrom } from './command';
import { mustBeNear } from './roster';
import { openTaskOf } from './tasks-seen';

interface PauseAsked {
  readonly reason: string;
  readonly until?: string | undefined;
}

/** Lets the clock of a task stand still, with the reason, perhaps until an instant; the case itself accepts or refuses. */
export async function pauseTask(call: Call<{ id: string }, unknown, PauseAsked>): Promise<StepAnswer> {
  const { reason, until } = call.body;
  const { caseId, command } = await commandOf(call);
  if (until === undefined) return await call.deps.gateway.pauseClock(caseId, { ...command, reason });
  if (until <= command.at) throw invalidAt('/until', 'pause-ends-in-the-past');
  mustBeNear(call.deps, '/until', until);
  return await call.deps.gateway.pauseClock(caseId, { ...command, reason, until });
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
