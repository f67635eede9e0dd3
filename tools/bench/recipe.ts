import { readFileSync } from 'node:fs';
import type { Client } from '@temporalio/client';
import { homeAt } from '../../embedded/home';

/** One command to MongoDB inside a transaction. */
export interface TransactionCommand {
  readonly command: string;
  readonly collection: string;
}

/** The commands of one transaction, without its commit. */
export type Transaction = readonly TransactionCommand[];

/** What one scrap case takes, learnt from one that was watched; the bare SDK does as much. */
export interface Recipe {
  /** Transactions of the API: the uploaded evidence, the reservation. */
  readonly apiTransactions: readonly Transaction[];
  /** Transactions of the worker, in the order of the case: one a stop. */
  readonly records: readonly Transaction[];
  /** Updates after the one that comes with the start. */
  readonly updates: number;
  /** Ordinary activities: mails and the document. */
  readonly activities: number;
}

const UPDATE_ACCEPTED = 41;
const ACTIVITY_SCHEDULED = 10;

/** Reads from its history and from the debug logs of API and worker what a case took; nothing else may have run. */
export async function recipeOf(home: string, client: Client, caseId: string): Promise<Recipe> {
  const { events } = await client.workflow.getHandle(caseId).fetchHistory();
  const count = (type: number) => (events ?? []).filter((event) => Number(event.eventType) === type).length;
  const recipe = {
    apiTransactions: transactionsIn(homeAt(home).log('api')),
    records: transactionsIn(homeAt(home).log('worker')),
    updates: count(UPDATE_ACCEPTED) - 1,
    activities: count(ACTIVITY_SCHEDULED),
  };
  if (recipe.records.length <= recipe.updates)
    throw new Error(`the watched case left ${recipe.records.length} records for ${recipe.updates} updates`);
  return recipe;
}

interface LoggedCommand extends TransactionCommand {
  readonly isInTransaction: boolean;
}

function transactionsIn(logFile: string): Transaction[] {
  const lines = readFileSync(logFile, 'utf8').split('\n');
  const commands = lines.flatMap((line) =>
    line.includes('"msg":"mongodb"') ? [JSON.parse(line) as LoggedCommand] : [],
  );
  const transactions: Transaction[] = [];
  let open: TransactionCommand[] = [];
  for (const { command, collection, isInTransaction } of commands) {
    if (!isInTransaction) continue;
    if (command === 'commitTransaction') {
      transactions.push(open);
      open = [];
    } else if (command === 'abortTransaction') open = [];
    else open.push({ command, collection });
  }
  return transactions;
}
