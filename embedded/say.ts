/** Takes one line for the person who watches the start. */
export type Say = (line: string) => void;

/** Says on stderr, so that stdout stays free for what a script wants to read. */
export const sayOnStderr: Say = (line) => void process.stderr.write(`${line}\n`);

/** Seconds since an instant, as people read them: `0.4s`, `12s`. */
export function secondsSince(startedAtInMs: number): string {
  const seconds = (Date.now() - startedAtInMs) / 1000;
  return seconds < 10 ? `${seconds.toFixed(1)}s` : `${Math.round(seconds)}s`;
}

/** Runs long work and says at least every ten seconds that it is still under way, and how far. */
export async function sayWhile<T>(what: string, say: Say, work: (step: Say) => Promise<T>): Promise<T> {
  const startedAtInMs = Date.now();
  let latest = '';
  let saidAtInMs = startedAtInMs;
  const tell = (): void => {
    saidAtInMs = Date.now();
    say(`${what} … ${secondsSince(startedAtInMs)}${latest && ` ${latest}`}`);
  };
  tell();
  const timer = setInterval(() => {
    if (Date.now() - saidAtInMs >= 8_000) tell();
  }, 1_000);
  try {
    return await work((step) => {
      latest = step;
    });
  } finally {
    clearInterval(timer);
  }
}
