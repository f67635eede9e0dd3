import { z } from 'zod';
import { issueAt } from '../faults';
import { id, line } from './fields';
import { holidayYears } from './holidays';
import { openRanges, week } from './opening-hours';

const MAX_EXCEPTIONS = 2000;

/** A zone of the IANA database, such as `Asia/Shanghai`; an offset is not a zone, because it knows no summer time. */
export const timeZone = z
  .string()
  .max(64)
  .check((context) => {
    if (isTimeZone(context.value)) return;
    context.issues.push({ ...issueAt([], 'no-such-zone', { zone: context.value }), input: context.value });
  });

/** A day on which the company departs from its week and from the public holidays; without ranges it is closed. */
export const calendarException = z.strictObject({
  date: z.iso.date(),
  ranges: openRanges,
  /** Why, as people read it: 春节前半天. */
  title: line(100).optional(),
});
/** A day on which the company departs from its week and from the public holidays. */
export type CalendarException = z.infer<typeof calendarException>;

/** What a calendar's owner edits. */
export const calendarInput = z.strictObject({
  title: z.strictObject({ zh: line(60), en: line(60) }),
  timeZone,
  week,
  /** Whose public holidays and make-up working days 调休 hold: mainland China's, or nobody's. */
  holidays: z.enum(['cn', 'none']),
  exceptions: z.array(calendarException).max(MAX_EXCEPTIONS).check(noDateTwice),
});
/** What a calendar's owner edits. */
export type CalendarInput = z.infer<typeof calendarInput>;

/** A published calendar: never changed again, its successor has the next version. */
export const calendarVersion = calendarInput.extend({ id, version: z.number().int().min(1) });
/** A published calendar: never changed again, its successor has the next version. */
export type CalendarVersion = z.infer<typeof calendarVersion>;

/** Which version of which calendar. */
export const calendarRef = z.strictObject({ id, version: z.number().int().min(1) });
/** Which version of which calendar. */
export type CalendarRef = z.infer<typeof calendarRef>;

/** A calendar as a file, to be read by another installation. */
export const calendarFile = z.strictObject({
  format: z.literal('opsflow-calendar/1'),
  calendar: calendarInput,
  /** Holidays that the company entered itself. */
  holidayYears,
});
/** A calendar as a file. */
export type CalendarFile = z.infer<typeof calendarFile>;

function noDateTwice(context: z.core.ParsePayload<{ readonly date: string }[]>): void {
  const seen = new Set<string>();
  for (const [index, { date }] of context.value.entries()) {
    if (seen.has(date)) context.issues.push({ ...issueAt([index, 'date'], 'day-twice', { day: date }), input: date });
    seen.add(date);
  }
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
