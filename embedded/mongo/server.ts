import { mkdirSync } from 'node:fs';
import { homeAt } from '../home';
import { choosePort } from '../ports';
import { stopLeftover } from '../processes/pid-file';
import { lastWords, startProcess } from '../processes/managed';
import type { ManagedProcess } from '../processes/managed';
import type { Say } from '../say';
import { becomePrimary, REPLICA_SET } from './replica-set';

/** Port of the embedded MongoDB: not MongoDB's own, so that an installed one is left alone. */
export const MONGO_PORT = 27_117;

/** How the embedded MongoDB is started. */
export interface MongoOptions {
  home: string;
  binary: string;
  /** 0 = any free one. */
  port?: number;
  say: Say;
  /** Allows tests to inject failures (`configureFailPoint`). */
  testCommands?: boolean;
}

/** A running MongoDB with transactions and change streams. */
export interface MongoServer extends ManagedProcess {
  readonly uri: string;
  readonly port: number;
}

const GRACE_IN_MS = 20_000;

/** Starts MongoDB on the data of this home and waits until it takes writes. */
export async function startMongo(options: MongoOptions): Promise<MongoServer> {
  const home = homeAt(options.home);
  const leftover = await stopLeftover(home.pid('mongod'), GRACE_IN_MS);
  if (leftover !== undefined) options.say(`MongoDB：已停止上次遗留的进程 ${leftover}（stopped a leftover process）`);
  const port = await choosePort('MongoDB', options.port ?? MONGO_PORT, options.say);
  mkdirSync(home.data('mongo'), { recursive: true });
  const server = await startProcess({
    name: 'mongod',
    command: options.binary,
    args: mongodArguments(home.data('mongo'), port, options.testCommands ?? false),
    env: process.env,
    pidFile: home.pid('mongod'),
    logFile: home.log('mongod'),
    graceInMs: GRACE_IN_MS,
  });
  try {
    await becomePrimary(port, server.pid, () => hopelessWhenExited(server, home.log('mongod')));
  } catch (error) {
    await server.stop();
    throw error;
  }
  return { ...server, port, uri: `mongodb://127.0.0.1:${port}/opsflow?replicaSet=${REPLICA_SET}` };
}

function mongodArguments(dataFolder: string, port: number, testCommands: boolean): string[] {
  const parameters = {
    // A client killed inside a transaction would keep its locks for 60 s otherwise.
    transactionLifetimeLimitSeconds: 3,
    // A set of one has nobody to hand over to, so a shutdown need not wait 15 s for one.
    shutdownTimeoutMillisForSignaledShutdown: 100,
    diagnosticDataCollectionEnabled: false,
    ...(testCommands && { enableTestCommands: 1 }),
  };
  return [
    ...['--dbpath', dataFolder, '--port', String(port), '--bind_ip', '127.0.0.1', '--nounixsocket'],
    // mongod before 6.0.27 and 7.0.28 leaks memory to whoever sends it broken zlib (CVE-2025-14847).
    ...['--networkMessageCompressors', 'snappy,zstd'],
    ...['--replSet', REPLICA_SET, '--oplogSize', '1024', '--wiredTigerCacheSizeGB', '1'],
    ...Object.entries(parameters).flatMap(([name, value]) => ['--setParameter', `${name}=${value}`]),
  ];
}

function hopelessWhenExited(server: ManagedProcess, logFile: string): string | undefined {
  const ending = server.hasExited();
  return ending === undefined ? undefined : `mongod ended (${ending}); log: ${logFile}\n${lastWords(server)}`;
}
