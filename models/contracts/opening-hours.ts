import { z } from 'zod';
import type { Text } from './text';

/** The days of the week, Monday first. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

const MAX_RANGES_A_DAY = 12;
const MINUTES_AN_HOUR = 60;

const beginning = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day is written 08:30');
const end = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day is written 18:00, midnight 24:00');

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
      if (what) context.issues.push({ ...fault(what, [index]), input: context.value });
    }
  })
  .overwrite((ranges) => [...ranges].sort((one, other) => minuteOf(one.from) - minuteOf(other.from)));

/** The opening hours of each day of the week; at least one is open. */
export const week = z
  .strictObject(Object.fromEntries(WEEKDAYS.map((day) => [day, openRanges])) as Record<Weekday, typeof openRanges>)
  .check((context) => {
    if (WEEKDAYS.some((day) => context.value[day].length > 0)) return;
    const what = { zh: '每周至少要有一段工作时间', en: 'a week without any open time' };
    context.issues.push({ ...fault(what, []), input: context.value });
  });

/** Minutes from midnight by the clock on the wall; `24:00` is 1440. */
export function minuteOf(time: string): number {
  const [hour, minute] = time.split(':').map(Number);
  return (hour ?? 0) * MINUTES_AN_HOUR + (minute ?? 0);
}

/** A fault for zod in English, with both languages in `params.text`. */
export function fault(text: Text, path: PropertyKey[]) {
  return { code: 'custom' as const, message: text.en, params: { text }, path };
}

function faultOfRange(range: OpenRange, before: readonly OpenRange[]): Text | null {
  const [from, to] = [minuteOf(range.from), minuteOf(range.to)];
  if (from === to) return { zh: '时段的开始和结束相同', en: 'a range that ends when it begins' };
  if (from > to) {
    return {
      zh: '时段跨越午夜：请分成两天填写，前一天到 24:00 为止',
      en: 'a range over midnight: write it as two days, the first until 24:00',
    };
  }
  const other = before.find((one) => minuteOf(one.from) < to && from < minuteOf(one.to));
  return other
    ? {
        zh: `与 ${other.from}–${other.to} 重叠`,
        en: `overlaps ${other.from}–${other.to}`,
      }
    : null;
}
