import type { Outcome, Role } from '../../models/codes';
import type { Place, Quorum } from '../../models/contracts/quorum';

/** What somebody may say to a vote. */
export type Vote = 'approve' | 'reject' | 'return';

/** Something that happens while a vote runs. */
export type Deed =
  | { readonly does: 'vote'; readonly who: string; readonly vote: Vote }
  | { readonly does: 'claim'; readonly who: string }
  | { readonly does: 'withdraw'; readonly who: string }
  | { readonly does: 'add'; readonly who: string; readonly to: string; readonly place: Place }
  | { readonly does: 'remove'; readonly who: string; readonly index: number }
  | { readonly does: 'away'; readonly who: string; readonly substitute: string }
  | { readonly does: 'back'; readonly who: string }
  | { readonly does: 'expire' };

interface Seat {
  readonly role: Role | null;
  /** Whom it was added for; null on those that the step began with. */
  readonly isFor: string | null;
  readonly addedBy: string | null;
  assignee: string | null;
  /** For whom the one who has it acts; null where it is their own. */
  actsFor: string | null;
  vote: Vote | null;
  by: string | null;
  votedFor: string | null;
  /** Who acts for whom, as it was noted last; an answered seat is noted no more. */
  noted: readonly StandIn[];
}

interface StandIn {
  readonly who: string;
  readonly forWhom: string;
}

const LEADING: readonly Role[] = [
  ...(['project-manager', 'deputy-project-manager', 'resident-manager', 'tech-lead'] as const),
  ...(['ops-supervisor', 'maintenance-manager', 'admin'] as const),
];

/** A plain table of seats on paper, and somebody who counts. */
export class Paper {
  readonly seats: Seat[];
  readonly journal: string[] = [];
  result: Outcome | 'expired' | null = null;

  constructor(
    roles: readonly Role[],
    readonly rule: Quorum,
    private readonly held: Readonly<Record<string, readonly Role[]>>,
    absent: Readonly<Record<string, string>> = {},
  ) {
    this.seats = roles.map((role) => newSeat(role, null, null));
    this.absent = new Map(Object.entries(absent));
    this.note();
  }

  /** Who is absent, and who acts for them. */
  private readonly absent: Map<string, string>;

  /** The seat that somebody could answer now. */
  seatOf(who: string): Seat | undefined {
    if (this.result !== null || this.hasVoted(who)) return undefined;
    const left = this.seats.filter(({ vote }) => vote === null);
    const now = this.rule.kind === 'in-turn' ? left.slice(0, 1) : left;
    const own = now.find(({ assignee }) => assignee === who);
    if (own) return own.actsFor !== null && this.hasVoted(own.actsFor) ? undefined : own;
    const free = now.filter((seat) => this.isFree(seat, who) && !this.hasVoted(this.forWhom(seat, who) ?? ''));
    return free.find((seat) => this.isRightful(seat, who)) ?? free[0];
  }

  private hasVoted(who: string): boolean {
    return this.seats.some(({ by, votedFor }) => by === who || votedFor === who);
  }

  /** Nobody has it and they are asked, or act for one who is; or it is with one of the two who act for each other. */
  private isFree(seat: Seat, who: string): boolean {
    const { assignee, actsFor, noted } = seat;
    const acts = noted.filter((one) => one.who === who);
    if (assignee === null) return this.isRightful(seat, who) || acts.length > 0;
    if (actsFor === who) return true;
    return acts.some(({ forWhom }) => forWhom === assignee);
  }

  private isRightful({ role, isFor }: Seat, who: string): boolean {
    return role === null ? isFor === who : this.holds(who, role);
  }

  private forWhom(seat: Seat, who: string): string | null {
    const { assignee, actsFor, noted } = seat;
    if (assignee === who) return actsFor;
    const acts = noted.filter((one) => one.who === who);
    if (assignee !== null) return acts.find(({ forWhom }) => forWhom === assignee)?.forWhom ?? null;
    return this.isRightful(seat, who) ? null : (acts[0]?.forWhom ?? null);
  }

  private take(seat: Seat, who: string): void {
    seat.actsFor = this.forWhom(seat, who);
    seat.assignee = who;
  }

  /** After each deed it is looked up anew who acts for whom on the seats without an answer. */
  private note(): void {
    const away = [...this.absent.keys()].sort();
    for (const seat of this.seats.filter(({ vote }) => vote === null)) {
      const asked = away.filter((who) => (seat.assignee ? seat.assignee === who : this.isRightful(seat, who)));
      const acting = asked.flatMap((forWhom) => ({ who: this.absent.get(forWhom) ?? '', forWhom }));
      const may = acting.filter((one) => !this.hasVoted(one.who) && !this.hasVoted(one.forWhom));
      const has = seat.actsFor === null ? [] : [{ who: seat.assignee ?? '', forWhom: seat.actsFor }];
      seat.noted = [...has, ...may];
    }
  }

  private away({ who, substitute }: { readonly who: string; readonly substitute: string }): boolean {
    const others = [...this.absent].flat();
    if (who === substitute || this.absent.has(substitute) || others.includes(who)) return false;
    this.absent.set(who, substitute);
    return true;
  }

  /** What another has taken for them is theirs again; what another has voted for them stands. */
  private back({ who }: { readonly who: string }): boolean {
    for (const seat of this.seats) {
      seat.noted = seat.noted.filter(({ forWhom }) => forWhom !== who);
      if (seat.vote === null && seat.actsFor === who) Object.assign(seat, { assignee: who, actsFor: null });
    }
    return this.absent.delete(who);
  }

  private holds(who: string, role: Role | null): boolean {
    return (this.held[who] ?? []).some((held) => held === role);
  }

  private isAsked(who: string): boolean {
    return this.seats.some(({ role, assignee, by, noted }) => {
      if (noted.some((one) => one.who === who)) return true;
      const taken = by ?? assignee;
      return taken === null ? this.holds(who, role) : taken === who;
    });
  }

  /** True when it may be done; then it is. */
  does(deed: Deed): boolean {
    if (deed.does === 'expire') {
      if (this.result === null) this.ends('expired', 'task-expired');
      return true;
    }
    if (this.result !== null || !this[deed.does](deed as never)) return false;
    if (deed.does in LINES) this.journal.push(LINES[deed.does as keyof typeof LINES]);
    this.note();
    const result = this.counts(deed.does === 'vote' ? deed.vote : null);
    if (result) this.ends(result, 'task-completed');
    return true;
  }

  private vote({ who, vote }: { readonly who: string; readonly vote: Vote }): boolean {
    const seat = this.seatOf(who);
    if (!seat) return false;
    this.take(seat, who);
    return Boolean(Object.assign(seat, { vote, by: who, votedFor: seat.actsFor }));
  }

  private claim({ who }: { readonly who: string }): boolean {
    const seat = this.seatOf(who);
    if (seat) this.take(seat, who);
    return seat !== undefined;
  }

  private withdraw({ who }: { readonly who: string }): boolean {
    const at = this.seats.findIndex(({ by }) => by === who);
    const isOvertaken = this.rule.kind === 'in-turn' && this.seats.slice(at + 1).some(({ vote }) => vote !== null);
    const seat = this.seats[at];
    if (!seat || isOvertaken) return false;
    const { votedFor, noted } = seat;
    if (votedFor !== null && !noted.some((one) => one.who === who)) return false;
    return Boolean(Object.assign(seat, { vote: null, by: null, votedFor: null }));
  }

  private add({ who, to, place }: { readonly who: string; readonly to: string; readonly place: Place }): boolean {
    const own = this.seatOf(who);
    const isSeated = this.hasVoted(to) || this.seats.some((one) => one.vote === null && isWith(one, to));
    if (
      !own ||
      isSeated ||
      who === to ||
      this.forWhom(own, who) === to ||
      (place === 'alongside') === (this.rule.kind === 'in-turn')
    )
      return false;
    this.take(own, who);
    const at = place === 'alongside' ? this.seats.length : this.seats.indexOf(own) + (place === 'before' ? 0 : 1);
    this.seats.splice(at, 0, newSeat(null, to, who));
    return true;
  }

  private remove({ who, index }: { readonly who: string; readonly index: number }): boolean {
    const left = this.seats.length - 1;
    const isNeeded = left < 1 || (this.rule.kind === 'count' && this.rule.needed > left);
    const seat = this.seats[index];
    const leads = LEADING.some((role) => this.holds(who, role)) && !this.isAsked(who);
    if (seat?.vote !== null || isNeeded || (!leads && seat.addedBy !== who)) return false;
    this.seats.splice(index, 1);
    return true;
  }

  private ends(result: Outcome | 'expired', line: string): void {
    this.result = result;
    this.journal.push(line);
  }

  private counts(last: Vote | null): Outcome | null {
    const { rule } = this;
    if (last === 'return' || rule.kind === 'any') return last;
    const of = (what: Vote) => this.seats.filter(({ vote }) => vote === what).length;
    const isEnough = (approvals: number) => {
      if (rule.kind === 'count') return approvals >= rule.needed;
      if (rule.kind === 'percent') return approvals > 0 && approvals * 100 >= rule.needed * this.seats.length;
      return approvals === this.seats.length;
    };
    if (isEnough(of('approve'))) return 'approve';
    return (last === 'reject' && rule.hasVeto) || !isEnough(this.seats.length - of('reject')) ? 'reject' : null;
  }
}

function newSeat(role: Role | null, isFor: string | null, addedBy: string | null): Seat {
  return { role, isFor, addedBy, assignee: isFor, actsFor: null, vote: null, by: null, votedFor: null, noted: [] };
}

function isWith({ assignee, actsFor }: Seat, who: string): boolean {
  return assignee === who || actsFor === who;
}

const LINES = { vote: 'vote-cast', withdraw: 'vote-withdrawn', add: 'voter-added', remove: 'voter-removed' } as const;
