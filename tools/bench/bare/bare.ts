import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { startProduct } from '../../../embedded/supervisor/product-process';
import { isIdle, type House } from '../house';
import { storedBytes } from '../measure/stores';
import type { Recipe } from '../recipe';
import type { Side } from '../side';
import { bareDatabase } from './database';
import { begin, step, type BareInput } from './messages';
import { transactBare } from './transact';

const TASK_QUEUE = 'bare';
const WORKFLOW = 'bareCase';
// A request, a receipt and the wiping are no approvals.
const APPROVALS = { from: 1, to: 3 };

/** The bare SDK: a worker of its own, and this process as its client. */
export async function startBare(house: House, recipe: Recipe): Promise<Side> {
  const { home, servers, say, temporal } = house;
  const env = { ...house.env, TEMPORAL_TASK_QUEUE: TASK_QUEUE };
  const worker = await startProduct({ name: 'worker', script: join(__dirname, 'worker.js'), home, env, say });
  const mongo = house.mongo.getClient();
  const database = bareDatabase(servers.mongo.uri);
  const { records, updates, activities, apiTransactions } = recipe;
  const last = records.at(-1) ?? [];

  async function begun(caseId: string): Promise<void> {
    for (const [index, transaction] of apiTransactions.entries())
      await transactBare(mongo, database, caseId, `api-${index}`, transaction);
    const input: BareInput = { caseId, records, updates, activities };
    const startWorkflowOperation = new WithStartWorkflowOperation(WORKFLOW, {
      ...{ workflowId: caseId, taskQueue: TASK_QUEUE, args: [input] },
      ...{ workflowIdConflictPolicy: 'USE_EXISTING', workflowTaskTimeout: '5s' },
    });
    await temporal.workflow.executeUpdateWithStart(begin, { startWorkflowOperation });
  }

  return {
    name: 'bare',
    pids: { worker: worker.pid, temporal: servers.temporal.pid, mongod: servers.mongo.pid },
    prepare: async () => undefined,
    async oneCase(note) {
      const caseId = `bare-${randomUUID()}`;
      await begun(caseId);
      const handle = temporal.workflow.getHandle(caseId);
      for (let number = 0; number < updates; number += 1) {
        const startedAt = performance.now();
        await handle.executeUpdate(step, { args: [TEXT] });
        if (number >= APPROVALS.from && number <= APPROVALS.to) note(performance.now() - startedAt);
      }
      return caseId;
    },
    isSettled: async () => await isIdle(temporal, TASK_QUEUE),
    async mustHaveEnded(caseIds) {
      const inserted = last.findIndex(({ command }) => command === 'insert');
      const rows = mongo.db(database).collection<{ _id: string }>(last[inserted]?.collection ?? '');
      const ids = caseIds.map((caseId) => `${caseId}.record-${records.length - 1}.${inserted}`);
      const ended = await rows.countDocuments({ _id: { $in: ids } });
      if (ended < caseIds.length) throw new Error(`${ended} of ${caseIds.length} bare cases came to their end`);
    },
    stored: async () => await storedBytes(house.mongo.useDb(database, { useCache: true }), home),
    stop: async () => await worker.stop(),
  };
}

const TEXT = '情况属实，同意报废。'.repeat(10);
