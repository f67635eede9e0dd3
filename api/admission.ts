import { Problem } from './http/problem';

/** Lets a fixed number of writes go on at once, a few more wait, and turns the rest away at the door. */
export interface Admission {
  /** Runs the work when a place is free; refuses with `busy` and Retry-After when the queue is full. */
  run<Result>(work: () => Promise<Result>): Promise<Result>;
  /** How full it is, and what it has done since the start. */
  load(): AdmissionLoad;
}

/** How full an admission is, and how many it has let in at once, let wait first, and turned away. */
export interface AdmissionLoad {
  readonly running: number;
  readonly waiting: number;
  readonly admitted: number;
  readonly queued: number;
  readonly refused: number;
}

const RETRY_AFTER_IN_SECONDS = 1;

/** An admission of `atOnce` places and `queued` places to wait in. */
export function createAdmission(atOnce: number, queued: number): Admission {
  const waiting: (() => void)[] = [];
  const count = { running: 0, admitted: 0, queued: 0, refused: 0 };

  async function enter(): Promise<void> {
    if (count.running < atOnce) {
      count.running += 1;
      count.admitted += 1;
      return;
    }
    if (waiting.length >= queued) {
      count.refused += 1;
      throw new Problem('busy', '', { retryAfterInSeconds: RETRY_AFTER_IN_SECONDS });
    }
    count.queued += 1;
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
    load: () => ({ ...count, waiting: waiting.length }),
  };
}
