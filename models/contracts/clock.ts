/** A clock as data: a budget, what has been used of it, and since when it runs; the calendar code derives instants from it. */
export interface ClockState {
  readonly id: string;
  /** Open time runs in the calendar's opening hours, elapsed time always. */
  readonly time: 'open' | 'elapsed';
  readonly budgetInMs: number;
  readonly usedInMs: number;
  /** ISO instant, or null while the clock is paused. */
  readonly runningSince: string | null;
  /** The shares of the budget, in percent, whose instants are wanted. */
  readonly atPercent: readonly number[];
}

/** The instants that the calendar derived for one clock. */
export interface ArmedClock {
  readonly id: string;
  /** When the budget is used up; null while the clock is paused. */
  readonly dueAt: string | null;
  readonly instants: readonly ArmedInstant[];
  /** Version of the calendar that was asked. */
  readonly calendar: string;
  /** True when the calendar is not yet published for that time. */
  readonly isProvisional: boolean;
}

/** When one share of the budget is used up. */
export interface ArmedInstant {
  readonly atPercent: number;
  readonly at: string;
}
