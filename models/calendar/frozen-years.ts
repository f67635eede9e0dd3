import type { HolidayYear } from '../contracts/holidays';
import type { AnnouncedYears } from './holiday-rules';
import { libraryHolidays } from './library-holidays';

/** No clock began so long ago; what is before is history, and a version need not hold it. */
const YEARS_BACK = 10;
/** A notice comes in the November before its year. */
const YEARS_AHEAD = 2;

/** The years around one that the library knows now. */
export function yearsOfLibrary(thisYear: number): HolidayYear[] {
  const years = Array.from({ length: YEARS_BACK + 1 + YEARS_AHEAD }, (_, index) => thisYear - YEARS_BACK + index);
  return years.flatMap((year) => libraryHolidays(year) ?? []);
}

/** The announced years that a version holds; of those before its first, and where it holds none, what the library says. */
export function frozenHolidays(years: readonly HolidayYear[] = []): AnnouncedYears {
  const first = Math.min(...years.map(({ year }) => year));
  return (year) => years.find((one) => one.year === year) ?? (year < first ? libraryHolidays(year) : null);
}
