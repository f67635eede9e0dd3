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

/** A year as the State Council announced it, or null when that is not known. */
export type AnnouncedYears = (year: number) => HolidayYear | null;

/** Who says what the public holidays of a year are; `computed`: the notice is not out, and the law's days hold. */
export type HolidaySource = 'entered' | 'library' | 'computed';

/**
 * Mainland China's holidays: the company's own entry of a year, else what was announced (as the library knows it now, or knew it when
 * a version was published), else what the law names; an entry without the days of 国庆 is laid over these.
 * It remembers the years that it read (some ms each), so one serves all calendars; its answers are those of a pure function.
 */
export function chineseHolidays(
  entered: readonly HolidayYear[],
  announced: AnnouncedYears = libraryHolidays,
): HolidayRules {
  const years = new Map<number, KnownYear>();
  const known = (year: number): KnownYear => {
    const before = years.get(year);
    if (before) return before;
    const read = readYear(year, entered, announced);
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
      return isComputed(known(year)) || (isTurnOfYear(date) && isComputed(known(year + 1)));
    },
  };
}

/** Who says what the public holidays of a year are. */
export function sourceOfYear(
  year: number,
  entered: readonly HolidayYear[],
  announced: AnnouncedYears = libraryHolidays,
): HolidaySource {
  return readYear(year, entered, announced).source;
}

/** Whether the notice for the year is known, from the company's entry or from what was announced. */
export function isPublishedYear(
  year: number,
  entered: readonly HolidayYear[],
  announced: AnnouncedYears = libraryHolidays,
): boolean {
  return !isComputed(readYear(year, entered, announced));
}

interface KnownYear {
  readonly source: HolidaySource;
  readonly days: ReadonlyMap<string, HolidayDay>;
}

function readYear(year: number, entered: readonly HolidayYear[], announced: AnnouncedYears): KnownYear {
  const own = entered.find((one) => one.year === year);
  if (own && hasNationalDay(own)) return { source: 'entered', days: byDate(own.days) };
  const notice = announced(year);
  const { days } = notice ?? statutoryDays(year);
  return { source: notice ? 'library' : 'computed', days: byDate([...days, ...(own?.days ?? [])]) };
}

// The autumn's holidays are in the same notice as the spring's. The law gives 国庆 its first three days in every year.
function hasNationalDay({ year, days }: HolidayYear): boolean {
  return ['01', '02', '03'].every((day) =>
    days.some(({ date, kind }) => kind === 'off' && date === `${year}-10-${day}`),
  );
}

function byDate(days: readonly HolidayDay[]): ReadonlyMap<string, HolidayDay> {
  return new Map(days.map((day) => [day.date, day]));
}

function isComputed({ source }: KnownYear): boolean {
  return source === 'computed';
}

// The notice for the next year may send people home on 31 December and have them work on the Saturday before.
function isTurnOfYear(date: string): boolean {
  return date.slice(5) >= FIRST_DAY_OF_NEXT_NOTICE;
}

function yearIn(date: string): number {
  return Number(date.slice(0, 4));
}
