import type { OpenCalendar } from './calendar/open-calendar';
import { opened } from './calendar/opened';
import type { CalendarRef } from './contracts/calendar';
import { calendarRowId, type Database } from './db';

/** Knows when time is open; the only way from clocks to instants. */
export interface Calendar {
  /** A published calendar, ready to be asked; fails when there is no such version. */
  opened(calendar: CalendarRef): Promise<OpenCalendar>;
}

/** The newest version of a calendar, ready to be asked; fails where none of that id was published. */
export async function calendarNow(db: Database, calendar: Calendar, id: string): Promise<OpenCalendar> {
  const newest = await db.calendars.findOne({ calendarId: id }, { version: 1 }).sort({ version: -1 }).lean();
  if (!newest) throw new Error(`no calendar ${id} was published, but something names it`);
  return await calendar.opened({ id, version: newest.version });
}

/** The calendars that were published; a version never changes and holds its holidays, so each is read once. */
export function publishedCalendars(db: Database): Calendar {
  const read = new Map<string, Promise<OpenCalendar>>();

  return {
    async opened(ref) {
      const id = calendarRowId(ref);
      const known = read.get(id) ?? readCalendar(db, id);
      read.set(id, known);
      // What could not be read is asked for again.
      return await known.catch((error: unknown) => {
        read.delete(id);
        throw error;
      });
    },
  };
}

async function readCalendar(db: Database, id: string): Promise<OpenCalendar> {
  const row = await db.calendars.findById(id).lean();
  if (!row) throw new Error(`no calendar ${id} was published`);
  return opened(row.calendarId, row.version, row);
}
