import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import { mayReadMetrics } from '../../api/metrics/who-may-read';
import type { Config } from '../../models/config';

/** Where a worker's metrics are, until it stops. */
export interface ServedMetrics {
  readonly url: string | null;
  readonly close: () => void;
}

/** Serves `/metrics`; a worker whose port is taken works all the same and says so. */
export async function serveMetrics(config: Config, registry: Registry, log: Logger): Promise<ServedMetrics> {
  const server = createServer((request, response) => void answer(config, registry, request, response));
  const { WORKER_METRICS_HOST: host, WORKER_METRICS_PORT: port } = config;
  try {
    await listening(server, host, port);
  } catch (error) {
    log.warn({ err: error }, `no metrics: cannot listen on ${host}:${port}; set WORKER_METRICS_PORT, or 0 for any`);
    return { url: null, close: () => undefined };
  }
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}/metrics`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function listening(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
}

async function answer(
  { METRICS_TOKEN }: Config,
  registry: Registry,
  { url, method, headers, socket }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const end = (status: number, text: string, type = 'text/plain') =>
    void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text);
  if (url !== '/metrics' || method !== 'GET') end(404, 'not found\n');
  else if (!mayReadMetrics(METRICS_TOKEN, { authorization: headers.authorization, address: socket.remoteAddress }))
    end(METRICS_TOKEN === undefined ? 403 : 401, 'not allowed\n');
  else end(200, await registry.metrics(), registry.contentType);
}
