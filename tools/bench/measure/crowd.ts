/** What a crowd did: how many cases, and how long until the last of them was over. */
export interface CrowdResult {
  readonly cases: number;
  readonly tookInMs: number;
}

/**
 * So many clients do one case after the other until the time is up, and end what they began; then `settled` waits until the
 * system has nothing more to do for them. Both belong to the time. When one fails, the others end their case and then this does.
 */
export async function crowd(
  clients: number,
  seconds: number,
  oneCase: (client: number) => Promise<void>,
  settled: (cases: number) => Promise<void>,
): Promise<CrowdResult> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const done = { cases: 0, hasFailed: false };
  const client = async (number: number): Promise<void> => {
    while (!done.hasFailed && performance.now() < until) {
      await oneCase(number).catch((error: unknown) => {
        done.hasFailed = true;
        throw error;
      });
      done.cases += 1;
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: clients }, async (_, number) => await client(number)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  await settled(done.cases);
  return { cases: done.cases, tookInMs: performance.now() - startedAt };
}
