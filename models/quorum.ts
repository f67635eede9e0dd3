import type { Outcome } from './codes';
import type { Place, Quorum, Tally } from './contracts/quorum';
import type { Participant, Task } from './contracts/task';

/** One seat as the count sees it; the order of the seats is the order of their turns. */
export interface Ballot {
  readonly seat: string;
  readonly outcome: Outcome | null;
}

/**
 * What the seats have decided together, null while it is open [processes §0 Approvals]. 退回 takes effect at once, whoever says it;
 * 驳回 once the approval has become impossible, or at once where each has a veto (一票否决).
 */
export function decidedBy(quorum: Quorum, ballots: readonly Ballot[]): Outcome | null {
  const cast = ballots.flatMap(({ outcome }) => outcome ?? []);
  const refusals = cast.filter((outcome) => outcome !== 'approve');
  if (refusals.includes('return')) return 'return';
  if (quorum.kind === 'any') return cast[0] ?? null;
  const approvals = cast.length - refusals.length;
  const needed = neededOf(quorum, ballots.length);
  const isImpossible = ballots.length - refusals.length < needed;
  if (refusals[0] !== undefined && (quorum.hasVeto || isImpossible)) return refusals[0];
  return approvals >= needed ? 'approve' : null;
}

/** How many of so many seats have to approve. */
export function neededOf(quorum: Quorum, seats: number): number {
  switch (quorum.kind) {
    case 'any':
      return 1;
    case 'all':
    case 'in-turn':
      return seats;
    case 'count':
      return quorum.needed;
    case 'percent':
      return Math.max(1, Math.ceil((seats * quorum.needed) / 100));
  }
}

/** The seats whose turn it is: one after another, else all that have not answered. */
export function seatsInTurn(quorum: Quorum, ballots: readonly Ballot[]): readonly string[] {
  const open = ballots.filter(({ outcome }) => outcome === null).map(({ seat }) => seat);
  return quorum.kind === 'in-turn' ? open.slice(0, 1) : open;
}

/** Why a seat cannot be taken away (减签), null when it can: it has answered, is the last, or the count could never be reached. */
export function whyNotRemoved(quorum: Quorum, ballots: readonly Ballot[], seat: string): 'answered' | 'last' | null {
  const of = ballots.find((ballot) => ballot.seat === seat);
  if (of?.outcome) return 'answered';
  const left = ballots.length - 1;
  return left < 1 || left < neededOf(quorum, left) ? 'last' : null;
}

type Asked = Pick<Task, 'quorum' | 'participants'>;

/** Where one more may vote (加签): in an order before or after, else alongside; a task of one person may become either. */
export function placesFor(quorum: Quorum | undefined): readonly Place[] {
  if (!quorum) return ['before', 'after', 'alongside'];
  return quorum.kind === 'in-turn' ? ['before', 'after'] : ['alongside'];
}

/** Whether a vote can no longer be taken back: one after another, the next has voted on what it said. */
export function isOvertaken({ quorum, participants }: Asked, seat: Participant): boolean {
  const later = participants.slice(participants.indexOf(seat) + 1);
  return quorum?.kind === 'in-turn' && later.some(({ vote }) => vote !== null);
}

/** The seat of somebody's vote, where several decide. */
export function votedSeat({ quorum, participants }: Asked, personId: string): Participant | undefined {
  return quorum ? participants.find(({ vote }) => vote?.by.id === personId) : undefined;
}

/** The seats that may answer a task now: all without an answer, or the one whose turn it is. */
export function waitingSeats({ quorum, participants }: Asked): Participant[] {
  const open = participants.filter((seat) => seat.vote === null);
  if (!quorum) return open;
  const inTurn = seatsInTurn(quorum, ballotsOf(participants));
  return open.filter(({ seat }) => inTurn.includes(seat));
}

/** Who has answered a task that several decide, or was answered for by who acts for them; each of them has one voice. */
export function votersOf({ quorum, participants }: Asked): string[] {
  const voices = participants.flatMap(({ vote }) => [vote?.by, vote?.forWhom].flatMap((one) => one?.id ?? []));
  return quorum ? voices : [];
}

/** How the votes of a task stand; null where one person decides. */
export function tallyOf({ quorum, participants }: Asked): Tally | null {
  if (!quorum) return null;
  const cast = participants.flatMap(({ vote }) => vote?.outcome ?? []);
  const approvals = cast.filter((outcome) => outcome === 'approve').length;
  const needed = neededOf(quorum, participants.length);
  return { approvals, refusals: cast.length - approvals, seats: participants.length, needed };
}

/** The votes of the seats, in the order of their turns. */
export function ballotsOf(participants: readonly Participant[]): Ballot[] {
  return participants.map(({ seat, vote }) => ({ seat, outcome: vote?.outcome ?? null }));
}
