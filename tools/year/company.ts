import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chineseHolidays, isPublishedYear } from '../../models/calendar/holiday-rules';
import { openCalendar, type OpenCalendar } from '../../models/calendar/open-calendar';
import type { CalendarInput } from '../../models/contracts/calendar';
import { holidayYear } from '../../models/contracts/holidays';
import { calendarRowId, type CalendarRow, type Database } from '../../models/db';
import { newestCalendar } from '../../api/use-cases/calendars';
import type { Act } from './agenda';
import type { Office } from './office';

// The year as it was published, so that a newer library changes no diary.
const HOLIDAYS_2026 = join(__dirname, '../../../test/fixtures/holidays-2026.json');
const ADMIN = { id: 'U-admin-demo', name: '演示管理员' };
const CALENDAR = '5x8';

/** The company's calendar in its newest version. */
export async function companyCalendar(db: Database): Promise<OpenCalendar> {
  const { calendarId, version, calendar, holidayYears } = await newest(db);
  return openCalendar({ ...calendar, id: calendarId, version }, chineseHolidays(holidayYears));
}

/** Publishes the calendar with the holidays of 2026 as the notice has them. */
export async function enterHolidays(db: Database, now: Date): Promise<void> {
  const year = holidayYear.parse(JSON.parse(readFileSync(HOLIDAYS_2026, 'utf8')));
  await publish(db, now, '录入 2026 年放假安排', ({ calendar }) => ({ calendar, holidayYears: [year] }));
}

/** What the company decides in the course of 2026: the annual party ends a working day at noon, and running clocks follow. */
export const DECISIONS: readonly Act[] = [
  {
    at: Date.parse('2026-11-16T10:00:00+08:00'),
    name: 'calendar 2026-11-16',
    run: async (office: Office) => {
      await publish(office.db, office.now(), '11 月 20 日下午年会', ({ calendar, holidayYears }) => {
        const party: CalendarInput['exceptions'][number] = {
          date: '2026-11-20',
          ranges: [{ from: '08:30', to: '12:00' }],
          title: '年会',
        };
        return { calendar: { ...calendar, exceptions: [...calendar.exceptions, party] }, holidayYears };
      });
      await office.calendarChanges();
      return [];
    },
  },
];

type Contents = Pick<CalendarRow, 'calendar' | 'holidayYears'>;

async function publish(db: Database, now: Date, note: string, change: (row: CalendarRow) => Contents): Promise<void> {
  const before = await newest(db);
  const { calendar, holidayYears } = change(before);
  const version = before.version + 1;
  const year = now.getUTCFullYear();
  const row: CalendarRow = {
    ...{ _id: calendarRowId({ id: CALENDAR, version }), calendarId: CALENDAR, version, calendar, holidayYears, note },
    ...{ publishedAt: now, publishedBy: ADMIN, knownUntil: isPublishedYear(year, holidayYears) ? year : year - 1 },
  };
  await db.calendars.insertMany([row]);
}

async function newest(db: Database): Promise<CalendarRow> {
  const row = await newestCalendar(db, CALENDAR);
  if (!row) throw new Error(`no calendar ${CALENDAR} was published`);
  return row;
}
