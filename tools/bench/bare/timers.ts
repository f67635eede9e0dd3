import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { startProduct } from '../../../embedded/supervisor/product-process';
import type { House } from '../house';
import type { Transaction } from '../recipe';

const TASK_QUEUE = 'bare';
const WORKFLOW = 'bareTimer';
const AT_ONCE = 10;

/** How many workflows wait, each for how long, and within what time they are begun one after the other. */
export interface Waits {
  readonly count: number;
  readonly waitsInMs: number;
  readonly withinMs: number;
}

/** How late workflows of the bare SDK have recorded and done what was due, in ms each. */
export async function bareLateness(
  house: House,
  record: Transaction,
  { count, waitsInMs, withinMs }: Waits,
): Promise<number[]> {
  const { home, say, temporal } = house;
  const env = { ...house.env, TEMPORAL_TASK_QUEUE: TASK_QUEUE };
  const worker = await startProduct({ name: 'worker', script: join(__dirname, 'worker.js'), home, env, say });
  try {
    const handles = [];
    const begunAt = Date.now();
    for (let number = 0; number < count; number += AT_ONCE) {
      const few = Array.from({ length: Math.min(AT_ONCE, count - number) }, async () => {
        const workflowId = `bare-timer-${randomUUID()}`;
        const dueAt = Date.now() + waitsInMs;
        return await temporal.workflow.start(WORKFLOW, {
          workflowId,
          taskQueue: TASK_QUEUE,
          args: [workflowId, record, dueAt],
        });
      });
      handles.push(...(await Promise.all(few)));
      const aheadInMs = begunAt + (withinMs * handles.length) / count - Date.now();
      if (aheadInMs > 0) await new Promise((resolve) => setTimeout(resolve, aheadInMs));
    }
    return await Promise.all(handles.map(async (handle) => (await handle.result()) as number));
  } finally {
    await worker.stop();
  }
}
