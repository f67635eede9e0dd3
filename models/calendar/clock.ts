import { DUE_AT_PERCENT } from '../clocks';
import type { ArmedClock } from '../contracts/clock';
import type { RunningInterval, SlaClock } from '../contracts/sla-clock';
import { CalendarFault, type CalendarFaultCode } from './faults';
import type { OpenCalendar } from './open-calendar';
import { addOpenTime, assertBudget, openTimeBetween } from './open-time';
import { closeOfNthWorkingDayAfter } from './working-days';

const NEVER: readonly CalendarFaultCode[] = ['never-opens', 'budget-too-large'];

/** When a share of a budget was or will be used up. */
export interface ShareInstant {
  /** Ms since 1970. */
  readonly at: number;
  readonly isProvisional: boolean;
}

/** What a clock has used of its budget until an instant, in ms: the open (or elapsed) time of the intervals in which it ran. */
export function usedInMs(calendar: OpenCalendar, clock: SlaClock, nowInMs: number): number {
  return clock.intervals.reduce((sum, interval) => {
    const to = Math.min(endOf(interval), nowInMs);
    return sum + measured(calendar, timeOf(clock, interval), Date.parse(interval.from), to);
  }, 0);
}

/**
 * The budget in ms. In working days it is the open time from the beginning until the close of the n-th working day after the day of
 * the beginning [processes §0 Time], so that pauses and shares are counted as for any other.
 */
export function budgetInMsOf(
  calendar: OpenCalendar,
  clock: Pick<SlaClock, 'budgetInMs' | 'workingDays' | 'intervals'>,
): number {
  const begun = clock.intervals[0];
  if (clock.workingDays === undefined || !begun) return clock.budgetInMs ?? 0;
  const from = Date.parse(begun.from);
  return openTimeBetween(calendar, from, closeOfNthWorkingDayAfter(calendar, from, clock.workingDays).at);
}

/** What is left of the budget at an instant, in ms; negative once it is overdrawn. */
export function remainingInMs(calendar: OpenCalendar, clock: SlaClock, nowInMs: number): number {
  return budgetInMsOf(calendar, clock) - usedInMs(calendar, clock, nowInMs);
}

/**
 * The instant at which a share of the budget, in percent, was used up or will be if the clock goes on; null when it was paused
 * or stopped before. Throws a CalendarFault for a share of more than ten years.
 */
export function instantOfShare(calendar: OpenCalendar, clock: SlaClock, percent: number): ShareInstant | null {
  let leftInMs = Math.round((budgetInMsOf(calendar, clock) * percent) / 100);
  assertBudget(leftInMs);
  for (const interval of clock.intervals) {
    const from = Date.parse(interval.from);
    const to = endOf(interval);
    const time = timeOf(clock, interval);
    const inThisInMs = to === Infinity ? Infinity : measured(calendar, time, from, to);
    if (leftInMs <= inThisInMs) return added(calendar, time, from, leftInMs);
    leftInMs -= inThisInMs;
  }
  return null;
}

/**
 * The instants of a clock for the record: a paused or stopped clock is due at none that it has not reached, and none is due
 * at a share that the calendar does not reach in twenty years.
 */
export function armedClock(calendar: OpenCalendar, clock: SlaClock): ArmedClock {
  const due = reachedShare(calendar, clock, DUE_AT_PERCENT);
  const instants = clock.atPercent.flatMap((atPercent) => {
    const share = reachedShare(calendar, clock, atPercent);
    return share ? [{ atPercent, at: iso(share.at) }] : [];
  });
  return {
    id: clock.id,
    dueAt: due && iso(due.at),
    instants,
    calendar: `${calendar.version.id}@${calendar.version.version}`,
    isProvisional: due?.isProvisional ?? false,
  };
}

/**
 * The instant of a share; null also where the calendar does not reach it in twenty years. A record that could not be written
 * would hold its case for ever; a deadline that never comes does not.
 */
export function reachedShare(calendar: OpenCalendar, clock: SlaClock, percent: number): ShareInstant | null {
  try {
    return instantOfShare(calendar, clock, percent);
  } catch (error) {
    if (error instanceof CalendarFault && NEVER.includes(error.code)) return null;
    throw error;
  }
}

/** An instant as the contracts write it. */
export function iso(at: number): string {
  return new Date(at).toISOString();
}

/** The kind of time that an interval of a clock counts. */
export function timeOf(clock: SlaClock, interval: RunningInterval): SlaClock['time'] {
  return interval.time ?? clock.time;
}

function added(calendar: OpenCalendar, time: SlaClock['time'], from: number, budgetInMs: number): ShareInstant {
  if (time === 'elapsed') return { at: from + budgetInMs, isProvisional: false };
  const { at, isProvisional } = addOpenTime(calendar, from, budgetInMs);
  return { at, isProvisional };
}

function measured(calendar: OpenCalendar, time: SlaClock['time'], from: number, to: number): number {
  if (to <= from) return 0;
  return time === 'elapsed' ? to - from : openTimeBetween(calendar, from, to);
}

function endOf({ from, to }: RunningInterval): number {
  const end = to === null ? Infinity : Date.parse(to);
  if (!(end >= Date.parse(from))) throw notInOrder();
  return end;
}

function notInOrder(): CalendarFault {
  return new CalendarFault('clock-goes-back', {
    zh: '时钟的时段结束早于开始',
    en: 'an interval of the clock ends before it begins',
  });
}
