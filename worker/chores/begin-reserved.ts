import type { Logger } from 'pino';
import type { Gateway } from '../../api/gateway';
import { beginReserved } from '../../api/use-cases/start-case';
import type { Database } from '../../models/db';

const AT_ONCE = 20;

/** Begins the cases that the API reserved and did not live to begin; those younger than `olderThanMs` are still the API's. */
export async function beginLeftBehind(
  db: Database,
  gateway: Gateway,
  log: Logger,
  now: Date,
  olderThanMs: number,
): Promise<void> {
  const before = new Date(now.getTime() - olderThanMs);
  const rows = await db.intake
    .find({ state: 'reserved', createdAt: { $lt: before } })
    .limit(AT_ONCE)
    .lean();
  for (const row of rows) {
    log.info({ caseId: row._id }, 'beginning a case that was left behind');
    await beginReserved({ db, gateway }, row).catch(async (error: unknown) => {
      log.warn({ err: error, caseId: row._id }, 'a case that was left behind could not begin');
      // Back to the end of the queue, so that it does not hold up the others.
      await db.intake.updateOne({ _id: row._id, state: 'reserved' }, { $set: { createdAt: now } });
    });
  }
}
