import type { CalendarVersion } from '../contracts/calendar';
import { minuteOf, type OpenRange } from '../contracts/opening-hours';
import type { Text } from '../contracts/text';
import { dayPlan, type DayPlan } from './day-plan';
import { DAY_IN_MS, dateOf, type DayNumber } from './days';
import { CalendarFault } from './faults';
import { NO_HOLIDAYS, type HolidayRules } from './holiday-rules';
import { zoneClock } from './zone';

/** Open time without a break: from the opening until before the closing, in ms since 1970. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** One day of a calendar in instants. */
export interface OpenDay extends DayPlan {
  readonly day: DayNumber;
  readonly from: number;
  /** The midnight after it. */
  readonly to: number;
  readonly stretches: readonly Stretch[];
  readonly openInMs: number;
}

/** A public holiday. */
export interface DayOff {
  readonly date: string;
  readonly name: Text;
}

/** A calendar that is ready to count. It remembers the days that it was asked about; its answers are those of a pure function. */
export interface OpenCalendar {
  readonly version: CalendarVersion;
  /** A day in instants. */
  day(day: DayNumber): OpenDay;
  /** The public holiday on a day, also where the company works on it; mainland China's where the calendar keeps none. */
  holiday(day: DayNumber): DayOff | null;
  /** The day to which an instant (ms since 1970) belongs in the calendar's zone. */
  dayOf(at: number): DayNumber;
}

const FURTHEST_IN_MS = 200 * 366 * DAY_IN_MS;

/** Makes a published calendar ready to count, with the holidays of mainland China, which not every calendar keeps. */
export function openCalendar(version: CalendarVersion, chinese: HolidayRules): OpenCalendar {
  const holidays = version.holidays === 'cn' ? chinese : NO_HOLIDAYS;
  const exceptions = new Map(version.exceptions.map((exception) => [exception.date, exception]));
  const zone = zoneClock(version.timeZone);
  const days = new Map<DayNumber, OpenDay>();

  function read(day: DayNumber): OpenDay {
    const plan = dayPlan(version, exceptions, holidays, day);
    const [from, to] = [zone.instantAt(day, 0), zone.instantAt(day + 1, 0)];
    const stretches = stretchesOf(plan.ranges, (minute) => zone.instantAt(day, minute));
    const openInMs = stretches.reduce((sum, stretch) => sum + stretch.to - stretch.from, 0);
    return { ...plan, day, from, to, stretches, openInMs };
  }

  return {
    version,
    day(day) {
      const known = days.get(day);
      if (known) return known;
      const fresh = read(day);
      days.set(day, fresh);
      return fresh;
    },
    holiday(day) {
      const date = dateOf(day);
      const on = chinese.on(date);
      return on?.kind === 'off' ? { date, name: on.name } : null;
    },
    dayOf(at) {
      assertInstant(at);
      // Zones are at most a day from UTC; a day that was left out begins and ends at once and holds no instant.
      let day = Math.floor(at / DAY_IN_MS) + 1;
      while (zone.instantAt(day, 0) > at) day -= 1;
      return day;
    },
  };
}

function assertInstant(at: number): void {
  if (Number.isInteger(at) && Math.abs(at) <= FURTHEST_IN_MS) return;
  throw new CalendarFault('instant-not-valid', {
    zh: `“${at}”不是可以计算的时刻（应为 1970 年前后 200 年内的毫秒数）`,
    en: `${at} is not an instant to count with: whole milliseconds within 200 years of 1970`,
  });
}

/** Ranges as instants; neighbours that touch become one, and what falls into a skipped hour is left out. */
function stretchesOf(ranges: readonly OpenRange[], instantOf: (minute: number) => number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const range of ranges) {
    const [from, to] = [instantOf(minuteOf(range.from)), instantOf(minuteOf(range.to))];
    if (from < to) join(stretches, { from, to });
  }
  return stretches;
}

/** Adds a stretch to the end of a list, prolonging the last one when they touch. */
export function join(stretches: Stretch[], next: Stretch): void {
  const last = stretches.at(-1);
  if (last?.to === next.from) stretches[stretches.length - 1] = { from: last.from, to: next.to };
  else stretches.push(next);
}
