import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import { said } from '../models/faults';
import { Problem } from './http/problem';

/**
 * Begins a workflow anew at the last task that it finished, after it was ended in Temporal from outside. What is repeated writes
 * the record that it wrote before. Refuses for a workflow that runs, and for one that Temporal does not know.
 */
export async function resumeWorkflow(client: Client, caseId: string, reason: string, requestId: string): Promise<void> {
  const handle = client.workflow.getHandle(caseId);
  const { runId, status } = await handle.describe().catch((error: unknown) => {
    if (error instanceof WorkflowNotFoundError) throw new Problem('wrong-state', said('unknown-to-engine'));
    throw error;
  });
  if (status.name === 'RUNNING') throw new Problem('wrong-state', said('still-running'));
  const { events } = await client.workflow.getHandle(caseId, runId).fetchHistory();
  const finished = events?.findLast((event) => event.workflowTaskCompletedEventAttributes);
  if (!finished?.eventId) throw new Problem('wrong-state', said('nowhere-to-resume'));
  await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: caseId, runId },
    reason,
    workflowTaskFinishEventId: finished.eventId,
    requestId,
  });
}
