/** A time in which a clock ran: from an instant (ISO, UTC) until before another; only the last may still run (`to` null). */
export interface RunningInterval {
  readonly from: string;
  readonly to: string | null;
  /** Why it paused after this interval; null while it runs and once it is stopped. */
  readonly pauseReason: string | null;
  /** When it goes on by itself after this pause; missing where somebody lets it go on. */
  readonly resumesAt?: string;
  /** The kind of time that it counted, where that is no longer the clock's: the level changed. */
  readonly time?: 'open' | 'elapsed';
}

/**
 * An SLA clock as data. It keeps when it ran, not how much it used: only the calendar can tell what of that was open,
 * and another version of the calendar may tell otherwise.
 */
export interface SlaClock {
  readonly id: string;
  /** Open time runs in the calendar's opening hours, elapsed time always. */
  readonly time: 'open' | 'elapsed';
  /** Null for a budget in working days, whose length only the calendar knows. */
  readonly budgetInMs: number | null;
  /** Ends at the close of so many working days after the day on which it began; missing for a budget in ms. */
  readonly workingDays?: number;
  /** Oldest first, without overlaps. */
  readonly intervals: readonly RunningInterval[];
  /** Stopped for good: answered, resolved or cancelled. */
  readonly isStopped: boolean;
  /** The shares of the budget, in percent, whose instants are wanted. */
  readonly atPercent: readonly number[];
  /** When it was found to be overrun; never undone by a new budget or another calendar. */
  readonly breachedAt: string | null;
}

/** No budget is longer, in open or in elapsed time. */
export const MAX_BUDGET_IN_MS = 3660 * 86_400_000;

/** The shares at which people are reminded, the next in line is told, and the breach is recorded. */
export const USUAL_SHARES: readonly number[] = [50, 75, 90, 100, 150];
