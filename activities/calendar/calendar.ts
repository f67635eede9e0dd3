import { armedClock } from '../../models/calendar/clock';
import { chineseHolidays } from '../../models/calendar/holiday-rules';
import { openCalendar, type OpenCalendar } from '../../models/calendar/open-calendar';
import type { CalendarRef } from '../../models/contracts/calendar';
import type { ArmedClock } from '../../models/contracts/clock';
import type { SlaClock } from '../../models/contracts/sla-clock';
import { calendarRowId, type Database } from '../../models/db';

/** Derives instants from clocks; the only place that knows when time is open. */
export interface Calendar {
  /** The instants at which each clock's shares are used up, in a published calendar; fails when there is no such version. */
  arm(clocks: readonly SlaClock[], calendar: CalendarRef): Promise<ArmedClock[]>;
}

/** The calendars that were published; a version never changes, so each is read once. */
export function publishedCalendars(db: Database): Calendar {
  const read = new Map<string, Promise<OpenCalendar>>();

  async function opened(ref: CalendarRef): Promise<OpenCalendar> {
    const id = calendarRowId(ref);
    const known = read.get(id) ?? readCalendar(db, id);
    read.set(id, known);
    // What could not be read is asked for again.
    return await known.catch((error: unknown) => {
      read.delete(id);
      throw error;
    });
  }

  return {
    async arm(clocks, ref) {
      if (clocks.length === 0) return [];
      const calendar = await opened(ref);
      return clocks.map((clock) => armedClock(calendar, clock));
    },
  };
}

async function readCalendar(db: Database, id: string): Promise<OpenCalendar> {
  const row = await db.calendars.findById(id).lean();
  if (!row) throw new Error(`no calendar ${id} was published`);
  const { calendarId, version, calendar, holidayYears } = row;
  return openCalendar({ ...calendar, id: calendarId, version }, chineseHolidays(holidayYears));
}
