import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_IN_MS = 150;

/** Tries until it works; the last failure is the test's. */
export async function eventually<Result>(attempt: () => Promise<Result> | Result, tries = 100): Promise<Result> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === tries) throw error;
      await pause(PAUSE_IN_MS);
    }
  }
}
