import { condition, proxyActivities, proxyLocalActivities, setHandler, sleep } from '@temporalio/workflow';
import type { Transaction } from '../recipe';
import type { BareActivities } from './activities';
import { begin, step, type BareInput } from './messages';

const { transact } = proxyLocalActivities<BareActivities>({
  startToCloseTimeout: '2s',
  retry: { maximumAttempts: 3 },
});
const { stub } = proxyActivities<BareActivities>({ startToCloseTimeout: '60s' });

/** A case as a bare program of the SDK would have it: an update, its transaction as a local activity, an activity beside it. */
export async function bareCase({ caseId, records, updates, activities }: BareInput): Promise<void> {
  const seen = { updates: 0, recorded: 0 };
  const beside: Promise<void>[] = [];
  const recordOf = async (number: number): Promise<number> => {
    await condition(() => seen.recorded >= number);
    return number;
  };
  setHandler(begin, () => recordOf(1));
  setHandler(step, () => {
    seen.updates += 1;
    return recordOf(seen.updates + 1);
  });
  for (const [index, transaction] of records.entries()) {
    const isTail = index > updates;
    if (isTail) await stub(caseId);
    else await condition(() => seen.updates >= index);
    await transact(caseId, index, transaction);
    seen.recorded += 1;
    if (index < updates && beside.length < activities) beside.push(stub(caseId));
  }
  const tail = records.length - 1 - updates;
  for (let left = activities - beside.length - tail; left > 0; left -= 1) await stub(caseId);
  await Promise.all(beside);
}

/** Waits until an instant (ms), records it and does something, as a reminder would; how late that was done, in ms. */
export async function bareTimer(caseId: string, record: Transaction, dueAt: number): Promise<number> {
  await sleep(Math.max(1, dueAt - Date.now()));
  await transact(caseId, 0, record);
  await stub(caseId);
  return Date.now() - dueAt;
}
