import type { z } from 'zod';
import type {
  addVoterSchema,
  nudgeSchema,
  removeVoterSchema,
  withdrawVoteSchema,
} from '../../models/contracts/case-requests';
import type { StepAnswer } from '../../models/contracts/record';
import { seatToMove } from '../../models/whom';
import { invalidAt } from '../http/invalid';
import type { Call } from '../http/route';
import { commandFrom } from './command';
import { openTaskOf } from './tasks-seen';
import { mayBeAdded } from './who-may-take';

/** 催办: writes to those who have the task at hand. */
export async function nudge(call: Call<{ id: string }, unknown, z.output<typeof nudgeSchema>>): Promise<StepAnswer> {
  const task = await openTaskOf(call);
  const command = { ...commandFrom(call), taskId: task._id, reason: call.body.reason };
  return await call.deps.gateway.nudge(task.caseId, command);
}

/** Takes one's own vote back; the case itself accepts or refuses. */
export async function withdrawVote(
  call: Call<{ id: string }, unknown, z.output<typeof withdrawVoteSchema>>,
): Promise<StepAnswer> {
  const task = await openTaskOf(call);
  const command = { ...commandFrom(call), taskId: task._id, reason: call.body.reason };
  return await call.deps.gateway.withdrawVote(task.caseId, command);
}

/** 加签: lets one more person of the same side vote. */
export async function addVoter(
  call: Call<{ id: string }, unknown, z.output<typeof addVoterSchema>>,
): Promise<StepAnswer> {
  const { deps, me, body } = call;
  const task = await openTaskOf(call);
  const to = await deps.db.users.findById(body.to).lean();
  const seat = seatToMove(task.participants, me);
  if (!to || !seat || !(await mayBeAdded(deps.db, task, seat, to, deps.now())))
    throw invalidAt('/to', 'cannot-take-task');
  const { place, reason } = body;
  const added = { id: to._id, name: to.name };
  return await deps.gateway.addVoter(task.caseId, { ...commandFrom(call), taskId: task._id, to: added, place, reason });
}

/** 减签: takes a seat without a vote away. */
export async function removeVoter(
  call: Call<{ id: string; seat: string }, unknown, z.output<typeof removeVoterSchema>>,
): Promise<StepAnswer> {
  const { deps, body, params } = call;
  const task = await openTaskOf(call);
  const { seat } = params;
  return await deps.gateway.removeVoter(task.caseId, {
    ...commandFrom(call),
    taskId: task._id,
    seat,
    reason: body.reason,
  });
}
