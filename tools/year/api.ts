import type { AddressInfo } from 'node:net';
import { createAccessLog } from '../../api/access-log';
import { createApp } from '../../api/app';
import type { Deps } from '../../api/deps';

/** Serves the product's API in this process, on any free port. */
export async function serveApi(given: Omit<Deps, 'accessLog'>): Promise<{ url: string; stop: () => Promise<void> }> {
  const deps: Deps = { ...given, accessLog: createAccessLog(given.db, given.log, given.now) };
  const server = createApp(deps).listen(0, '127.0.0.1');
  await new Promise((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}
