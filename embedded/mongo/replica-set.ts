import { mongo } from 'mongoose';
import { z } from 'zod';
import { until } from '../wait';

/** Name of the replica set of a one-machine installation. */
export const REPLICA_SET = 'opsflow';

const NOT_YET_INITIALIZED = 94;
const configAnswer = z.object({
  config: z.looseObject({ version: z.number(), members: z.array(z.looseObject({ host: z.string() })) }),
});

/** Makes the member the primary of its own set: founds the set once, and renames the member after a change of port. */
export async function becomePrimary(port: number, pid: number, hopeless: () => string | undefined): Promise<void> {
  const limits = { timeoutInMs: 60_000, pauseInMs: 50, hopeless };
  const client = await until(() => connect(port), limits);
  try {
    const admin = client.db('admin');
    await until(() => mustBeOurs(admin, pid, port), limits);
    await foundOrRename(admin, `127.0.0.1:${port}`);
    await until(() => mustBePrimary(admin), limits);
  } finally {
    await client.close();
  }
}

// A client whose first connection failed stays closed for good, so each attempt has a new one.
async function connect(port: number): Promise<mongo.MongoClient> {
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, {
    serverSelectionTimeoutMS: 1_000,
  });
  try {
    return await client.connect();
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function foundOrRename(admin: mongo.Db, host: string): Promise<void> {
  const config = await currentConfig(admin);
  if (config === undefined) {
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members: [{ _id: 0, host }] } });
  } else if (config.members[0]?.host !== host) {
    const renamed = { ...config, version: config.version + 1, members: [{ ...config.members[0], host }] };
    await admin.command({ replSetReconfig: renamed, force: true });
  }
}

async function currentConfig(admin: mongo.Db): Promise<z.infer<typeof configAnswer>['config'] | undefined> {
  try {
    return configAnswer.parse(await admin.command({ replSetGetConfig: 1 })).config;
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === NOT_YET_INITIALIZED) return undefined;
    throw error;
  }
}

// Two starts at the same moment can choose the same port; the loser must not work on the winner's data.
async function mustBeOurs(admin: mongo.Db, pid: number, port: number): Promise<void> {
  const status: { pid?: unknown } = await admin.command({
    serverStatus: 1,
    repl: 0,
    metrics: 0,
    locks: 0,
    wiredTiger: 0,
  });
  if (Number(status.pid) !== pid) throw new Error(`another MongoDB answers on port ${port}`);
}

async function mustBePrimary(admin: mongo.Db): Promise<void> {
  const hello: { isWritablePrimary?: boolean } = await admin.command({ hello: 1 });
  if (hello.isWritablePrimary !== true) throw new Error('MongoDB has not become primary of its replica set');
}
