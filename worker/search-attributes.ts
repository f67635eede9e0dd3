import type { Client } from '@temporalio/client';
import type { Config } from '../models/config';
import { SEARCH_ATTRIBUTES } from '../workflows/messages';

const KEYWORD = 2;

/** Registers the search attributes that are missing; says what to do where that is not allowed. */
export async function registerSearchAttributes(client: Client, config: Config): Promise<void> {
  const { operatorService } = client.connection;
  const namespace = config.TEMPORAL_NAMESPACE;
  const names = Object.values(SEARCH_ATTRIBUTES).map((key) => key.name);
  const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
  const missing = names.filter((name) => !(name in customAttributes));
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
  await operatorService.addSearchAttributes({ namespace, searchAttributes }).catch((error: unknown) => {
    const how = `temporal operator search-attribute create --namespace ${namespace} ${missing.map((name) => `--name ${name} --type Keyword`).join(' ')}`;
    throw new Error(
      `Temporal has no search attributes ${missing.join(', ')} and they could not be created; run: ${how}`,
      { cause: error },
    );
  });
}
