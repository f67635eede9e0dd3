import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Connection as MongoConnection } from 'mongoose';
import { startServers, type Servers } from '../../embedded/servers';
import type { Say } from '../../embedded/say';
import { connectToMongo } from '../../models/db/connection';

/** The servers of a bench run, all its own, in a temporary folder. */
export interface House {
  readonly home: string;
  readonly servers: Servers;
  readonly env: Readonly<Record<string, string>>;
  readonly mongo: MongoConnection;
  readonly temporal: Client;
  readonly say: Say;
  /** Ends everything and removes the folder. */
  readonly close: () => Promise<void>;
}

/** Starts the servers that `npm start` has, on free ports. */
export async function openHouse(say: Say): Promise<House> {
  const home = mkdtempSync(join(tmpdir(), 'opsflow-bench-'));
  const removeHome = () => rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  try {
    const servers = await startServers({ home, ports: 'free', testCommands: false, say });
    const mongo = await connectToMongo(servers.mongo.uri);
    const connection = await Connection.connect({ address: servers.temporal.address });
    return {
      ...{ home, servers, mongo, say, temporal: new Client({ connection }) },
      env: environmentOf(servers),
      close: async () => {
        await Promise.all([mongo.close(), connection.close()]);
        await servers.stop();
        removeHome();
      },
    };
  } catch (error) {
    removeHome();
    throw error;
  }
}

/** The settings of both sides; nothing of the environment in which the bench was started reaches them. */
function environmentOf({ env }: Servers): Record<string, string> {
  return { PATH: process.env.PATH ?? '', NODE_ENV: 'production', WORKER_METRICS_PORT: '0', ...env };
}

/** True when no workflow of a task queue runs any more. */
export async function isIdle(temporal: Client, taskQueue: string): Promise<boolean> {
  const { count } = await temporal.workflow.count(`TaskQueue = "${taskQueue}" AND ExecutionStatus = "Running"`);
  return count === 0;
}
