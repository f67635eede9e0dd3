import { FIRST_DAY_OF_NEXT_NOTICE, type HolidayDay, type HolidayYear } from '../contracts/holidays';
import { libraryHolidays } from './library-holidays';
import { statutoryDays } from './statutory-days';

/** Which days are public holidays or make-up days, and which of that is not certain yet. */
export interface HolidayRules {
  /** What the notice, or failing that the law, says about a day; null: an ordinary day. */
  on(date: string): HolidayDay | null;
  /** Whether a notice that is not out yet may still change this day. */
  isProvisional(date: string): boolean;
}

/** A calendar without public holidays: nothing is ever provisional. */
export const NO_HOLIDAYS: HolidayRules = { on: () => null, isProvisional: () => false };

/**
 * Mainland China's holidays: the company's own entry of a year, else the library's, else what the law names.
 * It remembers the years that it read (some ms each), so one serves all calendars; its answers are those of a pure function.
 */
export function chineseHolidays(entered: readonly HolidayYear[]): HolidayRules {
  const years = new Map<number, KnownYear>();
  const known = (year: number): KnownYear => {
    const before = years.get(year);
    if (before) return before;
    const read = readYear(year, entered);
    years.set(year, read);
    return read;
  };
  return {
    on(date) {
      const year = yearIn(date);
      const ofNext = isTurnOfYear(date) ? known(year + 1).days.get(date) : undefined;
      return ofNext ?? known(year).days.get(date) ?? null;
    },
    isProvisional(date) {
      const year = yearIn(date);
      return !known(year).isPublished || (isTurnOfYear(date) && !known(year + 1).isPublished);
    },
  };
}

/** Whether the notice for the year is known, from the company's entry or the library. */
export function isPublishedYear(year: number, entered: readonly HolidayYear[]): boolean {
  return readYear(year, entered).isPublished;
}

interface KnownYear {
  readonly isPublished: boolean;
  readonly days: ReadonlyMap<string, HolidayDay>;
}

function readYear(year: number, entered: readonly HolidayYear[]): KnownYear {
  const published = entered.find((one) => one.year === year) ?? libraryHolidays(year);
  const { days } = published ?? statutoryDays(year);
  return { isPublished: published !== null, days: new Map(days.map((day) => [day.date, day])) };
}

// The notice for the next year may send people home on 31 December and have them work on the Saturday before.
function isTurnOfYear(date: string): boolean {
  return date.slice(5) >= FIRST_DAY_OF_NEXT_NOTICE;
}

function yearIn(date: string): number {
  return Number(date.slice(0, 4));
}
