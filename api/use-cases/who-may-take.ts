import type { Participant } from '../../models/contracts/task';
import type { Database, TaskRow, UserRow } from '../../models/db';
import { hasVoice, isCustomerSide, isOpenTo, isStaffRole, keysOf } from '../../models/whom';

/** True when an open task can be given to this person: who holds the step's role for its customer, and stays. */
export async function mayBeGiven(
  db: Database,
  task: TaskRow,
  seat: Participant,
  to: UserRow,
  now: Date,
): Promise<boolean> {
  const others = task.participants.filter((other) => other.seat !== seat.seat);
  if (!to.isActive || isLeaving(to, now) || (task.quorum && hasVoice(others, to._id))) return false;
  const eligible = eligibleFor(seat);
  // A step that names persons has no role; it stays on their side, the company's or the same customer's.
  if (eligible.length === 0) return await isOnSameSide(db, task, seat, to);
  return isOpenTo({ keys: eligible }, to);
}

/** True when somebody can be asked to vote beside a seat: an active person of the same side, who stays. */
export async function mayBeAdded(
  db: Database,
  task: TaskRow,
  seat: Participant,
  to: UserRow,
  now: Date,
): Promise<boolean> {
  return to.isActive && !isLeaving(to, now) && (await isOnSameSide(db, task, seat, to));
}

/** True while somebody's tasks are being handed over, before they are deactivated. */
export function isLeaving({ leavingUntil }: UserRow, now: Date): boolean {
  return leavingUntil !== null && leavingUntil > now;
}

// A transfer narrows a seat's keys to one person; whom the step asks for stays in `eligible`.
function eligibleFor({ eligible, whom, keys }: Participant): readonly string[] {
  const asked = eligible ?? (whom.kind === 'persons' ? [] : keysOf(whom));
  return asked.length === 0 ? [] : [...asked, ...keys];
}

async function isOnSameSide(db: Database, task: TaskRow, seat: Participant, to: UserRow): Promise<boolean> {
  const isCustomersTask = await isForCustomersSide(db, seat);
  if (!isCustomerSide(to.grants)) return !isCustomersTask;
  return isCustomersTask && to.grants.some((grant) => grant.customerId === task.customerId);
}

/** A rule says by its role on which side it is; one that names persons, as after a transfer, by theirs. */
async function isForCustomersSide(db: Database, { whom }: Participant): Promise<boolean> {
  if (whom.kind === 'role') return !isStaffRole(whom.role);
  if (whom.kind === 'holders') return false;
  const people = await db.users.find({ _id: { $in: whom.ids } }, { grants: 1 }).lean();
  return people.some(({ grants }) => isCustomerSide(grants));
}
