import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Say } from './say';

/** How ports are chosen: the ones that people know, or any free ones (tests run many installations at once). */
export type PortChoice = 'preferred' | 'free';

const PORTS_TRIED = 100;

/** The preferred port or, when something listens there, the next free one, which is said; 0 means any free port. */
export async function choosePort(what: string, preferred: number, say: Say, host = '127.0.0.1'): Promise<number> {
  const free = await bindable(host, preferred);
  if (free !== undefined) return free;
  for (let port = preferred + 1; port <= Math.min(preferred + PORTS_TRIED, 65_535); port += 1) {
    if ((await bindable(host, port)) === undefined) continue;
    say(`${what}：端口 ${preferred} 已被占用，改用 ${port}（port ${preferred} is taken, using ${port}）`);
    return port;
  }
  throw new Error(`${what}: no free port between ${preferred} and ${preferred + PORTS_TRIED}`);
}

/** The port that a server gets: a known one, or 0 where any free one will do. */
export function portFor(choice: PortChoice, preferred: number): number {
  return choice === 'free' ? 0 : preferred;
}

async function bindable(host: string, port: number): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(undefined));
    server.listen({ host, port, exclusive: true }, () => {
      const bound = (server.address() as AddressInfo).port;
      server.close(() => resolve(bound));
    });
  });
}
