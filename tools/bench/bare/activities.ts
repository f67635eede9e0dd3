import type { mongo } from 'mongoose';
import type { Transaction } from '../recipe';
import { transactBare } from './transact';

/** The activities of a bare case. */
export interface BareActivities {
  /** Runs one transaction. */
  transact(caseId: string, number: number, transaction: Transaction): Promise<void>;
  /** Stands for a mail or a document. */
  stub(caseId: string): Promise<void>;
}

/** The activities over a client of MongoDB. */
export function createBareActivities(client: mongo.MongoClient, database: string): BareActivities {
  return {
    transact: (caseId, number, transaction) => transactBare(client, database, caseId, `record-${number}`, transaction),
    stub: async () => undefined,
  };
}
