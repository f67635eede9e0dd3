import type { Client } from '@temporalio/client';
import type { Database } from '../../models/db';

/** How many cases there were, and how many events their histories have together, over all their runs. */
export async function countEvents(db: Database, { workflow }: Client): Promise<{ cases: number; events: number }> {
  const rows = await db.cases.find({}, { runIds: 1 }).lean();
  let events = 0;
  for (const { _id, runIds } of rows)
    for (const runId of runIds) events += (await workflow.getHandle(_id, runId).fetchHistory()).events?.length ?? 0;
  return { cases: rows.length, events };
}
