import { WEEKDAYS, type Weekday } from '../contracts/opening-hours';

/** The length of a day on which no clock is changed. */
export const DAY_IN_MS = 86_400_000;

const MONDAY = 3; // 1970-01-01 was a Thursday.

/** A calendar day as the number of days since 1970-01-01; it has no zone. */
export type DayNumber = number;

/** The day written `2026-10-10`. Throws a RangeError for a date that does not exist. */
export function dayNumber(date: string): DayNumber {
  const atMidnightInMs = Date.parse(`${date}T00:00:00Z`);
  const day = atMidnightInMs / DAY_IN_MS;
  if (!Number.isInteger(day) || dateOf(day) !== date) throw new RangeError(`there is no day ${date}`);
  return day;
}

/** The day as people write it, `2026-10-10`. */
export function dateOf(day: DayNumber): string {
  return new Date(day * DAY_IN_MS).toISOString().slice(0, 10);
}

/** The day of the week. */
export function weekdayOf(day: DayNumber): Weekday {
  return WEEKDAYS[(((day + MONDAY) % 7) + 7) % 7] as Weekday;
}

/** The year, `2026`. */
export function yearOf(day: DayNumber): number {
  return new Date(day * DAY_IN_MS).getUTCFullYear();
}
