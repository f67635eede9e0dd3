import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { Logger } from 'pino';
import type { CaseRow, Database } from '../../models/db';
import { storeFile } from '../../models/db/files';

const AT_ONCE = 20;
/** Stands where Temporal has forgotten a case before its history could be filed. */
const NEVER = new Date(0);

/** Files the history of every run of the cases that have closed, in GridFS with its sha256; what Temporal forgets stays readable. */
export async function fileHistories(db: Database, client: Client, log: Logger, now: () => Date): Promise<void> {
  const rows = await db.cases
    .find({ closedAt: { $ne: null }, historyFiledAt: null }, { runIds: 1 })
    .sort({ closedAt: 1 })
    .limit(AT_ONCE)
    .lean();
  for (const row of rows) {
    await fileOne(db, client, row, now).catch(async (error: unknown) => {
      log.warn({ err: error, caseId: row._id }, 'the history of a closed case could not be filed');
      if (error instanceof WorkflowNotFoundError)
        await db.cases.updateOne({ _id: row._id }, { $set: { historyFiledAt: NEVER } });
    });
  }
}

async function fileOne(
  db: Database,
  client: Client,
  row: Pick<CaseRow, '_id' | 'runIds'>,
  now: () => Date,
): Promise<void> {
  const { _id: caseId, runIds } = row;
  const { status } = await client.workflow.getHandle(caseId).describe();
  if (status.name === 'RUNNING') return;
  for (const runId of runIds) {
    const history = await client.workflow.getHandle(caseId, runId).fetchHistory();
    await storeFile(db.connection, 'histories', `${caseId}/${runId}`, Buffer.from(historyToJSON(history)));
  }
  await db.cases.updateOne({ _id: caseId }, { $set: { historyFiledAt: now() } });
}
