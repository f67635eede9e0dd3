import { z } from 'zod';
import { issueAt, wrong, type FaultCode, type Facts } from '../faults';

/** The days of the week, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

const MAX_RANGES_A_DAY = 12;
const MINUTES_AN_HOUR = 60;

const beginning = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, wrong('not-a-beginning'));
const end = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, wrong('not-an-end'));

/** A part of a day in which time is open, by the clock on the wall: from `08:30` until before `12:00`. */
export const openRange = z.strictObject({ from: beginning, to: end });
/** A part of a day in which time is open. */
export type OpenRange = z.infer<typeof openRange>;

/** The open ranges of one day in any order, stored in theirs; none: the day is closed. */
export const openRanges = z
  .array(openRange)
  .max(MAX_RANGES_A_DAY)
  .check((context) => {
    for (const [index, range] of context.value.entries()) {
      const what = faultOfRange(range, context.value.slice(0, index));
      if (what) context.issues.push({ ...issueAt([index], ...what), input: context.value });
    }
  })
  .overwrite((ranges) => [...ranges].sort((one, other) => minuteOf(one.from) - minuteOf(other.from)));

/** The opening hours of each day of the week; at least one is open. */
export const week = z
  .strictObject(Object.fromEntries(WEEKDAYS.map((day) => [day, openRanges])) as Record<Weekday, typeof openRanges>)
  .check((context) => {
    if (WEEKDAYS.some((day) => context.value[day].length > 0)) return;
    context.issues.push({ ...issueAt([], 'never-open'), input: context.value });
  });

/** Minutes from midnight by the clock on the wall; `24:00` is 1440. */
export function minuteOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * MINUTES_AN_HOUR + (minute ?? 0);
}

function faultOfRange(range: OpenRange, before: readonly OpenRange[]): [FaultCode, Facts?] | null {
  const [from, to] = [minuteOf(range.from), minuteOf(range.to)];
  if (from === to) return ['empty-range'];
  if (from > to) return ['range-over-midnight'];
  const other = before.find((one) => minuteOf(one.from) < to && from < minuteOf(one.to));
  return other ? ['ranges-overlap', { from: other.from, to: other.to }] : null;
}
