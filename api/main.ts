import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { readConfig } from '../models/config';
import { createLog } from './process/log';
import { publishedCalendars } from '../models/published-calendars';
import { connectToDatabase } from './process/connect';
import { mainOf } from './process/main';
import { createAccessLog } from './access-log';
import { createAdmission } from './admission';
import { createApp } from './app';
import type { Deps } from './deps';
import { connectToTemporal, createGateway } from './gateway';
import { setUp } from './setup';

const CLOSE_GRACE_IN_MS = 5_000;

mainOf(async () => {
  const config = readConfig(process.env);
  const log = createLog('api', config.LOG_LEVEL);
  const now = () => new Date();
  const db = await connectToDatabase(config, log);
  const client = await connectToTemporal(config);
  await setUp(db, config, log, now);
  const deps: Deps = {
    config,
    db,
    log,
    now,
    calendar: publishedCalendars(db),
    admission: createAdmission(config.CASES_AT_ONCE, config.CASES_QUEUED),
    gateway: createGateway(client, config),
    accessLog: createAccessLog(db, log, now),
  };
  const server = await listen(deps);
  const { port } = server.address() as AddressInfo;
  log.info({ event: 'ready', url: `http://${config.HOST}:${port}` }, 'api ready');
  const stop = () => {
    server.close(
      () => void Promise.all([client.connection.close(), db.connection.close()]).then(() => log.info('api stopped')),
    );
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), CLOSE_GRACE_IN_MS).unref();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
});

async function listen(deps: Deps): Promise<Server> {
  return await new Promise((resolve, reject) => {
    const server = createApp(deps).listen(deps.config.PORT, deps.config.HOST, () => resolve(server));
    server.once('error', reject);
  });
}
