import { CALENDAR_PARTS } from '../contracts/calendar-answers';
import type { Weekday } from '../contracts/opening-hours';
import type { DayPlan } from './day-plan';
import { dayNumber, weekdayOf } from './days';
import type { OpenCalendar } from './open-calendar';
import type { CalendarContent } from './opened';

/** A day that another version of a calendar has otherwise; before is null where there was no calendar. */
export interface ChangedDay {
  readonly date: string;
  readonly weekday: Weekday;
  readonly before: Omit<DayPlan, 'date'> | null;
  readonly after: Omit<DayPlan, 'date'>;
}

/** The days of some years whose hours, reason or certainty are others. */
export function changedDays(
  before: OpenCalendar | null,
  after: OpenCalendar,
  years: { readonly first: number; readonly last: number },
): ChangedDay[] {
  const changed: ChangedDay[] = [];
  const end = dayNumber(`${years.last + 1}-01-01`);
  for (let day = dayNumber(`${years.first}-01-01`); day < end; day += 1) {
    const [was, is] = [before && planOf(before, day), planOf(after, day)];
    if (JSON.stringify(was) === JSON.stringify(is)) continue;
    changed.push({ date: after.day(day).date, weekday: weekdayOf(day), before: was, after: is });
  }
  return changed;
}

/** The parts that are others; all of them where there was no calendar. */
export function changedParts(
  before: CalendarContent | null,
  after: CalendarContent,
): (typeof CALENDAR_PARTS)[number][] {
  const part = (content: CalendarContent | null, name: (typeof CALENDAR_PARTS)[number]) =>
    JSON.stringify(name === 'holidayYears' ? content?.holidayYears : content?.calendar[name]);
  return CALENDAR_PARTS.filter((name) => part(before, name) !== part(after, name));
}

function planOf(calendar: OpenCalendar, day: number): Omit<DayPlan, 'date'> {
  const { ranges, rule, title, isProvisional } = calendar.day(day);
  return { ranges, rule, title, isProvisional };
}
