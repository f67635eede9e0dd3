/** The instants that the calendar derived for one clock. */
export interface ArmedClock {
  readonly id: string;
  /** When the budget is used up; null while the clock is paused. */
  readonly dueAt: string | null;
  readonly instants: readonly ArmedInstant[];
  /** The calendar that was asked, `5x8@3`. */
  readonly calendar: string;
  /** True when the calendar is not yet published for that time. */
  readonly isProvisional: boolean;
}

/** When one share of the budget is used up. */
export interface ArmedInstant {
  readonly atPercent: number;
  readonly at: string;
}
