import type { Logger } from 'pino';
import { yearsOfLibrary } from '../../models/calendar/frozen-years';
import { publishedContent, yearsLearntSince } from '../../models/calendar/published-content';
import { standardCalendars } from '../../models/calendar/standard-calendars';
import type { Config } from '../../models/config';
import { calendarRowId, isDuplicateKey, type CalendarRow, type Database } from '../../models/db';
import { newestCalendar } from '../use-cases/calendars';

/**
 * Publishes the calendars that an installation begins with, and a new version of each that keeps the public holidays when
 * an upgrade knows the holidays of another year, or knows them better: running deadlines are then set anew.
 */
export async function publishStandardCalendars(db: Database, config: Config, log: Logger, now: Date): Promise<void> {
  for (const [id, calendar] of Object.entries(standardCalendars(config.COMPANY_TIME_ZONE))) {
    if (!(await newestCalendar(db, id)))
      await publish(db, log, { calendarId: id, version: 1, calendar, holidayYears: [], note: '随系统安装' }, now);
  }
  const library = yearsOfLibrary(now.getUTCFullYear());
  for (const id of await db.calendars.distinct('calendarId')) {
    const newest = await newestCalendar(db, id);
    if (newest?.calendar.holidays !== 'cn' || newest.libraryYears === undefined) continue;
    const years = yearsLearntSince(newest, library);
    if (years.length === 0) continue;
    const { calendarId, version, calendar, holidayYears } = newest;
    const note = `已更新 ${years.join('、')} 年放假安排`;
    await publish(db, log, { calendarId, version: version + 1, calendar, holidayYears, note }, now);
    // The company changed nothing in it, so a draft of the version before is as good as one of this.
    const base = version + 1;
    await db.calendarDrafts.updateOne({ _id: calendarId, base: version }, { $set: { base }, $inc: { version: 1 } });
  }
}

/** Fails unless the calendar of the company's deadlines was published; better now than at the first case. */
export async function mustKnowCompanyCalendar(db: Database, { COMPANY_CALENDAR: id }: Config): Promise<void> {
  const known = await db.calendars.distinct('calendarId');
  if (known.includes(id)) return;
  throw new Error(`COMPANY_CALENDAR: no calendar “${id}” was published; there are ${known.join(', ')}`);
}

type NewVersion = Pick<CalendarRow, 'calendarId' | 'version' | 'calendar' | 'holidayYears' | 'note'>;

async function publish(db: Database, log: Logger, version: NewVersion, now: Date): Promise<void> {
  const { calendarId: id } = version;
  const row: CalendarRow = {
    ...version,
    _id: calendarRowId({ id, version: version.version }),
    ...publishedContent(version, now.getUTCFullYear()),
    publishedAt: now,
    publishedBy: null,
  };
  try {
    await db.calendars.insertMany([row]);
    log.info({ calendar: row._id, knownUntil: row.knownUntil }, 'calendar published');
  } catch (error) {
    // Another process that starts at the same time was faster.
    if (!isDuplicateKey(error)) throw error;
  }
}
