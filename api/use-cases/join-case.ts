import type { Text } from '../../models/contracts/text';
import { said } from '../../models/faults';
import { hashOf } from '../../models/hash';
import type { Deps } from '../deps';
import { Problem } from '../http/problem';
import { SYSTEM } from './system';

/**
 * Joins a case to another that is open about the same: that one learns of it, once, as of a linked case that has ended, and says
 * itself whether it is dealt with. Why it cannot be joined, or null.
 */
export async function joinCase(
  { db, gateway, now }: Pick<Deps, 'db' | 'gateway' | 'now'>,
  caseId: string,
  into: string,
): Promise<Text | null> {
  const [joining, target] = await Promise.all([db.cases.findById(caseId).lean(), db.cases.findById(into).lean()]);
  if (!joining) throw new Error(`no case ${caseId}`);
  const isSame = target?.process === joining.process && target.customerId === joining.customerId && into !== caseId;
  if (!isSame || target.hiddenFrom) return said('not-to-join', { id: into });
  const link = { caseId, process: joining.process, state: 'joined', result: { subject: joining.subject } } as const;
  const key = hashOf(['join', into, caseId]);
  try {
    await gateway.linkedClosed(into, { at: now().toISOString(), key, bodyHash: hashOf(link), actor: SYSTEM, ...link });
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // That it knows the case already is what was wanted.
    if (error.code === 'wrong-state') return null;
    if (error.code === 'case-closed') return said('not-to-join', { id: into });
    if (error.code === 'invalid-input' && typeof error.detail !== 'string') return error.detail;
    throw error;
  }
}
