import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Database } from '../../models/db';
import { position } from '../../workflows/messages';

const PATIENCE_IN_MS = 10_000;

/**
 * Sends a workflow once more what its record holds and it does not: commands that Temporal lost before it had written them down,
 * though their step was recorded and answered. In their order, under their keys, with their instants, so that they make the same
 * steps. True when workflow and record agree afterwards.
 */
export async function sendAgain(db: Database, client: Client, log: Logger, caseId: string): Promise<boolean> {
  const handle = client.workflow.getHandle(caseId);
  const soon = async <Result>(work: () => Promise<Result>) =>
    await client.withDeadline(Date.now() + PATIENCE_IN_MS, work);
  const { recordSeq } = await soon(() => handle.query(position));
  const lost = await db.steps
    .find({ caseId, seq: { $gt: recordSeq } })
    .sort({ seq: 1 })
    .lean();
  for (const { seq, commands } of lost) {
    for (const { update, command } of commands) {
      log.warn({ caseId, seq, update, key: command.key }, 'a recorded command is sent to its workflow again');
      await soon(() => handle.executeUpdate(update, { args: [command], updateId: command.key }));
    }
  }
  const last = lost.at(-1)?.seq ?? recordSeq;
  return (await soon(() => handle.query(position))).recordSeq >= last;
}
