import { budgetInMsOf } from '../../models/calendar/clock';
import { addOpenTime } from '../../models/calendar/open-time';
import type { OpenCalendar } from '../../models/calendar/open-calendar';
import type { TaskRow } from '../../models/db';
import type { Draw } from './draw';

export const MINUTE_IN_MS = 60_000;
export const HOUR_IN_MS = 60 * MINUTE_IN_MS;
const EVENING_FROM_HOUR = 19;
const EVENING_IN_MINUTES = 170;
/** What people take for the length of a task that has no deadline. */
const WITHOUT_DEADLINE_IN_MS = 8 * HOUR_IN_MS;

/** After so much time of the office from an instant, on the next whole minute. */
export function afterOfficeTime(calendar: OpenCalendar, from: number, durationInMs: number): number {
  return wholeMinute(addOpenTime(calendar, from, Math.round(durationInMs)).at);
}

/** At home in the evening of that day. */
export function inTheEvening(calendar: OpenCalendar, at: number, draw: Draw): number {
  const day = calendar.day(calendar.dayOf(at));
  return day.from + EVENING_FROM_HOUR * HOUR_IN_MS + draw.whole('minute', 0, EVENING_IN_MINUTES) * MINUTE_IN_MS;
}

/** When a share of a task's time is over that began at an instant. */
export function afterShareOf(calendar: OpenCalendar, { clock }: TaskRow, from: number, share: number): number {
  const budgetInMs = (clock ? budgetInMsOf(calendar, clock) : WITHOUT_DEADLINE_IN_MS) * share;
  return clock?.time === 'elapsed'
    ? afterOfficeTime(calendar, from + Math.round(budgetInMs), 0)
    : afterOfficeTime(calendar, from, budgetInMs);
}

function wholeMinute(at: number): number {
  return Math.ceil(at / MINUTE_IN_MS) * MINUTE_IN_MS;
}
