import type { z } from 'zod';
import type { transferTaskSchema } from '../../models/contracts/case-requests';
import type { StepAnswer } from '../../models/contracts/record';
import { seatToMove } from '../../models/whom';
import type { Call } from '../http/route';
import { invalidAt } from '../http/invalid';
import { commandFrom } from './command';
import { openTaskOf } from './tasks-seen';
import { mayBeGiven } from './who-may-take';

/** Hands a task to another active person who holds the step's role; a step that names persons, to one of the same side. */
export async function transferTask(
  call: Call<{ id: string }, unknown, z.output<typeof transferTaskSchema>>,
): Promise<StepAnswer> {
  const { deps, me, body } = call;
  const task = await openTaskOf(call);
  const seat = seatToMove(task.participants, me, { named: body.seat });
  if (!seat) throw invalidAt('/seat', 'seat-answered');
  const to = await deps.db.users.findById(body.to).lean();
  if (!to || !(await mayBeGiven(deps.db, task, seat, to, deps.now()))) {
    throw invalidAt('/to', 'cannot-take-task');
  }
  return await deps.gateway.transfer(task.caseId, {
    ...commandFrom(call),
    taskId: task._id,
    ...(task.quorum && body.seat !== undefined ? { seat: body.seat } : {}),
    to: { id: to._id, name: to.name },
    reason: body.reason,
  });
}
