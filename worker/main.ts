import { setFlagsFromString } from 'node:v8';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { createActivities } from '../activities';
import { publishedCalendars } from '../models/published-calendars';
import { createOutbox } from '../activities/mail/outbox';
import { createWebhookSender } from '../activities/webhooks/sender';
import { connectToTemporal, createGateway } from '../api/gateway';
import { hideNaming } from '../api/use-cases/hide-naming';
import { joinCase } from '../api/use-cases/join-case';
import { openCase } from '../api/use-cases/open-case';
import { notToReopen } from '../api/use-cases/reopening';
import { readConfig, type Config } from '../models/config';
import { createLog } from '../api/process/log';
import { connectToDatabase } from '../api/process/connect';
import { mainOf } from '../api/process/main';
import { choresOf } from './chores';
import { repeat } from './chores/repeat';
import { createWorker } from './create-worker';
import { serveMetrics } from './metrics/serve';
import { createWorkerMetrics } from './metrics/worker-metrics';
import { checkRetention } from './retention';
import { registerSearchAttributes } from './search-attributes';

mainOf(async () => {
  // The SDK notes a stack trace for every promise of a workflow, which took a quarter of the sandbox's time. Two frames cost
  // little and still say where an error was thrown; this thread, whose limit is set already, keeps its ten.
  setFlagsFromString('--stack-trace-limit=2');
  const config = readConfig(process.env);
  const log = createLog('worker', config.LOG_LEVEL);
  const sdkMetrics = config.TEMPORAL_SDK_METRICS;
  Runtime.install({
    // `err` is what the log knows how to write; under any other name an error is an empty object.
    logger: new DefaultLogger('WARN', ({ message, meta: { error, ...about } = {} }) =>
      log.warn({ ...about, ...(error === undefined ? {} : { err: error as unknown }) }, message),
    ),
    ...(sdkMetrics === undefined ? {} : { telemetryOptions: { metrics: { prometheus: { bindAddress: sdkMetrics } } } }),
  });
  const db = await connectToDatabase(config, log);
  const client = await connectToTemporal(config);
  await registerSearchAttributes(client, config);
  await checkRetention(client, config, log);
  await work(config, { db, client, log });
});

async function work(
  config: Config,
  { db, client, log }: Pick<Parameters<typeof choresOf>[0], 'db' | 'client' | 'log'>,
): Promise<void> {
  const now = () => new Date();
  const metrics = createWorkerMetrics(now);
  const outbox = createOutbox({ db, config, log, now, watch: metrics.watch });
  const webhooks = createWebhookSender({ db, config, log, now, watch: metrics.watch });
  const gateway = createGateway(client, config);
  const { worker, connection } = await createWorker(
    config,
    createActivities({
      ...{ config, db, outbox, webhooks, watch: metrics.watch },
      calendar: publishedCalendars(db),
      openCase: async (toOpen) => await openCase({ db, config, gateway, now }, toOpen),
      joinCase: async (caseId, into) => await joinCase({ db, gateway, now }, caseId, into),
      hideNaming: async (caseId, ids) => await hideNaming({ db, gateway, now }, caseId, ids),
      notToReopen: async (...asked) => await notToReopen({ db }, ...asked),
    }),
  );
  const stop = new AbortController();
  const chores = choresOf({ config, db, client, outbox, webhooks, log }).map((chore) =>
    repeat(chore, log, stop.signal),
  );
  const running = worker.run();
  const served = await serveMetrics(config, metrics.registry, log);
  log.info({ event: 'ready', taskQueue: config.TEMPORAL_TASK_QUEUE, metricsUrl: served.url }, 'worker ready');
  try {
    await running;
  } finally {
    stop.abort();
    served.close();
    await Promise.all(chores);
    await Promise.all([outbox.close(), webhooks.close()]);
    await connection.close();
    await client.connection.close();
    await db.connection.close();
    log.info('worker stopped');
  }
}
