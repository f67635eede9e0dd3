import type { Logger } from 'pino';
import type { Gateway } from '../../api/gateway';
import { Problem } from '../../api/http/problem';
import type { CalendarRow, CaseRow, Database } from '../../models/db';
import { hashOf } from '../../models/hash';

const READ_AT_ONCE = 200;
const SENT_AT_ONCE = 8;
const SYSTEM = { id: 'system', name: '系统', keys: [] };

/** Sets the running clocks anew of all cases whose calendar has a newer version: one update each, under a key that is its own. */
export async function rearmRunningClocks(
  db: Database,
  gateway: Pick<Gateway, 'rearm'>,
  log: Logger,
  now: () => Date,
): Promise<void> {
  for (const newest of await newestVersions(db)) {
    let isMoving = true;
    while (isMoving) {
      const rows = await behind(db, newest);
      if (rows.length > 0) log.info({ calendar: newest._id, cases: rows.length }, 'running clocks are set anew');
      const moved = await inTurns(rows, async (row) => await rearm(gateway, log, newest, row._id, now()));
      isMoving = moved.some(Boolean);
    }
  }
}

async function newestVersions(db: Database): Promise<readonly CalendarRow[]> {
  const ids = await db.calendars.distinct('calendarId');
  const rows = ids.map((calendarId) => db.calendars.findOne({ calendarId }).sort({ version: -1 }).lean<CalendarRow>());
  return (await Promise.all(rows)).flatMap((row) => row ?? []);
}

async function behind(db: Database, { calendarId, version }: CalendarRow): Promise<Pick<CaseRow, '_id'>[]> {
  return await db.cases
    .find({ state: 'open', 'calendar.id': calendarId, 'calendar.version': { $lt: version } }, { _id: 1 })
    .limit(READ_AT_ONCE)
    .lean();
}

async function rearm(gateway: Pick<Gateway, 'rearm'>, log: Logger, row: CalendarRow, caseId: string, now: Date) {
  const calendar = { id: row.calendarId, version: row.version };
  const key = hashOf(['rearm', caseId, calendar]);
  const command = { at: now.toISOString(), key, bodyHash: hashOf(calendar), actor: SYSTEM };
  try {
    await gateway.rearm(caseId, { ...command, calendar, publishedBy: row.publishedBy });
    return true;
  } catch (error) {
    // It has closed meanwhile, or another worker was faster; both are seen in its row.
    if (!(error instanceof Problem && (error.code === 'case-closed' || error.code === 'wrong-state')))
      log.warn({ err: error, caseId, calendar }, 'the clocks of a case could not be set anew yet');
    return false;
  }
}

async function inTurns<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const waiting = [...items];
  const results: Result[] = [];
  const one = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) results.push(await work(item));
  };
  await Promise.all(Array.from({ length: SENT_AT_ONCE }, one));
  return results;
}
