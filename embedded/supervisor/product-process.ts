import { homeAt } from '../home';
import { lastWords, startProcess } from '../processes/managed';
import type { ManagedProcess } from '../processes/managed';
import { stopLeftover } from '../processes/pid-file';
import type { Say } from '../say';
import { deferred } from '../wait';
import { consoleText, logFileText, readLogLine } from './log-line';
import type { LogEntry } from './log-line';

/** API or worker, as the supervisor starts it. */
export interface ProductOptions {
  name: 'api' | 'worker';
  script: string;
  /** Options of Node itself. */
  nodeArgs?: readonly string[];
  home: string;
  env: NodeJS.ProcessEnv;
  say: Say;
  readyTimeoutInMs?: number;
}

const GRACE_IN_MS = 15_000;
const READY_TIMEOUT_IN_MS = 180_000;
const READY = Symbol('ready');
const TOO_LATE = Symbol('too late');

/** Starts API or worker and waits until it says that it is ready. */
export async function startProduct(options: ProductOptions): Promise<ManagedProcess> {
  const { name, say } = options;
  const home = homeAt(options.home);
  await stopLeftover(home.pid(name), GRACE_IN_MS);
  const ready = deferred<typeof READY | typeof TOO_LATE>();
  const onConsole = withoutRepetition((text) => say(`[${name}] ${text}`));
  const child = await startProcess({
    name,
    command: process.execPath,
    args: [...(options.nodeArgs ?? []), options.script],
    env: options.env,
    pidFile: home.pid(name),
    logFile: home.log(name),
    graceInMs: GRACE_IN_MS,
    onLine: (line) => {
      const entry = readLogLine(line);
      const text = consoleText(line, entry);
      if (text !== undefined) onConsole(text);
      if (entry?.event === 'ready') ready.resolve(READY);
      if (entry?.event === 'first-admin') sayFirstAdmin(entry, say);
      return logFileText(line, entry);
    },
  });
  const timer = setTimeout(() => ready.resolve(TOO_LATE), options.readyTimeoutInMs ?? READY_TIMEOUT_IN_MS);
  const outcome = await Promise.race([ready.promise, child.exited]);
  clearTimeout(timer);
  if (outcome === READY) return child;
  await child.stop();
  const reason = outcome === TOO_LATE ? 'did not become ready in time' : `ended at its start (${outcome})`;
  throw new Error(`${name} ${reason}; log: ${home.log(name)}\n${lastWords(child)}`);
}

function sayFirstAdmin(entry: LogEntry, say: Say): void {
  say(`首个管理员（first administrator）：${entry.username ?? ''}  密码 password：${entry.password ?? ''}`);
  say('  此密码只显示这一次，请立即保存（shown only now: keep it）');
}

// A lost database is reported by every sweeper every few seconds; once in ten seconds is enough for a console.
function withoutRepetition(show: Say): Say {
  const shownAtInMs = new Map<string, number>();
  return (text) => {
    const now = Date.now();
    if (now - (shownAtInMs.get(text) ?? 0) < 10_000) return;
    if (shownAtInMs.size > 200) shownAtInMs.clear();
    shownAtInMs.set(text, now);
    show(text);
  };
}
