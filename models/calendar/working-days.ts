import { dateOf, dayNumber } from './days';
import { CalendarFault } from './faults';
import type { OpenCalendar } from './open-calendar';
import { daysFrom } from './walk';

const MAX_WORKING_DAYS = 2600;

/** The end of a number of working days. */
export interface WorkingDaysEnd {
  /** Ms since 1970: the close of the last of them. */
  readonly at: number;
  readonly isProvisional: boolean;
  /** The working days that were counted, `2026-10-10`. */
  readonly days: readonly string[];
}

/**
 * The close of the n-th working day after the day of the start: "2 working days" from Friday noon end on Tuesday evening.
 * A day with any open time is a working day, half days and make-up days too. n is from 1 to 2600 (ten years).
 */
export function closeOfNthWorkingDayAfter(calendar: OpenCalendar, from: number, n: number): WorkingDaysEnd {
  if (!Number.isInteger(n) || n < 1 || n > MAX_WORKING_DAYS) {
    throw new CalendarFault('budget-not-valid', {
      zh: `工作日数应为 1 到 ${MAX_WORKING_DAYS} 的整数，而不是 ${n}`,
      en: `a number of working days is a whole number from 1 to ${MAX_WORKING_DAYS}, not ${n}`,
    });
  }
  const first = calendar.dayOf(from);
  const days: string[] = [];
  let isProvisional = false;
  for (const day of daysFrom(calendar, first)) {
    isProvisional ||= day.isProvisional;
    const close = day.stretches.at(-1)?.to;
    if (day.day === first || close === undefined) continue;
    days.push(day.date);
    if (days.length === n) return { at: close, isProvisional, days };
  }
  throw new Error('unreachable: the walk through the days ends by itself only by a fault');
}

/** A working day, and whether a notice that is not out yet may still make it another. */
export interface WorkingDay {
  readonly date: string;
  readonly isProvisional: boolean;
}

/** The day itself (`2026-10-10`) when it is a working day, else the one before it. */
export function workingDayOnOrBefore(calendar: OpenCalendar, date: string): WorkingDay {
  return search(calendar, date, -1);
}

/** The day itself (`2026-10-10`) when it is a working day, else the next. */
export function workingDayOnOrAfter(calendar: OpenCalendar, date: string): WorkingDay {
  return search(calendar, date, 1);
}

/** The last working day of a month, `2026-10`. */
export function lastWorkingDayOf(calendar: OpenCalendar, month: string): WorkingDay {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const firstOfNext = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`;
  return workingDayOnOrBefore(calendar, dateOf(dayNumber(firstOfNext) - 1));
}

/** Whether a day (`2026-10-10`) has any open time. */
export function isWorkingDay(calendar: OpenCalendar, date: string): boolean {
  return calendar.day(dayNumber(date)).openInMs > 0;
}

function search(calendar: OpenCalendar, date: string, step: 1 | -1): WorkingDay {
  let isProvisional = false;
  for (const day of daysFrom(calendar, dayNumber(date), step)) {
    isProvisional ||= day.isProvisional;
    if (day.openInMs > 0) return { date: day.date, isProvisional };
  }
  throw new Error('unreachable: the walk through the days ends by itself only by a fault');
}
