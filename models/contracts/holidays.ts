import { z } from 'zod';
import { issueAt } from '../faults';
import { line } from './fields';

/** The first day of December that a notice for the next year has to do with; the earliest so far was the 29th (2018). */
export const FIRST_DAY_OF_NEXT_NOTICE = '12-28';

const MAX_YEARS = 60;

/** A day that a notice names: off, or a make-up working day 调休. */
export const holidayDay = z.strictObject({
  date: z.iso.date(),
  kind: z.enum(['off', 'make-up']),
  name: z.strictObject({ zh: line(60), en: line(60) }),
});
/** A day that a notice names: off, or a make-up working day 调休. */
export type HolidayDay = z.infer<typeof holidayDay>;

/** The public holidays of one year as published (国务院办公厅关于部分节假日安排的通知); all its days, weekends off included. */
export const holidayYear = z
  .strictObject({
    year: z.number().int().min(1970).max(2200),
    /** Where it comes from: the number of the notice, a library's name and version. */
    source: line(200),
    days: z.array(holidayDay).min(1).max(100),
  })
  .check((context) => {
    const { year, days } = context.value;
    const first = `${year - 1}-${FIRST_DAY_OF_NEXT_NOTICE}`;
    const seen = new Set<string>();
    for (const [index, { date }] of days.entries()) {
      const code = seen.has(date) ? 'day-twice' : 'day-of-another-year';
      const isWrong = seen.has(date) || date < first || date > `${year}-12-31`;
      if (isWrong) context.issues.push({ ...issueAt(['days', index, 'date'], code, { day: date, year }), input: date });
      seen.add(date);
    }
  });
/** The public holidays of one year as published. */
export type HolidayYear = z.infer<typeof holidayYear>;

/** Several years, each once. */
export const holidayYears = z
  .array(holidayYear)
  .max(MAX_YEARS)
  .check((context) => {
    const years = context.value.map(({ year }) => year);
    const index = years.findIndex((year, place) => years.indexOf(year) < place);
    if (index < 0) return;
    const year = years[index] ?? '';
    context.issues.push({ ...issueAt([index, 'year'], 'year-twice', { year }), input: year });
  });
