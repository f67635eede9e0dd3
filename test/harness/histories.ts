import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { eventually } from './eventually';

const FOLDER = join(__dirname, '../replay/histories');

/** Writes the history of a case that has ended in Temporal too, as compact JSON. */
export async function keepHistory(client: Client, caseId: string, name: string): Promise<void> {
  const handle = client.workflow.getHandle(caseId);
  await eventually(async () => {
    const { status } = await handle.describe();
    if (status.name === 'RUNNING') throw new Error(`${caseId} still runs`);
  });
  const history = JSON.parse(historyToJSON(await handle.fetchHistory())) as unknown;
  writeFileSync(join(FOLDER, `${name}.json`), `${JSON.stringify(history)}\n`);
}

/** The recorded histories: their names and contents. */
export function keptHistories(): { name: string; history: unknown }[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));
  return files.map((file) => ({
    name: file.replace('.json', ''),
    history: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as unknown,
  }));
}
