import { createCollections, type Database } from '../../models/db';

/** Indexes that others have taken the place of, by collection. */
const REPLACED = {
  teams: ['leaderId_1'],
  sessions: ['userId_1'],
  cases: ['state_1_startedAt_-1__id_-1_customerId_1', 'people_1_startedAt_-1__id_-1'],
  mails: ['caseId_1_createdAt_1'],
  documents: ['caseId_1_at_1'],
  access: ['personId_1__id_-1', 'target_1__id_-1', 'action_1__id_-1', 'at_1__id_-1'],
} as const;

/** Makes the indexes from which every list is read with every filter, then drops those that they replace. */
export async function renewIndexes(db: Database): Promise<void> {
  await createCollections(db, [
    'users',
    'customers',
    'contracts',
    ...(Object.keys(REPLACED) as (keyof typeof REPLACED)[]),
  ]);
  for (const [collection, names] of Object.entries(REPLACED)) await dropIndexes(db, collection, names);
}

/** Makes the indexes from which the list of overruns is read. */
export async function renewIndexesOfOverruns(db: Database): Promise<void> {
  await createCollections(db, ['overruns']);
  await dropIndexes(db, 'overruns', ['month_1_people.id_1']);
}

/** Makes the indexes by which open tasks are told of absences. */
export async function renewIndexesOfSubstitutes(db: Database): Promise<void> {
  await createCollections(db, ['tasks']);
  await dropIndexes(db, 'tasks', ['participants.substitutes.forWhom.id_1']);
  await dropIndexes(db, 'absences', ['sweep_1_from_1']);
}

/** Drops those indexes of a collection that are there. */
export async function dropIndexes(db: Database, collection: string, names: readonly string[]): Promise<void> {
  const known = await db.connection.collection(collection).indexes();
  const left = known.flatMap(({ name = '' }) => (names.includes(name) ? [name] : []));
  for (const name of left) await db.connection.collection(collection).dropIndex(name);
}
