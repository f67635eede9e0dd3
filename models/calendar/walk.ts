import { CalendarFault } from './faults';
import type { DayNumber } from './days';
import type { OpenCalendar, OpenDay } from './open-calendar';

/** The longest time that is walked through; a budget that lasts longer is a mistake. */
const HORIZON_IN_DAYS = 20 * 366;
/** A calendar that stays closed for so long never opens again, as far as anybody who waits is concerned. */
const LONGEST_CLOSURE_IN_DAYS = 2 * 366;

/**
 * The days from one on, or back from it. Throws a CalendarFault after two years without
 * open time, and after twenty years in any case, so that no walk is endless.
 */
export function* daysFrom(calendar: OpenCalendar, first: DayNumber, step: 1 | -1 = 1): Generator<OpenDay, never> {
  let day = first;
  let closedForInDays = 0;
  for (let count = 0; count <= HORIZON_IN_DAYS; count += 1, day += step) {
    const open = calendar.day(day);
    yield open;
    closedForInDays = open.openInMs > 0 ? 0 : closedForInDays + 1;
    if (closedForInDays > LONGEST_CLOSURE_IN_DAYS) throw neverOpens(calendar, open);
  }
  throw new CalendarFault('budget-too-large', {
    zh: `在日历“${calendar.version.title.zh}”中需要 20 年以上`,
    en: `this would take more than twenty years in the calendar “${calendar.version.title.en}”`,
  });
}

function neverOpens(calendar: OpenCalendar, last: OpenDay): CalendarFault {
  const { title, version } = calendar.version;
  return new CalendarFault('never-opens', {
    zh: `日历“${title.zh}”第 ${version} 版在 ${last.date} 之前连续两年没有工作时间`,
    en: `the calendar “${title.en}”, version ${version}, has no open time in the two years before ${last.date}`,
  });
}
