import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { until } from '../wait';
import { RETENTION_IN_DAYS, SEARCH_ATTRIBUTES } from './settings';

const RETENTION_IN_SECONDS = RETENTION_IN_DAYS * 86_400;
const KEYWORD = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;

/** Waits until the server answers, then sees to the namespace: histories are kept for 100 years. Answers its version. */
export async function prepareNamespace(
  address: string,
  namespace: string,
  hopeless: () => string | undefined,
): Promise<string> {
  const limits = { timeoutInMs: 60_000, pauseInMs: 100, hopeless };
  const connection = await until(() => Connection.connect({ address, connectTimeout: '1s' }), limits);
  try {
    await until(() => keepHistories(connection, namespace), limits);
    await until(() => registerMissingAttributes(connection, namespace), limits);
    return (await connection.workflowService.getSystemInfo({})).serverVersion;
  } finally {
    await connection.close();
  }
}

async function retentionInSeconds(connection: Connection, namespace: string): Promise<number> {
  const { config } = await connection.workflowService.describeNamespace({ namespace });
  return Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0);
}

async function keepHistories(connection: Connection, namespace: string): Promise<void> {
  if ((await retentionInSeconds(connection, namespace)) === RETENTION_IN_SECONDS) return;
  await connection.workflowService.updateNamespace({
    namespace,
    config: { workflowExecutionRetentionTtl: msToTs(RETENTION_IN_SECONDS * 1_000) },
  });
  if ((await retentionInSeconds(connection, namespace)) !== RETENTION_IN_SECONDS) {
    throw new Error('Temporal did not take the retention');
  }
}

async function registerMissingAttributes(connection: Connection, namespace: string): Promise<void> {
  const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
  const missing = SEARCH_ATTRIBUTES.filter((name) => !(name in customAttributes));
  if (missing.length === 0) return;
  await connection.operatorService.addSearchAttributes({
    namespace,
    searchAttributes: Object.fromEntries(missing.map((name) => [name, KEYWORD])),
  });
}
