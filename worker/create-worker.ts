import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { Activities } from '../activities';
import { temporalConnectionOptions } from '../api/gateway';
import type { Config } from '../models/config';

const SHUTDOWN_GRACE_IN_MS = 5_000;

/** A worker of the installation's task queue; the caller runs it and closes its connection. */
export async function createWorker(
  config: Config,
  activities: Activities,
): Promise<{ worker: Worker; connection: NativeConnection }> {
  const connection = await NativeConnection.connect(temporalConnectionOptions(config));
  const worker = await Worker.create({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    activities,
    ...workflowCode(),
    maxCachedWorkflows: config.CACHED_WORKFLOWS,
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: SHUTDOWN_GRACE_IN_MS,
  });
  return { worker, connection };
}

function workflowCode(): { workflowBundle: WorkflowBundleOption } | { workflowsPath: string } {
  const codePath = join(__dirname, '..', 'workflow-bundle.js');
  return existsSync(codePath) ? { workflowBundle: { codePath } } : { workflowsPath: require.resolve('../workflows') };
}
