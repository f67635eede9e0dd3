import { CUSTOMER_ROLES, personKey, roleKey, type Role } from './codes';
import type { Grant, PersonName, Whom } from './contracts/people';
import type { Participant } from './contracts/task';

/** With what the ids of the sources of intake begin; people's begin otherwise. */
export const INTAKE_ID = 'IS';

/** True for the id of a source by which something came in from outside: nobody of the directory. */
export function isIntakeSource(id: string): boolean {
  return id.startsWith(`${INTAKE_ID}-`);
}

/** The key of the administrators, who act where nobody else can. */
export const ADMIN_KEY = roleKey('admin', null);

/** The keys of which a person must hold one to match the rule; who holds a role company-wide matches for every customer. */
export function keysOf(whom: Whom): string[] {
  switch (whom.kind) {
    case 'persons':
      return whom.ids.map(personKey);
    case 'holders':
      return [...whom.keys];
    case 'role':
      return [...new Set([roleKey(whom.role, whom.customerId), roleKey(whom.role, null)])];
  }
}

/**
 * Whether somebody who holds a seat still is one whom its step asks for, at an instant (ISO) or, without one, at all; a lost
 * role takes what was claimed with it.
 */
export function isStillAsked(seat: Seat, person: Holder, at: string | null = null): boolean {
  if (standsIn(seat, person.id, at)) return true;
  if (!seat.eligible?.length) return seat.keys.includes(personKey(person.id)) || !standsIn(seat, person.id, null);
  const asked = [...seat.eligible, ...seat.keys.filter((key) => key !== personKey(person.id))];
  return isOpenTo({ keys: asked }, person);
}

/**
 * Whether somebody is one of those whom a task asks: they have a seat, have answered, act for one who is absent, or could take
 * a seat by its own rule.
 */
export function isAskedOn(participants: readonly Participant[], person: Holder): boolean {
  return participants.some((seat) => {
    const { vote, assignee, eligible, whom } = seat;
    if ((vote?.by ?? assignee)?.id === person.id || standsIn(seat, person.id, null)) return true;
    if (vote || assignee) return false;
    return isOpenTo({ keys: eligible?.length ? eligible : keysOf(whom) }, person);
  });
}

const CUSTOMER_SIDE: readonly Role[] = CUSTOMER_ROLES;

/** True for a role of the company's own people. */
export function isStaffRole(role: Role): boolean {
  return !CUSTOMER_SIDE.includes(role);
}

/** True for somebody who stands on a customer's side only. */
export function isCustomerSide(grants: readonly Grant[]): boolean {
  return grants.length > 0 && grants.every(({ role }) => !isStaffRole(role));
}

/** A colleague stands in for colleagues, somebody of a customer for people of the same one. */
export function areOfOneSide(person: Sided, standIn: Sided): boolean {
  if (!isCustomerSide(person.grants)) return !isCustomerSide(standIn.grants);
  const customers = new Set(person.grants.map(({ customerId }) => customerId));
  return isCustomerSide(standIn.grants) && standIn.grants.some(({ customerId }) => customers.has(customerId));
}

/** Whether somebody is fit to stand in for a person in the cases of a customer (null: of none): also there they are of one side. */
export function mayStandIn(person: Sided, standIn: Sided, customerId: string | null): boolean {
  if (!areOfOneSide(person, standIn)) return false;
  const isTheirCustomer = standIn.grants.some((grant) => grant.customerId === customerId);
  return customerId === null || !isCustomerSide(person.grants) || isTheirCustomer;
}

interface Sided {
  readonly grants: readonly Grant[];
}

/** True for somebody at a customer's whom nobody has given a password: they decide by the links of mails. */
export function hasNoAccount({ passwordHash, grants }: { passwordHash: string; grants: readonly Grant[] }): boolean {
  return passwordHash === '' && isCustomerSide(grants);
}

/** Whether somebody acts on a seat for one who is absent, at an instant (ISO) or, without one, at all. */
export function standsIn({ substitutes }: Pick<Seat, 'substitutes'>, personId: string, at: string | null): boolean {
  return substitutes?.some(({ id, until }) => id === personId && (at === null || at < until)) ?? false;
}

/** Whether a seat is open to somebody by its own rule: they hold one of its keys. */
export function isOpenTo({ keys }: Pick<Holder, 'keys'>, person: Pick<Holder, 'keys'>): boolean {
  return keys.some((key) => person.keys.includes(key));
}

/** Whether a seat is somebody's work by its own rule: they have it, or nobody has and they could. */
export function isTheirs(seat: Pick<Participant, 'assignee' | 'keys'>, person: Holder): boolean {
  return seat.assignee ? seat.assignee.id === person.id : isOpenTo(seat, person);
}

/** Whether somebody has a claimed seat, alone or with who claimed it: they act for them, or are acted for; at an instant (ISO) or at all. */
export function isAmongHolders(seat: Participant, personId: string, at: string | null = null): boolean {
  const { assignee, substitutes = [] } = seat;
  if (assignee === null) return false;
  if (assignee.id === personId || claimedFor(seat)?.id === personId) return true;
  return standsIn({ substitutes: substitutes.filter(({ forWhom }) => forWhom.id === assignee.id) }, personId, at);
}

/** True for who has a seat of a decision or has voted on it, also where another does it for them: nobody has two voices in one. */
export function hasVoice(participants: readonly Participant[], personId: string): boolean {
  return participants.some((seat) => {
    const voices = seat.vote ? [seat.vote.by, seat.vote.forWhom] : [seat.assignee, claimedFor(seat)];
    return voices.some((one) => one?.id === personId);
  });
}

/**
 * The seat that a transfer moves: the one that is named, of the one who gives it away (`from`), else the first that the person could
 * answer, for themselves or for one who is absent.
 */
export function seatToMove(
  participants: readonly Participant[],
  person: Holder,
  { from = person.id, named }: { readonly from?: string | undefined; readonly named?: string | undefined } = {},
): Participant | undefined {
  const waiting = participants.filter((seat) => seat.vote === null);
  const open = named === undefined ? waiting : waiting.filter(({ seat }) => seat === named);
  return (
    open.find((seat) => seat.assignee?.id === from) ??
    open.find((seat) => seat.assignee === null && isOpenTo(seat, person)) ??
    open.find((seat) => isAmongHolders(seat, person.id)) ??
    open.find((seat) => seat.assignee === null && standsIn(seat, person.id, null)) ??
    open[0]
  );
}

/** For whom the one who has claimed a seat acts; null where it is their own work. */
export function claimedFor({ assignee, owner, substitutes = [] }: Participant): PersonName | null {
  const acting = substitutes.find(({ id, forWhom }) => id === assignee?.id && forWhom.id === owner?.id);
  return acting?.forWhom ?? null;
}

type Seat = Pick<Participant, 'keys' | 'eligible' | 'substitutes'>;

interface Holder {
  readonly id: string;
  readonly keys: readonly string[];
}
