import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NativeConnection, Worker, type WorkerOptions, type WorkflowBundleOption } from '@temporalio/worker';
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
    ...workerOptions(config),
    activities,
    ...workflowCode(),
  });
  return { worker, connection };
}

/** How a worker of this installation works, whatever it works on; the bench gives the bare SDK the same. */
export function workerOptions(config: Config) {
  return {
    namespace: config.TEMPORAL_NAMESPACE,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    maxCachedWorkflows: config.CACHED_WORKFLOWS,
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: SHUTDOWN_GRACE_IN_MS,
  } as const satisfies WorkerOptions;
}

function workflowCode(): { workflowBundle: WorkflowBundleOption } | { workflowsPath: string } {
  const codePath = join(__dirname, '..', 'workflow-bundle.js');
  return existsSync(codePath) ? { workflowBundle: { codePath } } : { workflowsPath: require.resolve('../workflows') };
}
