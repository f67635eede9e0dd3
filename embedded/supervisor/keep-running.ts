import type { Say } from '../say';
import { deferred, sleep } from '../wait';

/** Something that runs until it is stopped or ends by itself. */
export interface Running {
  readonly exited: Promise<string>;
  readonly stop: () => Promise<void>;
}

/** Something that is started again whenever it ends by itself. */
export interface Kept<T extends Running> {
  readonly first: T;
  readonly stop: () => Promise<void>;
}

const FIRST_PAUSE_IN_MS = 1_000;
const LONGEST_PAUSE_IN_MS = 30_000;
const STEADY_AFTER_MS = 60_000;
const STOPPED = Symbol('stopped');

/** Starts something and keeps it running; `start` is told what ran before, to take its place (its port, for one). */
export async function keepRunning<T extends Running>(
  name: string,
  start: (previous: T | undefined) => Promise<T>,
  say: Say,
): Promise<Kept<T>> {
  const first = await start(undefined);
  const stopped = deferred<typeof STOPPED>();
  const watching = watch(name, first, start, say, stopped.promise);
  return {
    first,
    stop: async () => {
      stopped.resolve(STOPPED);
      await watching;
    },
  };
}

async function watch<T extends Running>(
  name: string,
  first: T,
  start: (previous: T) => Promise<T>,
  say: Say,
  stopped: Promise<typeof STOPPED>,
): Promise<void> {
  let current = first;
  let pauseInMs = FIRST_PAUSE_IN_MS;
  for (;;) {
    const startedAtInMs = Date.now();
    const ending = await Promise.race([current.exited, stopped]);
    if (ending === STOPPED) return current.stop();
    if (Date.now() - startedAtInMs > STEADY_AFTER_MS) pauseInMs = FIRST_PAUSE_IN_MS;
    say(`${name} 意外退出（${ending}），${pauseInMs / 1000} 秒后重启（ended unexpectedly, restarting）`);
    if ((await Promise.race([sleep(pauseInMs), stopped])) === STOPPED) return;
    pauseInMs = Math.min(pauseInMs * 2, LONGEST_PAUSE_IN_MS);
    current = await restarted(name, current, start, say);
  }
}

async function restarted<T extends Running>(
  name: string,
  previous: T,
  start: (previous: T) => Promise<T>,
  say: Say,
): Promise<T> {
  try {
    const next = await start(previous);
    say(`${name} 已重新运行（running again）`);
    return next;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...previous, exited: Promise.resolve(reason), stop: async () => undefined };
  }
}
