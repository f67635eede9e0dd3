import type { Model } from 'mongoose';
import type { Config } from '../../models/config';
import type { Database, UserRow, Versioned } from '../../models/db';
import { withTerms } from '../../models/search/rows';
import { keysOfGrants } from '../access';
import { duplicateOf } from '../http/problem';
import { passwordHash } from '../use-cases/passwords';
import { DEMO_CONTRACTS, DEMO_CUSTOMERS, type Demo } from './demo/customers';
import { DEMO_DEVICES } from './demo/devices';
import { DEMO_PEOPLE, DEMO_PLACES, DEMO_TEAMS, type DemoPerson } from './demo/people';
import { DEMO_ROSTERS } from './demo/roster';

const NOWHERE = { teamId: null, managerId: null };

/** Brings the records and accounts of the demonstration that are missing; what people have changed since stays. */
export async function createDemoData(db: Database, config: Config, now: Date): Promise<void> {
  await addMissing(db.customers, DEMO_CUSTOMERS, now);
  await addMissing(db.devices, DEMO_DEVICES, now);
  await addMissing(db.contracts, DEMO_CONTRACTS, now);
  await addMissing(db.teams, DEMO_TEAMS, now);
  await addMissing(db.rosters, DEMO_ROSTERS, now);
  const known = await db.users.distinct('_id');
  const missing = DEMO_PEOPLE.filter(({ username }) => !known.includes(`U-${username}`));
  if (missing.length === 0) return;
  const hash = await passwordHash(config.DEMO_PASSWORD);
  await addMissing(
    db.users,
    missing.map((person) => userOf(person, hash)),
    now,
  );
}

async function addMissing<Row extends Versioned>(
  model: Model<Row>,
  rows: readonly (Demo<Row> & { readonly _id: string })[],
  now: Date,
): Promise<void> {
  for (const row of rows) {
    try {
      await model.updateOne(
        { _id: row._id } as object,
        { $setOnInsert: { ...withTerms(model.modelName, row), version: 1, updatedAt: now } },
        { upsert: true },
      );
    } catch (error) {
      // Somebody has made another record of that name or number; theirs stays.
      if (!duplicateOf(error)) throw error;
    }
  }
}

function userOf({ username, name, role, customerIds }: DemoPerson, hash: string): Demo<UserRow> {
  const _id = `U-${username}`;
  const grants = customerIds.map((customerId) => ({ role, customerId }));
  return {
    ...{ _id, username, name, email: `${username}@opsflow.example`, phone: '', language: 'zh', passwordHash: hash },
    ...(DEMO_PLACES[username] ?? NOWHERE),
    ...{ grants, keys: keysOfGrants(_id, grants), isActive: true, leavingUntil: null, isDemo: true },
  };
}
