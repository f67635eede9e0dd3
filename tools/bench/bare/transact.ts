import type { mongo } from 'mongoose';
import { isDuplicateKey } from '../../../models/db';
import type { Transaction, TransactionCommand } from '../recipe';

const PAYLOAD = '流程'.repeat(170);

/**
 * Runs a transaction of the recipe by the plain driver, with rows of about 1 kB, committed as the product commits. One that
 * was done before, for a workflow task that got lost, finds its rows there and is done.
 */
export async function transactBare(
  client: mongo.MongoClient,
  database: string,
  caseId: string,
  name: string,
  transaction: Transaction,
): Promise<void> {
  const db = client.db(database);
  const work = client.withSession(async (session) => {
    await session.withTransaction(
      async () => {
        for (const [index, command] of transaction.entries())
          await run(db, command, caseId, `${caseId}.${name}.${index}`, session);
      },
      { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
    );
  });
  await work.catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
}

interface BareRow {
  readonly _id: string;
  readonly caseId: string;
  readonly text: string;
}

async function run(
  db: mongo.Db,
  { command, collection }: TransactionCommand,
  caseId: string,
  id: string,
  session: mongo.ClientSession,
): Promise<void> {
  const rows = db.collection<BareRow>(collection);
  switch (command) {
    case 'insert':
      await rows.insertOne({ _id: id, caseId, text: PAYLOAD }, { session });
      return;
    case 'update':
    case 'findAndModify':
      // The case's own row, written again by every transaction.
      await rows.updateOne({ _id: caseId }, { $set: { caseId, text: PAYLOAD } }, { session, upsert: true });
      return;
    case 'find':
    case 'aggregate':
      await rows.findOne({ _id: caseId }, { session });
      return;
    case 'delete':
      await rows.deleteOne({ _id: caseId }, { session });
      return;
    default:
      throw new Error(`the bare SDK does not know what stands for the command ${command}`);
  }
}
