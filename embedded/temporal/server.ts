import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeAt } from '../home';
import { choosePort } from '../ports';
import { startProcess } from '../processes/managed';
import type { ManagedProcess } from '../processes/managed';
import { stopLeftover } from '../processes/pid-file';
import type { Say } from '../say';
import { prepareNamespace } from './namespace';
import { DATABASE_FILE, startDevArguments } from './settings';

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
    await prepareNamespace(address, namespace, () => hopelessWhenExited(server, home.log('temporal')));
  } catch (error) {
    await server.stop();
    throw error;
  }
  database.isComplete();
  return { ...server, address, port, uiPort, uiUrl: `http://127.0.0.1:${uiPort}` };
}

/** A schema is not created in one transaction: a database whose first start was killed is begun anew. */
function openDatabase(folder: string): { isComplete: () => void } {
  mkdirSync(folder, { recursive: true });
  const [file, unfinished] = [join(folder, DATABASE_FILE), join(folder, `${DATABASE_FILE}.unfinished`)];
  if (existsSync(unfinished))
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
  if (!existsSync(file)) writeFileSync(unfinished, '');
  return { isComplete: () => rmSync(unfinished, { force: true }) };
}

function withoutTemporalSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
}

function hopelessWhenExited(server: ManagedProcess, logFile: string): string | undefined {
  const ending = server.hasExited();
  return ending === undefined
    ? undefined
    : `temporal ended (${ending}); its log ${logFile} ends with:\n${server.lastLines().slice(-8).join('\n')}`;
}
