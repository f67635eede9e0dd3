import type { ClientSession } from 'mongoose';
import type { CalendarContent } from '../../models/calendar/opened';
import type { CalendarInput, CalendarRef } from '../../models/contracts/calendar';
import type { Text } from '../../models/contracts/text';
import type { CalendarDraftRow, CalendarRow, Database } from '../../models/db';
import { Problem } from '../http/problem';

/** A version as far as it can be read without its years. */
export type NewestVersion = Pick<CalendarRow, '_id' | 'calendarId' | 'version' | 'publishedBy'> & {
  readonly calendar: Pick<CalendarInput, 'title'>;
};

/** The newest version of a calendar; null when there is none of that id. */
export async function newestCalendar(
  db: Database,
  id: string,
  session: ClientSession | null = null,
): Promise<CalendarRow | null> {
  return await db.calendars.findOne({ calendarId: id }).sort({ version: -1 }).session(session).lean<CalendarRow>();
}

/** What the newest version of a calendar is called and who published it, without its years, which are some 30 kB. */
export async function newestVersion(db: Database, id: string): Promise<NewestVersion | null> {
  return await db.calendars
    .findOne({ calendarId: id }, { calendarId: 1, version: 1, publishedBy: 1, 'calendar.title': 1 })
    .sort({ version: -1 })
    .lean<NewestVersion>();
}

/** The version in which the clocks of a case run that begins now; fails when no calendar of that id was ever published. */
export async function calendarInForce(db: Database, id: string): Promise<CalendarRef> {
  const newest = await newestVersion(db, id);
  if (!newest) throw new Error(`no calendar ${id} was published; COMPANY_CALENDAR names it`);
  return { id, version: newest.version };
}

/** What the newest versions of these calendars are called; one that was never published goes by its id. */
export async function calendarTitles(db: Database, ids: readonly string[]): Promise<(id: string) => Text> {
  const newest = await Promise.all([...new Set(ids)].map(async (id) => [id, await newestVersion(db, id)] as const));
  const titles = new Map(newest.map(([id, row]) => [id, row?.calendar.title]));
  return (id) => titles.get(id) ?? { zh: id, en: id };
}

/** A calendar as people work on it: the version in force, and what is being changed. */
export interface CalendarAtWork {
  readonly newest: CalendarRow | null;
  readonly draft: CalendarDraftRow | null;
}

/** The calendar of that id, published or not; refuses when there is none. */
export async function calendarAtWork(
  db: Database,
  id: string,
  session: ClientSession | null = null,
): Promise<CalendarAtWork> {
  const newest = await newestCalendar(db, id, session);
  const draft = await db.calendarDrafts.findById(id).session(session).lean<CalendarDraftRow>();
  if (!newest && !draft?.content) throw new Problem('not-found');
  return { newest, draft };
}

/** What a person works on: the draft, else what is in force; refuses when there is neither. */
export function contentAtWork({ newest, draft }: CalendarAtWork): CalendarContent {
  const content = draft?.content ?? newest;
  if (!content) throw new Problem('not-found');
  return content;
}

/** A content with the version that it is; null: the draft. */
export interface AskedVersion {
  readonly version: number | null;
  readonly content: CalendarContent;
}

/** The version that was asked for: by its number, the draft, or the newest; refuses when there is none. */
export async function calendarAsked(
  db: Database,
  id: string,
  asked: number | 'draft' | undefined,
): Promise<AskedVersion> {
  if (typeof asked === 'number') {
    const row = await db.calendars.findOne({ calendarId: id, version: asked }).lean<CalendarRow>();
    if (!row) throw new Problem('not-found');
    return { version: row.version, content: row };
  }
  const { newest, draft } = await calendarAtWork(db, id);
  const isDraft = asked === 'draft' || !newest;
  const content = isDraft ? draft?.content : newest;
  if (!content) throw new Problem('not-found');
  return { version: isDraft ? null : newest.version, content };
}

/** How many open cases run in a calendar, and how many of them still in an older version. */
export async function runningCases(db: Database, { id, version }: CalendarRef) {
  const open = { state: 'open', 'calendar.id': id } as const;
  const [running, behind] = await Promise.all([
    db.cases.countDocuments(open),
    db.cases.countDocuments({ ...open, 'calendar.version': { $lt: version } }),
  ]);
  return { running, behind };
}
