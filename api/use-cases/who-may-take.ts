import type { Participant } from '../../models/contracts/task';
import type { Database, TaskRow, UserRow } from '../../models/db';
import { keysOf } from '../../models/whom';
import { isCustomerSide, isStaffRole } from '../access';

/** True when an open task can be given to this person: who holds the step's role for its customer, and stays. */
export async function mayBeGiven(
  db: Database,
  task: TaskRow,
  seat: Participant,
  to: UserRow,
  now: Date,
): Promise<boolean> {
  if (!to.isActive || isLeaving(to, now)) return false;
  const eligible = eligibleFor(seat);
  // A step that names persons has no role; it stays on their side, the company's or the same customer's.
  if (eligible.length === 0) return await isOnSameSide(db, task, to);
  return to.keys.some((key) => eligible.includes(key));
}

/** True while somebody's tasks are being handed over, before they are deactivated. */
export function isLeaving({ leavingUntil }: UserRow, now: Date): boolean {
  return leavingUntil !== null && leavingUntil > now;
}

/** The seat of a task that a transfer by this person moves: their own, else the first that nobody has answered. */
export function seatToMove(task: TaskRow, personId: string): Participant | undefined {
  const waiting = task.participants.filter((seat) => seat.vote === null);
  return waiting.find((seat) => seat.assignee?.id === personId) ?? waiting[0];
}

// A transfer narrows a seat's keys to one person; whom the step asks for stays in `eligible`.
function eligibleFor({ eligible, whom, keys }: Participant): readonly string[] {
  const asked = eligible ?? (whom.kind === 'persons' ? [] : keysOf(whom));
  return asked.length === 0 ? [] : [...asked, ...keys];
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
