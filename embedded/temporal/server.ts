import { homeAt } from '../home';
import { choosePort } from '../ports';
import { lastWords, startProcess } from '../processes/managed';
import type { ManagedProcess } from '../processes/managed';
import { stopLeftover } from '../processes/pid-file';
import type { Say } from '../say';
import { openDatabase } from './database';
import { prepareNamespace } from './namespace';
import { startDevArguments } from './settings';

/** Port of the Temporal frontend. */
export const TEMPORAL_PORT = 7_233;
/** Port of the Temporal UI. */
export const TEMPORAL_UI_PORT = 8_233;

/** How the embedded Temporal is started. */
export interface TemporalOptions {
  home: string;
  binary: string;
  /** Created when it is not there. */
  namespace?: string;
  /** 0 = any free one. */
  port?: number;
  uiPort?: number;
  say: Say;
}

/** A running Temporal dev server that keeps what it knows in a file. */
export interface TemporalServer extends ManagedProcess {
  readonly address: string;
  readonly port: number;
  readonly uiPort: number;
  readonly uiUrl: string;
}

const GRACE_IN_MS = 10_000;

/** Starts Temporal on the database of this home and waits until its namespace is ready. */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  const home = homeAt(options.home);
  const leftover = await stopLeftover(home.pid('temporal'), GRACE_IN_MS);
  if (leftover !== undefined) options.say(`Temporal：已停止上次遗留的进程 ${leftover}（stopped a leftover process）`);
  const port = await choosePort('Temporal', options.port ?? TEMPORAL_PORT, options.say);
  const uiPort = await choosePort('Temporal UI', options.uiPort ?? TEMPORAL_UI_PORT, options.say);
  const namespace = options.namespace ?? 'default';
  const database = openDatabase(home.data('temporal'));
  const server = await startProcess({
    name: 'temporal',
    command: options.binary,
    args: startDevArguments(namespace, port, uiPort),
    cwd: home.data('temporal'),
    env: withoutTemporalSettings(process.env),
    pidFile: home.pid('temporal'),
    logFile: home.log('temporal'),
    graceInMs: GRACE_IN_MS,
  });
  const address = `127.0.0.1:${port}`;
  try {
    const version = await prepareNamespace(address, namespace, () => hopelessWhenExited(server, home.log('temporal')));
    const ending = hopelessWhenExited(server, home.log('temporal'));
    if (ending !== undefined) throw new Error(ending);
    if (database.usedBy !== undefined && database.usedBy !== version) {
      options.say(
        `Temporal：服务器由 ${database.usedBy} 变为 ${version}（another server version on the same database）`,
      );
    }
    database.isUsedBy(version);
  } catch (error) {
    await server.stop();
    // The dev server does not migrate its database, so an upgrade may fail for that reason alone.
    if (database.usedBy === undefined) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}\n其数据库上次由服务器 ${database.usedBy} 使用（last used by this server version）`, {
      cause: error,
    });
  }
  return { ...server, address, port, uiPort, uiUrl: `http://127.0.0.1:${uiPort}` };
}

function withoutTemporalSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

function hopelessWhenExited(server: ManagedProcess, logFile: string): string | undefined {
  const ending = server.hasExited();
  return ending === undefined ? undefined : `temporal ended (${ending}); log: ${logFile}\n${lastWords(server)}`;
}
