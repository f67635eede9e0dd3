import type { Logger } from 'pino';
import type { Gateway } from '../../api/gateway';
import { newestVersion, type NewestVersion } from '../../api/use-cases/calendars';
import type { CaseRow, Database } from '../../models/db';
import { hashOf } from '../../models/hash';
import { inTurns } from './in-turns';
import { SYSTEM } from '../../api/use-cases/system';
import { needsNoTelling } from './told-case';

const TOLD_EVERY = 200;

/**
 * Sets the running clocks anew of all cases whose calendar has a newer version: one update each, under a key that is its own.
 * What is left when it breaks off, or cannot be done yet, the next run finds; a case that refuses holds no other back.
 */
export async function rearmRunningClocks(
  db: Database,
  gateway: Pick<Gateway, 'rearm'>,
  log: Logger,
  now: () => Date,
): Promise<void> {
  for (const newest of await newestVersions(db)) {
    const rows = await behind(db, newest);
    if (rows.length === 0) continue;
    const told = { calendar: newest._id, cases: rows.length, done: 0 };
    log.info(told, 'running clocks are set anew');
    await inTurns(rows, async (row) => {
      if (!(await rearm(gateway, log, newest, row._id, now()))) return;
      told.done += 1;
      if (told.done % TOLD_EVERY === 0) log.info(told, 'running clocks are set anew');
    });
    log.info(told, 'running clocks were set anew');
  }
}

async function newestVersions(db: Database): Promise<readonly NewestVersion[]> {
  const ids = await db.calendars.distinct('calendarId');
  return (await Promise.all(ids.map((id) => newestVersion(db, id)))).flatMap((row) => row ?? []);
}

async function behind(db: Database, { calendarId, version }: NewestVersion): Promise<Pick<CaseRow, '_id'>[]> {
  return await db.cases
    .find({ state: 'open', 'calendar.id': calendarId, 'calendar.version': { $lt: version } }, { _id: 1 })
    .lean();
}

async function rearm(gateway: Pick<Gateway, 'rearm'>, log: Logger, row: NewestVersion, caseId: string, now: Date) {
  const calendar = { id: row.calendarId, version: row.version };
  const key = hashOf(['rearm', caseId, calendar]);
  const command = { at: now.toISOString(), key, bodyHash: hashOf(calendar), actor: SYSTEM };
  try {
    await gateway.rearm(caseId, { ...command, calendar, publishedBy: row.publishedBy });
    return true;
  } catch (error) {
    // It has closed meanwhile, or another worker was faster; both are seen in its row.
    if (!needsNoTelling(error))
      log.warn({ err: error, caseId, calendar }, 'the clocks of a case could not be set anew yet');
    return false;
  }
}
