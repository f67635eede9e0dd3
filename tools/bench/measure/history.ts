import type { Client } from '@temporalio/client';

/** How long a case's history is. */
export interface HistorySize {
  readonly events: number;
  readonly bytes: number;
}

/** Events and bytes of a case's latest run, as the server counts them. */
export async function historySizeOf(client: Client, caseId: string): Promise<HistorySize> {
  const { historyLength, historySize } = await client.workflow.getHandle(caseId).describe();
  return { events: historyLength, bytes: historySize ?? 0 };
}
