import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';
import type { Say } from './say';

/** How ports are chosen: the ones that people know, or any free ones (tests run many installations at once). */
export type PortChoice = 'preferred' | 'free';

const PORTS_TRIED = 100;

/** The preferred port or, when something listens there, the next free one, which is said; 0 means any free port. */
export async function choosePort(what: string, preferred: number, say: Say, host = '127.0.0.1'): Promise<number> {
  if (preferred === 0) return anyFreePort(host);
  if (await isFree(host, preferred)) return preferred;
  for (let port = preferred + 1; port <= Math.min(preferred + PORTS_TRIED, 65_535); port += 1) {
    if (!(await isFree(host, port))) continue;
    say(`${what}：端口 ${preferred} 已被占用，改用 ${port}（port ${preferred} is taken, using ${port}）`);
    return port;
  }
  throw new Error(`${what}: no free port between ${preferred} and ${preferred + PORTS_TRIED}`);
}

/** The port that a server gets: a known one, or 0 where any free one will do. */
export function portFor(choice: PortChoice, preferred: number): number {
  return choice === 'free' ? 0 : preferred;
}

// Ports that the system hands out itself (from 32768 on) may serve as the near end of a connection while a killed server
// is away, and are then taken when it comes back.
async function anyFreePort(host: string): Promise<number> {
  for (let tries = 0; tries < PORTS_TRIED; tries += 1) {
    const port = randomInt(20_000, 30_000);
    if (await isFree(host, port)) return port;
  }
  throw new Error('no free port between 20000 and 30000');
}

async function isFree(host: string, port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ host, port, exclusive: true }, () => {
      server.close(() => resolve(true));
    });
  });
}
