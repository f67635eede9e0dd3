import type { HolidayYear } from '../contracts/holidays';
import { frozenHolidays, yearsOfLibrary } from './frozen-years';
import { sourceOfYear } from './holiday-rules';
import { knownUntil, type CalendarContent } from './opened';

/** What a published version holds. */
export interface PublishedContent extends Required<CalendarContent> {
  readonly knownUntil: number | null;
}

/** A content as it is published: with the years that the library knows now, so that it depends on nothing else from then on. */
export function publishedContent({ calendar, holidayYears }: CalendarContent, thisYear: number): PublishedContent {
  const libraryYears = calendar.holidays === 'cn' ? yearsOfLibrary(thisYear) : [];
  const content = { calendar, holidayYears, libraryYears };
  return { ...content, knownUntil: knownUntil(content, thisYear) };
}

/**
 * The years that the library has learnt or corrected since a version was published. Those that the company entered itself
 * stay as it entered them.
 */
export function yearsLearntSince(
  { holidayYears, libraryYears }: CalendarContent,
  now: readonly HolidayYear[],
): readonly number[] {
  const before = frozenHolidays(libraryYears);
  const others = now.filter((year) => daysOf(year) !== daysOf(before(year.year)));
  return others.map(({ year }) => year).filter((year) => sourceOfYear(year, holidayYears) !== 'entered');
}

function daysOf(year: HolidayYear | null): string {
  return (year?.days ?? []).map(({ date, kind }) => `${date} ${kind}`).join();
}
