import type { ArmedClock } from '../../models/contracts/clock';

/** Knows which cases have changed, and at which instants their clocks will make something happen. */
export class Stops {
  private readonly instants = new Map<string, readonly number[]>();
  private readonly unread = new Set<string>();
  private readonly readUntil = new Map<string, number>();

  /** A record of a case was written. */
  note(caseId: string, armed: readonly ArmedClock[]): void {
    this.unread.add(caseId);
    this.instants.set(
      caseId,
      armed.flatMap((clock) => clock.instants.map(({ at }) => Date.parse(at))),
    );
  }

  /** The cases that changed since they were last asked for, in the order of their numbers, and how far each was read. */
  changed(): readonly { readonly caseId: string; readonly afterSeq: number }[] {
    const caseIds = [...this.unread].sort();
    this.unread.clear();
    return caseIds.map((caseId) => ({ caseId, afterSeq: this.readUntil.get(caseId) ?? 0 }));
  }

  read(caseId: string, seq: number): void {
    this.readUntil.set(caseId, seq);
  }

  /** The next instant after another at which a clock may make something happen; Infinity when none will. */
  nextAfter(at: number): number {
    let next = Infinity;
    for (const instants of this.instants.values())
      for (const instant of instants) if (instant > at && instant < next) next = instant;
    return next;
  }

  /** How many cases there have been. */
  get cases(): number {
    return this.readUntil.size;
  }
}
