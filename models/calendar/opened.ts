import type { CalendarInput } from '../contracts/calendar';
import type { HolidayYear } from '../contracts/holidays';
import { chineseHolidays, isPublishedYear } from './holiday-rules';
import { openCalendar, type OpenCalendar } from './open-calendar';

/** What a version of a calendar holds: its own settings, and the holidays that the company entered. */
export interface CalendarContent {
  readonly calendar: CalendarInput;
  readonly holidayYears: readonly HolidayYear[];
}

/** A content ready to count, under the name of a version. */
export function opened(id: string, version: number, { calendar, holidayYears }: CalendarContent): OpenCalendar {
  return openCalendar({ ...calendar, id, version }, chineseHolidays(holidayYears));
}

/** Where the public holidays of a year come from; null for a calendar that keeps none. */
export function holidaysFrom({ calendar, holidayYears }: CalendarContent, year: number) {
  if (calendar.holidays === 'none') return null;
  if (holidayYears.some((entered) => entered.year === year)) return 'entered';
  return isPublishedYear(year, []) ? 'library' : 'computed';
}

/** The last year in a row, from a given one on, whose public holidays are known; null for a calendar that keeps none. */
export function knownUntil({ calendar, holidayYears }: CalendarContent, thisYear: number): number | null {
  if (calendar.holidays === 'none') return null;
  let year = thisYear - 1;
  while (isPublishedYear(year + 1, holidayYears)) year += 1;
  return year;
}
