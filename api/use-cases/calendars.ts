import type { CalendarRef } from '../../models/contracts/calendar';
import type { CalendarRow, Database } from '../../models/db';

/** The newest version of a calendar; null when there is none of that id. */
export async function newestCalendar(db: Database, id: string): Promise<CalendarRow | null> {
  return await db.calendars.findOne({ calendarId: id }).sort({ version: -1 }).lean<CalendarRow>();
}

/** The version in which the clocks of a case run that begins now; fails when no calendar of that id was ever published. */
export async function calendarInForce(db: Database, id: string): Promise<CalendarRef> {
  const newest = await newestCalendar(db, id);
  if (!newest) throw new Error(`no calendar ${id} was published; COMPANY_CALENDAR names it`);
  return { id, version: newest.version };
}
