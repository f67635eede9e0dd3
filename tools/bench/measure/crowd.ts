/** What a crowd did: how many cases, and how long until the last of them was over. */
export interface CrowdResult {
  readonly cases: number;
  readonly tookInMs: number;
}

/**
 * So many clients do one case after the other until the time is up, and end what they began; then `settled` waits until the
 * system has nothing more to do for them. Both belong to the time.
 */
export async function crowd(
  clients: number,
  seconds: number,
  oneCase: (client: number) => Promise<void>,
  settled: (cases: number) => Promise<void>,
): Promise<CrowdResult> {
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  const done = { cases: 0 };
  const client = async (number: number): Promise<void> => {
    while (performance.now() < until) {
      await oneCase(number);
      done.cases += 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, async (_, number) => await client(number)));
  await settled(done.cases);
  return { cases: done.cases, tookInMs: performance.now() - startedAt };
}
