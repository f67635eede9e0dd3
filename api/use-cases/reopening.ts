import { faultProcess } from '../../models/contracts/fault';
import type { Text } from '../../models/contracts/text';
import { said } from '../../models/faults';
import { tag } from '../../models/search/terms';
import type { Deps } from '../deps';
import { policyFor } from './policy';

const DAY_IN_MS = 24 * 3_600_000;

/**
 * Whether a fault can be reopened at an instant (ISO), and within how many days: only one of the customer that was completed, not
 * longer ago than that, and was not reopened before
 * by one that was dealt with.
 */
export async function reopeningOf(
  { db }: Pick<Deps, 'db'>,
  id: string,
  customerId: string,
  at: string,
): Promise<{ readonly isPossible: boolean; readonly days: number }> {
  const { amounts } = await policyFor(db, faultProcess.type);
  const days = amounts['reopen-days'] ?? 0;
  const row = await db.cases.findById(id, { process: 1, customerId: 1, state: 1, closedAt: 1 }).lean();
  const closedAt = row?.closedAt?.getTime() ?? 0;
  const isFault = row?.process === faultProcess.type && row.customerId === customerId && row.state === 'completed';
  if (!isFault || Date.parse(at) - closedAt > days * DAY_IN_MS) return { isPossible: false, days };
  const wasReopened = await db.cases.exists({
    ...{ search: tag('process', faultProcess.type), startedAt: { $gte: new Date(closedAt) } },
    ...{ customerId, 'data.request.reopens': id },
    // One that came to nothing did not reopen it.
    state: { $nin: ['withdrawn', 'cancelled', 'joined'] },
  });
  return { isPossible: !wasReopened, days };
}

/** Why a fault cannot be reopened, or null. */
export async function notToReopen(
  deps: Pick<Deps, 'db'>,
  id: string,
  customerId: string,
  at: string,
): Promise<Text | null> {
  const { isPossible, days } = await reopeningOf(deps, id, customerId, at);
  return isPossible ? null : said('not-to-reopen', { id, days });
}
