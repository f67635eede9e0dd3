import type { Logger } from 'pino';
import type { Gateway } from '../../api/gateway';
import type { LinkedResult } from '../../models/contracts/record';
import type { CaseRow, Database } from '../../models/db';
import { hashOf } from '../../models/hash';
import { inTurns } from './in-turns';
import { SYSTEM } from '../../api/use-cases/system';
import { needsNoTelling } from './told-case';

const AT_ONCE = 100;

/**
 * Tells the cases whose procedures opened others of the end of these (ADR 3): one update each, under a key that is its own. What
 * could not be told yet, the next run finds.
 */
export async function tellOfLinkedCases(
  db: Database,
  gateway: Pick<Gateway, 'linkedClosed'>,
  log: Logger,
  now: () => Date,
): Promise<void> {
  const rows = await db.cases
    .find({ origin: { $type: 'string' }, originToldAt: { $exists: false }, state: { $ne: 'open' } })
    .limit(AT_ONCE)
    .lean();
  await inTurns(rows, async (row) => {
    if (!(await isTold(gateway, log, row, now()))) return;
    await db.cases.updateOne({ _id: row._id }, { $set: { originToldAt: now() } });
  });
}

async function isTold(
  gateway: Pick<Gateway, 'linkedClosed'>,
  log: Logger,
  { _id: caseId, process, state, origin = '', data }: CaseRow,
  now: Date,
): Promise<boolean> {
  const result = data.result as LinkedResult | undefined;
  const link = { caseId, process, state, ...(result && { result }) };
  const command = {
    at: now.toISOString(),
    key: hashOf(['linked', origin, caseId]),
    bodyHash: hashOf(link),
    actor: SYSTEM,
  };
  try {
    await gateway.linkedClosed(origin, { ...command, ...link });
    return true;
  } catch (error) {
    if (needsNoTelling(error)) return true;
    log.warn({ err: error, caseId, origin }, 'a case could not be told yet that the one it opened has ended');
    return false;
  }
}
