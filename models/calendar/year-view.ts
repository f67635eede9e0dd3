import type { DayPlan } from './day-plan';
import { dayNumber, weekdayOf } from './days';
import type { OpenCalendar } from './open-calendar';
import type { Weekday } from '../contracts/opening-hours';

/** One day of the year view. */
export interface DayView extends DayPlan {
  readonly weekday: Weekday;
  readonly openInMs: number;
}

/** All days of a year with their hours, what decides them, and whether that is certain. */
export function yearView(calendar: OpenCalendar, year: number): DayView[] {
  const first = dayNumber(`${year}-01-01`);
  const count = dayNumber(`${year + 1}-01-01`) - first;
  return Array.from({ length: count }, (_, index) => {
    const { date, ranges, rule, title, isProvisional, openInMs } = calendar.day(first + index);
    return { date, weekday: weekdayOf(first + index), ranges, rule, title, isProvisional, openInMs };
  });
}
