import { Problem } from './http/problem';

/** Lets a fixed number of writes go on at once, a few more wait, and turns the rest away at the door. */
export interface Admission {
  /** Runs the work when a place is free; refuses with `busy` and Retry-After when the queue is full. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
}

const RETRY_AFTER_IN_SECONDS = 1;

/** An admission of `atOnce` places and `queued` places to wait in. */
export function createAdmission(atOnce: number, queued: number): Admission {
  const waiting: (() => void)[] = [];
  const count = { running: 0 };

  async function enter(): Promise<void> {
    if (count.running < atOnce) {
      count.running += 1;
      return;
    }
    if (waiting.length >= queued) throw new Problem('busy', '', { retryAfterInSeconds: RETRY_AFTER_IN_SECONDS });
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else count.running -= 1;
  }

  return {
    async run(work) {
      await enter();
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
