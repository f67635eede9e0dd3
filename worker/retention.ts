import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Config } from '../models/config';

const DAY_IN_SECONDS = 24 * 3_600;
const SHORTEST_IN_DAYS = 30;

/** Warns when Temporal forgets closed cases so early that a history could be lost before anybody looks at it. */
export async function checkRetention(client: Client, config: Config, log: Logger): Promise<void> {
  const { config: namespace } = await client.workflowService.describeNamespace({
    namespace: config.TEMPORAL_NAMESPACE,
  });
  const days = Number(namespace?.workflowExecutionRetentionTtl?.seconds ?? 0) / DAY_IN_SECONDS;
  if (days >= SHORTEST_IN_DAYS) return;
  log.warn(
    { namespace: config.TEMPORAL_NAMESPACE, days },
    `Temporal keeps closed histories for ${days} days only; at least ${SHORTEST_IN_DAYS} are advised`,
  );
}
