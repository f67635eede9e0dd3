import type { StepAnswer } from '../../models/contracts/record';
import type { Database, TaskRow, UserRow } from '../../models/db';
import { isCustomerSide, isStaffRole } from '../access';
import type { Call } from '../http/route';
import { Problem } from '../http/problem';
import { taskSeenBy } from './tasks-seen';

/** Hands a task to another active person of the same side: the company's, or the same customer's. */
export async function transferTask(
  call: Call<{ id: string }, unknown, { to: string; reason: string }>,
): Promise<StepAnswer> {
  const { deps, me, body } = call;
  const task = await taskSeenBy(deps.db, me, call.params.id);
  if (task.status !== 'open') throw new Problem('task-closed');
  const to = await deps.db.users.findById(body.to).lean();
  if (!to?.isActive || !(await isOnSameSide(deps.db, task, to))) {
    throw new Problem('invalid-input', '', {
      faults: [{ pointer: '/to', detail: 'nobody of that id can be given this task' }],
    });
  }
  return await deps.gateway.transfer(task.caseId, {
    at: deps.now().toISOString(),
    key: call.answerKey,
    bodyHash: call.bodyHash,
    actor: { id: me.id, name: me.name, keys: me.keys },
    taskId: task._id,
    to: { id: to._id, name: to.name },
    reason: body.reason,
  });
}

async function isOnSameSide(db: Database, task: TaskRow, to: UserRow): Promise<boolean> {
  const isCustomersTask = await isForCustomersSide(db, task);
  if (!isCustomerSide(to.grants)) return !isCustomersTask;
  return isCustomersTask && to.grants.some((grant) => grant.customerId === task.customerId);
}

/** A rule says by its role on which side it is; one that names persons, as after a transfer, by theirs. */
async function isForCustomersSide(db: Database, { participants }: TaskRow): Promise<boolean> {
  const rules = participants.map((seat) => seat.whom);
  if (rules.some((whom) => whom.kind === 'role' && !isStaffRole(whom.role))) return true;
  const ids = rules.flatMap((whom) => (whom.kind === 'persons' ? whom.ids : []));
  const people = await db.users.find({ _id: { $in: ids } }, { grants: 1 }).lean();
  return people.some(({ grants }) => isCustomerSide(grants));
}
