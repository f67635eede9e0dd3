import { processOf } from '../../models/contracts/processes';
import type { Text } from '../../models/contracts/text';
import type { CaseRow } from '../../models/db';
import { said } from '../../models/faults';
import { hashOf } from '../../models/hash';
import type { Deps } from '../deps';
import { Problem } from '../http/problem';
import { SYSTEM } from './system';

/**
 * Joins a case to another that is open about the same: that one learns of it, once, as of a linked case that has ended. Why it
 * cannot be joined, or null.
 */
export async function joinCase(
  { db, gateway, now }: Pick<Deps, 'db' | 'gateway' | 'now'>,
  caseId: string,
  into: string,
): Promise<Text | null> {
  const [joining, target] = await Promise.all([db.cases.findById(caseId).lean(), db.cases.findById(into).lean()]);
  if (!joining) throw new Error(`no case ${caseId}`);
  const isSame = target?.process === joining.process && target.customerId === joining.customerId && into !== caseId;
  if (!isSame || target.state !== 'open' || target.hiddenFrom) return said('not-to-join', { id: into });
  // Two that may still be joined themselves could be joined into each other, and nobody would deal with either.
  if (!isJoinable(target)) return said('not-to-join-yet', { id: into });
  const link = { caseId, process: joining.process, state: 'joined', result: { subject: joining.subject } } as const;
  const key = hashOf(['join', into, caseId]);
  try {
    await gateway.linkedClosed(into, { at: now().toISOString(), key, bodyHash: hashOf(link), actor: SYSTEM, ...link });
    return null;
  } catch (error) {
    // It has ended meanwhile; that it knows the case already is what was wanted.
    if (!(error instanceof Problem)) throw error;
    if (error.code === 'wrong-state') return null;
    if (error.code === 'case-closed') return said('not-to-join', { id: into });
    throw error;
  }
}

// The stages stand in the order in which a case goes through them.
function isJoinable({ process, stage }: Pick<CaseRow, 'process' | 'stage'>): boolean {
  const { stages = {}, joinsFrom } = processOf(process) ?? {};
  const order = Object.keys(stages);
  return joinsFrom === undefined || order.indexOf(stage) >= order.indexOf(joinsFrom);
}
