import type { Text } from './text';

/** Why a deadline is what it is: everything that was counted, and what was not. Instants are ISO, UTC. */
export interface DeadlineReason {
  /** What is counted now. */
  readonly time: 'open' | 'elapsed';
  /** What was counted at first, where that was the other kind; null where it never changed. */
  readonly timeBefore: 'open' | 'elapsed' | null;
  readonly budgetInMs: number;
  /** The budget as the policy says it, where that is in working days. */
  readonly workingDays: number | null;
  /** Null while the clock is paused or once it was stopped in time. */
  readonly dueAt: string | null;
  /** What was counted until the deadline, or until the clock stood still. */
  readonly stretches: readonly CountedStretch[];
  /** Holidays and exceptions between the first and the last stretch: days off, and make-up days that counted. */
  readonly specialDays: readonly SpecialDays[];
  readonly pauses: readonly CountedPause[];
  /** Null where no open time was ever counted. */
  readonly calendar: { readonly id: string; readonly version: number; readonly title: Text } | null;
  readonly timeZone: string;
  readonly isProvisional: boolean;
}

/** Open time that was counted, within one day of the calendar's zone. */
export interface CountedStretch {
  readonly from: string;
  readonly to: string;
  readonly ms: number;
}

/** Neighbouring days that are not as the week has them, with their name. */
export interface SpecialDays {
  /** First and last day, `2026-10-01`. */
  readonly from: string;
  readonly to: string;
  /** An exception without open time is `closed`. */
  readonly kind: 'off' | 'make-up' | 'exception' | 'closed';
  readonly title: Text | null;
}

/** A time in which the clock stood still. */
export interface CountedPause {
  readonly from: string;
  /** Null while it lasts. */
  readonly to: string | null;
  /** What of it would have counted, in ms; null while it lasts. */
  readonly openInMs: number | null;
  readonly reason: string;
}
