import type { CalendarInput } from '../contracts/calendar';
import { WEEKDAYS, type OpenRange, type Weekday } from '../contracts/opening-hours';

const OFFICE_HOURS: readonly OpenRange[] = [
  { from: '08:30', to: '12:00' },
  { from: '13:30', to: '18:00' },
];
const ALL_DAY: readonly OpenRange[] = [{ from: '00:00', to: '24:00' }];
const WEEKEND: readonly Weekday[] = ['saturday', 'sunday'];

/** The calendars that an installation begins with, by their id: service hours 5×8 [001], and 7×24 for what never closes. */
export function standardCalendars(timeZone: string): Readonly<Record<'5x8' | '7x24', CalendarInput>> {
  return {
    '5x8': {
      title: { zh: '5×8 工作时间', en: '5×8 office hours' },
      timeZone,
      week: weekOf((day) => (WEEKEND.includes(day) ? [] : OFFICE_HOURS)),
      holidays: 'cn',
      exceptions: [],
    },
    '7x24': {
      title: { zh: '7×24 全天候', en: '7×24 around the clock' },
      timeZone,
      week: weekOf(() => ALL_DAY),
      holidays: 'none',
      exceptions: [],
    },
  };
}

function weekOf(ranges: (day: Weekday) => readonly OpenRange[]): CalendarInput['week'] {
  return Object.fromEntries(WEEKDAYS.map((day) => [day, [...ranges(day)]])) as CalendarInput['week'];
}
