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
  | { readonly does: 'expire' };

interface Seat {
  readonly role: Role | null;
  readonly addedBy: string | null;
  assignee: string | null;
  vote: Vote | null;
  by: string | null;
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
  ) {
    this.seats = roles.map((role) => ({ role, addedBy: null, assignee: null, vote: null, by: null }));
  }

  /** The seat that somebody could answer now. */
  seatOf(who: string): Seat | undefined {
    if (this.result !== null || this.seats.some(({ by }) => by === who)) return undefined;
    const left = this.seats.filter(({ vote }) => vote === null);
    const now = this.rule.kind === 'in-turn' ? left.slice(0, 1) : left;
    const free = now.find(({ assignee, role }) => assignee === null && this.holds(who, role));
    return now.find(({ assignee }) => assignee === who) ?? free;
  }

  private holds(who: string, role: Role | null): boolean {
    return (this.held[who] ?? []).some((held) => held === role);
  }

  private isAsked(who: string): boolean {
    return this.seats.some(({ role, assignee, by }) => {
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
    if (deed.does !== 'claim') this.journal.push(LINES[deed.does]);
    const result = this.counts(deed.does === 'vote' ? deed.vote : null);
    if (result) this.ends(result, 'task-completed');
    return true;
  }

  private vote({ who, vote }: { readonly who: string; readonly vote: Vote }): boolean {
    const seat = this.seatOf(who);
    return Boolean(seat && Object.assign(seat, { vote, by: who, assignee: seat.assignee ?? who }));
  }

  private claim({ who }: { readonly who: string }): boolean {
    const seat = this.seatOf(who);
    return Boolean(seat && Object.assign(seat, { assignee: who }));
  }

  private withdraw({ who }: { readonly who: string }): boolean {
    const at = this.seats.findIndex(({ by }) => by === who);
    const isOvertaken = this.rule.kind === 'in-turn' && this.seats.slice(at + 1).some(({ vote }) => vote !== null);
    const seat = this.seats[at];
    return Boolean(seat && !isOvertaken && Object.assign(seat, { vote: null, by: null }));
  }

  private add({ who, to, place }: { readonly who: string; readonly to: string; readonly place: Place }): boolean {
    const own = this.seatOf(who);
    const isSeated = this.seats.some(({ by, assignee }) => (by ?? assignee) === to);
    if (!own || isSeated || who === to || (place === 'alongside') === (this.rule.kind === 'in-turn')) return false;
    own.assignee = who;
    const at = place === 'alongside' ? this.seats.length : this.seats.indexOf(own) + (place === 'before' ? 0 : 1);
    this.seats.splice(at, 0, { role: null, addedBy: who, assignee: to, vote: null, by: null });
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

const LINES = { vote: 'vote-cast', withdraw: 'vote-withdrawn', add: 'voter-added', remove: 'voter-removed' } as const;
