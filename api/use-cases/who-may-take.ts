import { CUSTOMER_ROLES, STAFF_ROLES } from '../../models/codes';
import { ROLE_TITLES } from '../../models/contracts/roles';
import type { Text } from '../../models/contracts/text';
import type { Participant } from '../../models/contracts/task';
import type { Database, TaskRow, UserRow } from '../../models/db';
import { said } from '../../models/faults';
import { hasVoice, isCustomerSide, isOpenTo, isStaffRole, keysOf } from '../../models/whom';

/** Why an open task cannot be given to this person, null where it can: who holds the step's role for its customer, and stays. */
export async function whyNotGiven(
  db: Database,
  task: TaskRow,
  seat: Participant,
  to: UserRow,
  now: Date,
): Promise<Text | null> {
  if (!to.isActive || isLeaving(to, now)) return said('taker-leaves');
  const others = task.participants.filter((other) => other.seat !== seat.seat);
  if (task.quorum && hasVoice(others, to._id)) return said('has-a-seat', { name: to.name });
  const eligible = eligibleFor(seat);
  // A step that names persons has no role; it stays on their side, the company's or the same customer's.
  if (eligible.length === 0) return (await isOnSameSide(db, task, seat, to)) ? null : said('taker-of-another-side');
  return isOpenTo({ keys: eligible }, to) ? null : said('taker-without-role', { roles: rolesAmong(eligible) });
}

/** The roles of keys, in words. */
function rolesAmong(keys: readonly string[]): Text {
  const roles = [...STAFF_ROLES, ...CUSTOMER_ROLES].filter((role) =>
    keys.some((key) => key.startsWith(`role:${role}:`)),
  );
  const titles = roles.map((role) => ROLE_TITLES[role]);
  return { zh: titles.map(({ zh }) => zh).join('或'), en: titles.map(({ en }) => en).join(' or ') };
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
