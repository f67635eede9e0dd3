import type { StepAnswer } from '../../models/contracts/record';
import type { TaskRow, UserRow } from '../../models/db';
import { CUSTOMER_ROLES, type Role } from '../../models/codes';
import { isCustomerSide } from '../access';
import type { Call } from '../http/route';
import { Problem } from '../http/problem';
import { taskSeenBy } from './tasks-seen';

const CUSTOMER_SIDE: readonly Role[] = CUSTOMER_ROLES;

/** Hands a task to another active person of the same side: the company's, or the same customer's. */
export async function transferTask(
  call: Call<{ id: string }, unknown, { to: string; reason: string }>,
): Promise<StepAnswer> {
  const { deps, me, body } = call;
  const task = await taskSeenBy(deps.db, me, call.params.id);
  if (task.status !== 'open') throw new Problem('task-closed');
  const to = await deps.db.users.findById(body.to).lean();
  if (!to?.isActive || !isOnSameSide(task, to)) {
    throw new Problem('invalid-input', '', {
      faults: [{ pointer: '/to', detail: 'nobody of that id can be given this task' }],
    });
  }
  return await deps.gateway.transfer(task.caseId, {
    key: call.answerKey,
    bodyHash: call.bodyHash,
    actor: { id: me.id, name: me.name, keys: me.keys },
    taskId: task._id,
    to: { id: to._id, name: to.name },
    reason: body.reason,
  });
}

function isOnSameSide(task: TaskRow, to: UserRow): boolean {
  const isCustomersTask = task.participants.some((seat) =>
    seat.keys.some((key) => CUSTOMER_SIDE.some((role) => key.startsWith(`role:${role}:`))),
  );
  if (!isCustomerSide(to.grants)) return !isCustomersTask;
  return isCustomersTask && to.grants.some((grant) => grant.customerId === task.customerId);
}
