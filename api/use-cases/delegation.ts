import type { z } from 'zod';
import type {
  answerDelegationSchema,
  delegateTaskSchema,
  recallTaskSchema,
} from '../../models/contracts/case-requests';
import type { StepAnswer } from '../../models/contracts/record';
import type { Away } from '../../models/absences';
import type { UserRow } from '../../models/db';
import { absentAt, AWAY } from '../../models/db/absences';
import { hasNoAccount, seatToMove } from '../../models/whom';
import type { Call } from '../http/route';
import { invalidAt } from '../http/invalid';
import { commandFrom } from './command';
import type { AnyCall } from './master-data';
import { openTaskOf } from './tasks-seen';
import { mayBeAdded } from './who-may-take';

/** 委派: asks an active person of the same side for their opinion. */
export async function delegateTask(
  call: Call<{ id: string }, unknown, z.output<typeof delegateTaskSchema>>,
): Promise<StepAnswer> {
  const { deps, me, body } = call;
  const task = await openTaskOf(call);
  const to = await deps.db.users.findById(body.to).lean();
  const seat = seatToMove(task.participants, me);
  if (!to || !seat || !(await mayBeAdded(deps.db, task, seat, to, deps.now())))
    throw invalidAt('/to', 'cannot-take-task');
  if (hasNoAccount(to)) throw invalidAt('/to', 'cannot-answer', { name: to.name });
  await mustBeThere(call, to);
  const asked = { id: to._id, name: to.name };
  const command = { ...commandFrom(call), taskId: task._id, to: asked, reason: body.reason };
  return await deps.gateway.delegate(task.caseId, command);
}

/** Refuses to ask somebody who is absent: nobody gives another's opinion, but one may ask who acts for them. */
async function mustBeThere({ deps: { db, now } }: Pick<AnyCall, 'deps'>, { _id, name }: UserRow): Promise<void> {
  const at = now().toISOString();
  const away = await db.absences.findOne({ ...absentAt(at), personId: _id }, AWAY).lean<Away>();
  if (!away) return;
  const substitute = await db.users.findById(away.substituteId, { name: 1 }).lean();
  throw invalidAt('/to', 'asked-is-absent', { name, substitute: substitute?.name ?? away.substituteId });
}

/** Gives the opinion that one was asked for. */
export async function answerDelegation(
  call: Call<{ id: string }, unknown, z.output<typeof answerDelegationSchema>>,
): Promise<StepAnswer> {
  const task = await openTaskOf(call);
  const command = { ...commandFrom(call), taskId: task._id, comment: call.body.comment };
  return await call.deps.gateway.answerDelegation(task.caseId, command);
}

/** Takes back what one has delegated. */
export async function recallTask(
  call: Call<{ id: string }, unknown, z.output<typeof recallTaskSchema>>,
): Promise<StepAnswer> {
  const task = await openTaskOf(call);
  const command = { ...commandFrom(call), taskId: task._id, reason: call.body.reason };
  return await call.deps.gateway.recall(task.caseId, command);
}
