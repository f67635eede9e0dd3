import type { CalendarException, CalendarInput } from '../contracts/calendar';
import { WEEKDAYS, type OpenRange } from '../contracts/opening-hours';
import type { Text } from '../contracts/text';
import { dateOf, weekdayOf, type DayNumber } from './days';
import type { HolidayRules } from './holiday-rules';

/** What decides a day's hours; each overrules the ones before it. */
export type DayRule = 'week' | 'holiday' | 'make-up' | 'exception';

/** One day of a calendar by the clock on the wall. */
export interface DayPlan {
  readonly date: string;
  readonly ranges: readonly OpenRange[];
  readonly rule: DayRule;
  /** The holiday's name, or the exception's title. */
  readonly title: Text | null;
  /** A notice that is not out yet may still change this day. */
  readonly isProvisional: boolean;
}

/** The hours of one day: the company's own exception, else the public holidays, else the week. */
export function dayPlan(
  calendar: CalendarInput,
  exceptions: ReadonlyMap<string, CalendarException>,
  holidays: HolidayRules,
  day: DayNumber,
): DayPlan {
  const date = dateOf(day);
  const isProvisional = holidays.isProvisional(date);
  const exception = exceptions.get(date);
  if (exception) {
    const title = exception.title === undefined ? null : { zh: exception.title, en: exception.title };
    return { date, ranges: exception.ranges, rule: 'exception', title, isProvisional };
  }
  const holiday = holidays.on(date);
  if (holiday?.kind === 'off') return { date, ranges: [], rule: 'holiday', title: holiday.name, isProvisional };
  if (holiday) return { date, ranges: makeUpHours(calendar), rule: 'make-up', title: holiday.name, isProvisional };
  return { date, ranges: calendar.week[weekdayOf(day)], rule: 'week', title: null, isProvisional };
}

/** The hours of a make-up working day: an ordinary Monday's, or those of the first day of the week that is open. */
export function makeUpHours(calendar: Pick<CalendarInput, 'week'>): readonly OpenRange[] {
  const day = WEEKDAYS.find((one) => calendar.week[one].length > 0) ?? 'monday';
  return calendar.week[day];
}
