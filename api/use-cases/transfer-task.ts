import type { z } from 'zod';
import type { transferTaskSchema } from '../../models/contracts/case-requests';
import type { StepAnswer } from '../../models/contracts/record';
import type { UserRow } from '../../models/db';
import { isCustomerSide, seatToMove } from '../../models/whom';
import { seesCustomer } from '../access';
import type { SignedIn } from '../authentication';
import type { Call } from '../http/route';
import { invalidAt, invalidSince } from '../http/invalid';
import { commandFrom } from './command';
import { openTaskOf } from './tasks-seen';
import { whyNotGiven } from './who-may-take';

/** Hands a task to another active person who holds the step's role; a step that names persons, to one of the same side. */
export async function transferTask(
  call: Call<{ id: string }, unknown, z.output<typeof transferTaskSchema>>,
): Promise<StepAnswer> {
  const { deps, me, body } = call;
  const task = await openTaskOf(call);
  const seat = seatToMove(task.participants, me, { named: body.seat });
  if (!seat) throw invalidAt('/seat', 'seat-answered');
  const to = await deps.db.users.findById(body.to).lean();
  if (!to) throw invalidAt('/to', 'cannot-take-task');
  const why = await whyNotGiven(deps.db, task, seat, to, deps.now());
  if (why) throw mayKnow(me, to) ? invalidSince('/to', why) : invalidAt('/to', 'cannot-take-task');
  return await deps.gateway.transfer(task.caseId, {
    ...commandFrom(call),
    taskId: task._id,
    ...(task.quorum && body.seat !== undefined ? { seat: body.seat } : {}),
    to: { id: to._id, name: to.name },
    reason: body.reason,
  });
}

/** A customer's people are not told of others than their own why they cannot be given a task. */
function mayKnow(me: SignedIn, { grants }: UserRow): boolean {
  if (!isCustomerSide(me.user.grants)) return true;
  return isCustomerSide(grants) && grants.some(({ customerId }) => customerId !== null && seesCustomer(me, customerId));
}
