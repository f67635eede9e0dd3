import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Database } from '../../models/db';
import { storeFile } from '../../models/db/files';

const AT_ONCE = 20;

/** Files the history of every run of the cases that have closed, in GridFS with its sha256; what Temporal forgets stays readable. */
export async function fileHistories(db: Database, client: Client, now: () => Date): Promise<void> {
  const rows = await db.cases
    .find({ closedAt: { $ne: null }, historyFiledAt: null }, { runIds: 1 })
    .sort({ closedAt: 1 })
    .limit(AT_ONCE)
    .lean();
  for (const { _id: caseId, runIds } of rows) {
    const { status } = await client.workflow.getHandle(caseId).describe();
    if (status.name === 'RUNNING') continue;
    for (const runId of runIds) {
      const history = await client.workflow.getHandle(caseId, runId).fetchHistory();
      await storeFile(db.connection, 'histories', `${caseId}/${runId}`, Buffer.from(historyToJSON(history)));
    }
    await db.cases.updateOne({ _id: caseId }, { $set: { historyFiledAt: now() } });
  }
}
