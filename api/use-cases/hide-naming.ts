import { callbackProcess } from '../../models/contracts/callback';
import { hashOf } from '../../models/hash';
import { tag } from '../../models/search/terms';
import type { Deps } from '../deps';
import { Problem } from '../http/problem';
import { SYSTEM } from './system';

/**
 * Hides from more persons the callbacks that name a case, since whoever reads them reads its number there: those about it, and those
 * that it came of. An open one gives none of its tasks to them any more.
 */
export async function hideNaming(
  { db, gateway, now }: Pick<Deps, 'db' | 'gateway' | 'now'>,
  caseId: string,
  ids: readonly string[],
): Promise<void> {
  const named = await db.cases.findById(caseId, { customerId: 1 }).lean();
  if (!named) throw new Error(`no case ${caseId}`);
  const naming = await db.cases
    .find(
      {
        ...{ search: tag('process', callbackProcess.type), customerId: named.customerId },
        $or: [{ 'data.request.about': caseId }, { 'links.caseId': caseId }],
      },
      { state: 1 },
    )
    .lean();
  for (const { _id, state } of naming) {
    await db.cases.updateOne({ _id }, { $addToSet: { hiddenFrom: { $each: [...ids] } } });
    if (state === 'open') await hide({ gateway, now }, _id, ids);
  }
}

async function hide({ gateway, now }: Pick<Deps, 'gateway' | 'now'>, caseId: string, ids: readonly string[]) {
  const key = hashOf(['hide', caseId, ids]);
  try {
    await gateway.hide(caseId, { at: now().toISOString(), key, bodyHash: hashOf(ids), actor: SYSTEM, ids });
  } catch (error) {
    // It has ended meanwhile, or knows it already.
    const isSo = error instanceof Problem && ['case-closed', 'wrong-state'].includes(error.code);
    if (!isSo) throw error;
  }
}
