import type { CalendarInput } from '../contracts/calendar';
import type { HolidayYear } from '../contracts/holidays';
import { frozenHolidays } from './frozen-years';
import { chineseHolidays, isPublishedYear, sourceOfYear, type HolidaySource } from './holiday-rules';
import { libraryHolidays } from './library-holidays';
import { openCalendar, type OpenCalendar } from './open-calendar';

/** The first year of which anything is known. */
const FIRST_YEAR = 1970;

/** What a version of a calendar holds: its own settings, the holidays that the company entered, and those that were announced. */
export interface CalendarContent {
  readonly calendar: CalendarInput;
  readonly holidayYears: readonly HolidayYear[];
  /** The years that the library knew when it was published; a draft has none, and takes what the library says now. */
  readonly libraryYears?: readonly HolidayYear[];
}

/** A content ready to count, under the name of a version. */
export function opened(id: string, version: number, content: CalendarContent): OpenCalendar {
  // What keeps no holidays was published without their years: there they are what they are now.
  const announced = content.calendar.holidays === 'cn' ? frozenHolidays(content.libraryYears) : libraryHolidays;
  return openCalendar({ ...content.calendar, id, version }, chineseHolidays(content.holidayYears, announced));
}

/** Who says what the public holidays of a year are; null for a calendar that keeps none. */
export function holidaysFrom(content: CalendarContent, year: number): HolidaySource | null {
  if (content.calendar.holidays === 'none') return null;
  return sourceOfYear(year, content.holidayYears, frozenHolidays(content.libraryYears));
}

/**
 * The last year whose public holidays are known: of those in a row from a given one on, else the last before it. Null for a
 * calendar that keeps none, or knows none.
 */
export function knownUntil(content: CalendarContent, thisYear: number): number | null {
  if (content.calendar.holidays === 'none') return null;
  const isKnown = (year: number) => isPublishedYear(year, content.holidayYears, frozenHolidays(content.libraryYears));
  let year = thisYear;
  while (year >= FIRST_YEAR && !isKnown(year)) year -= 1;
  while (year >= thisYear && isKnown(year + 1)) year += 1;
  return year < FIRST_YEAR ? null : year;
}
