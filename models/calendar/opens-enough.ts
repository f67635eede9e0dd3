import { minuteOf, type OpenRange } from '../contracts/opening-hours';
import { dayPlan } from './day-plan';
import { dateOf, dayNumber } from './days';
import { frozenHolidays } from './frozen-years';
import { chineseHolidays, NO_HOLIDAYS } from './holiday-rules';
import type { CalendarContent } from './opened';

const WINDOW_IN_DAYS = 365;
const BEFORE_IN_YEARS = 10;
const AHEAD_IN_YEARS = 30;

/** What a calendar must have open in every 365 days. */
export const LEAST_OPEN_IN_HOURS = 500;

/** 365 days in which a calendar is open less than it must be. */
export interface TooLittleOpen {
  readonly from: string;
  readonly to: string;
  readonly hours: number;
}

/**
 * The first 365 days in which a calendar has less than 500 hours of open time, by the clock on the wall; null when there are none.
 *
 * The longest deadline is 400 days, so 9,600 hours of open time, or 400 working days (`models/contracts/policy.ts`), and a walk goes
 * on for twenty years (`walk.ts`). Twenty times 500 hours are 10,000, less an hour a year for summer time. 500 hours
 * fill 20.8 days, so they lie on 21 days at least, which makes 420 working days in twenty years. And there are never two years without an
 * opening. So the walk of a whole budget that begins from ten years ago until ten years from now ends in a deadline, not in a
 * fault: all that it could see is looked at here, or is like it. (A rung far beyond the deadline may still lie behind the horizon.)
 */
export function opensTooLittle(content: CalendarContent, now: Date): TooLittleOpen | null {
  const { first, end } = daysLookedAt(content, now.getUTCFullYear());
  const minutes = minutesByDay(content, first, end);
  let inWindow = 0;
  for (const [index, open] of minutes.entries()) {
    inWindow += open - (minutes[index - WINDOW_IN_DAYS] ?? 0);
    const start = index - WINDOW_IN_DAYS + 1;
    if (start < 0 || inWindow >= LEAST_OPEN_IN_HOURS * 60) continue;
    return { from: dateOf(first + start), to: dateOf(first + index), hours: Math.floor(inWindow / 60) };
  }
  return null;
}

// All years without days of their own have the same week and the days of the law, so two of them stand for those that follow.
function daysLookedAt({ calendar, holidayYears }: CalendarContent, thisYear: number) {
  const own = [
    ...calendar.exceptions.map(({ date }) => Number(date.slice(0, 4))),
    ...holidayYears.map(({ year }) => year),
  ];
  const firstYear = Math.max(thisYear - BEFORE_IN_YEARS, Math.min(thisYear, ...own) - 1);
  const lastYear = Math.min(thisYear + AHEAD_IN_YEARS, Math.max(thisYear, ...own) + 2);
  return { first: dayNumber(`${firstYear}-01-01`), end: dayNumber(`${lastYear + 1}-01-01`) };
}

function minutesByDay({ calendar, holidayYears, libraryYears }: CalendarContent, first: number, end: number): number[] {
  const holidays =
    calendar.holidays === 'cn' ? chineseHolidays(holidayYears, frozenHolidays(libraryYears)) : NO_HOLIDAYS;
  const exceptions = new Map(calendar.exceptions.map((exception) => [exception.date, exception]));
  const lengths = new Map<readonly OpenRange[], number>();
  return Array.from({ length: end - first }, (_, index) => {
    const { ranges } = dayPlan(calendar, exceptions, holidays, first + index);
    const known = lengths.get(ranges) ?? lengthOf(ranges);
    lengths.set(ranges, known);
    return known;
  });
}

function lengthOf(ranges: readonly OpenRange[]): number {
  return ranges.reduce((sum, { from, to }) => sum + minuteOf(to) - minuteOf(from), 0);
}
