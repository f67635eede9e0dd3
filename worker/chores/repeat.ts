import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';

/** A piece of work that is done again and again while the worker runs. */
export interface Chore {
  readonly name: string;
  readonly everyMs: number;
  readonly run: () => Promise<unknown>;
}

/** Does a chore until the signal comes, never twice at once; a failure is logged and the next round tries again. */
export async function repeat(chore: Chore, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await chore.run();
    } catch (error) {
      log.warn({ err: error, chore: chore.name }, 'chore failed');
    }
    await pause(chore.everyMs, undefined, { signal }).catch(() => undefined);
  }
}
