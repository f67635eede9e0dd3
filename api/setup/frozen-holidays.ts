import { yearsOfLibrary } from '../../models/calendar/frozen-years';
import type { Database } from '../../models/db';

/**
 * Writes into each version of a calendar the public holidays that it asked the library for until now. A year that it did not know
 * when it was published is left out, so that the next version is made for it and running deadlines are set anew.
 */
export async function freezeHolidays(db: Database): Promise<void> {
  for (const row of await db.calendars.find({ libraryYears: { $exists: false } }).lean()) {
    const last = row.calendar.holidays === 'cn' ? (row.knownUntil ?? 0) : 0;
    const libraryYears = yearsOfLibrary(row.publishedAt.getUTCFullYear()).filter(({ year }) => year <= last);
    await db.calendars.updateOne({ _id: row._id }, { $set: { libraryYears } });
  }
}
