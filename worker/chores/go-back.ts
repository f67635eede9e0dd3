import type { temporal } from '@temporalio/proto';
import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import type { Logger } from 'pino';
import { DIVERGED, stepId } from '../../activities/record/repeats';
import type { StepRecord } from '../../models/contracts/record';
import type { Database } from '../../models/db';

type Event = temporal.api.history.v1.IHistoryEvent;

const EXCLUDE_UPDATES = 2;

/**
 * A workflow that lost a recorded command may have accepted another one in its place, which can never be recorded. It goes back to
 * before it accepted that one, whose sender has had no answer yet. True when it went back; then it can be sent what it lost.
 */
export async function goBack(
  db: Database,
  client: Client,
  log: Logger,
  { workflowId, runId, raw }: WorkflowExecutionDescription,
): Promise<boolean> {
  const stuck = raw.pendingActivities?.find(
    ({ lastFailure }) => lastFailure?.applicationFailureInfo?.type === DIVERGED,
  );
  if (!stuck) return false;
  const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const wanted = stepOf(client, events ?? [], stuck.activityId);
  if (!wanted) return false;
  const recorded = await db.steps.findById(stepId(workflowId, wanted.seq), { commands: 1 }).lean();
  if (!recorded?.commands.length) return false;
  const before = lastTaskBefore(events ?? [], new Set(wanted.commands.map(({ command }) => command.key)));
  if (!before?.eventId) return false;
  log.warn(
    { caseId: workflowId, seq: wanted.seq, event: Number(before.eventId) },
    'a workflow goes back to its record',
  );
  await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId, runId },
    reason: `step ${wanted.seq} is recorded with another command`,
    workflowTaskFinishEventId: before.eventId,
    requestId: `${runId} goes back to ${String(before.eventId)}`,
    resetReapplyExcludeTypes: [EXCLUDE_UPDATES],
  });
  return true;
}

/** What the stuck activity wants to record. */
function stepOf(client: Client, events: readonly Event[], activityId: string | null | undefined): StepRecord | null {
  const scheduled = events.findLast((event) => event.activityTaskScheduledEventAttributes?.activityId === activityId);
  const payload = scheduled?.activityTaskScheduledEventAttributes?.input?.payloads?.[0];
  if (!payload) return null;
  return client.options.loadedDataConverter.payloadConverter.fromPayload<StepRecord>(payload);
}

/** The last workflow task that was finished before the first of these updates was accepted. */
function lastTaskBefore(events: readonly Event[], updateIds: ReadonlySet<string>): Event | undefined {
  const accepted = events.findIndex((event) => {
    const id = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.meta?.updateId;
    return typeof id === 'string' && updateIds.has(id);
  });
  return accepted < 0
    ? undefined
    : events.slice(0, accepted).findLast((event) => event.workflowTaskCompletedEventAttributes);
}
