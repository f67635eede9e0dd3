import { WorkflowNotFoundError, type Client, type WorkflowExecutionDescription } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Attention, CaseRow, Database } from '../../models/db';
import { position } from '../../workflows/messages';
import { goBack } from './go-back';
import { sendAgain } from './send-again';

const CHECKED_AT_ONCE = 50;
const TASK_ATTEMPTS_WORRYING = 3;
const ACTIVITY_ATTEMPTS_WORRYING = 5;
/** A workflow task that was lost after its record was written is tried again after some seconds. */
const SETTLED_AFTER_MS = 15_000;
const QUERY_TIMEOUT_IN_MS = 3_000;

type Finding = Omit<Attention, 'since'> | null;
type CheckedCase = Pick<
  CaseRow,
  '_id' | 'runIds' | 'journalHead' | 'attention' | 'recordSeq' | 'agreedSeq' | 'updatedAt'
>;

/**
 * Compares the open cases with their workflows, the longest unchecked first. One whose workflow lost what its record holds is
 * sent that again; one that was terminated, or whose workflow task or activity keeps failing, is shown as 需要处理 with the
 * reason; one that recovered no longer is.
 */
export async function reconcile(db: Database, client: Client, log: Logger, now: () => Date): Promise<void> {
  await putEndedFirst(db, client);
  await checkClosed(db, client, log, now());
  await db.cases.updateMany({ state: { $ne: 'open' }, attention: { $type: 'object' } }, { $set: { attention: null } });
  const fields = { runIds: 1, journalHead: 1, attention: 1, recordSeq: 1, agreedSeq: 1, updatedAt: 1 };
  const rows = await db.cases.find({ state: 'open' }, fields).sort({ checkedAt: 1 }).limit(CHECKED_AT_ONCE).lean();
  for (const row of rows) {
    const isSettled = await check(db, client, log, row, now()).catch((error: unknown) => {
      log.warn({ err: error, caseId: row._id }, 'a case could not be checked');
      return true;
    });
    if (isSettled) await db.cases.updateOne({ _id: row._id }, { $set: { checkedAt: now() } });
  }
}

async function check(db: Database, client: Client, log: Logger, row: CheckedCase, now: Date): Promise<boolean> {
  const description = await described(client, row._id);
  const isBack = description !== null && (await goBack(db, client, log, description));
  const found: Finding | 'unsettled' = isBack
    ? { code: 'reset', detail: 'the workflow went back to what its record holds' }
    : await findingAbout(row, client, description, now);
  if (found === 'unsettled') return false;
  const isBehind = found?.code === 'diverged' || found?.code === 'reset';
  const finding = isBehind && (await agreesAfterwards(db, client, log, row._id)) ? null : found;
  await note(db, row, finding, now);
  if (finding && row.attention?.code !== finding.code)
    log.warn({ caseId: row._id, ...finding }, 'case needs attention');
  return true;
}

/** Cases that are closed in the record while their workflow still runs: it lost what closed them. */
async function checkClosed(db: Database, client: Client, log: Logger, now: Date): Promise<void> {
  const settledBefore = new Date(now.getTime() - SETTLED_AFTER_MS);
  const rows = await db.cases
    .find({ historyFiledAt: null, closedAt: { $ne: null, $lt: settledBefore } }, { _id: 1 })
    .sort({ closedAt: 1 })
    .limit(CHECKED_AT_ONCE)
    .lean();
  for (const { _id } of rows) {
    const description = await client.workflow
      .getHandle(_id)
      .describe()
      .catch(() => null);
    if (description?.status.name === 'RUNNING') await agreesAfterwards(db, client, log, _id);
  }
}

async function agreesAfterwards(db: Database, client: Client, log: Logger, caseId: string): Promise<boolean> {
  return await sendAgain(db, client, log, caseId).catch((error: unknown) => {
    log.warn({ err: error, caseId }, 'what the workflow lost could not be sent to it again');
    return false;
  });
}

/** Cases that ended in Temporal though they say that they are open are checked before all others. */
async function putEndedFirst(db: Database, client: Client): Promise<void> {
  const query = 'OpsflowState = "open" AND ExecutionStatus IN ("Terminated", "Failed", "Canceled", "TimedOut")';
  const ended: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query, pageSize: CHECKED_AT_ONCE })) {
    ended.push(workflowId);
    if (ended.length === CHECKED_AT_ONCE) break;
  }
  if (ended.length === 0) return;
  await db.cases.updateMany(
    { _id: { $in: ended }, state: 'open', attention: null },
    { $set: { checkedAt: new Date(0) } },
  );
}

async function described(client: Client, caseId: string): Promise<WorkflowExecutionDescription | null> {
  return await client.workflow
    .getHandle(caseId)
    .describe()
    .catch((error: unknown) => {
      if (error instanceof WorkflowNotFoundError) return null;
      throw error;
    });
}

async function findingAbout(
  row: CheckedCase,
  client: Client,
  description: WorkflowExecutionDescription | null,
  now: Date,
): Promise<Finding | 'unsettled'> {
  if (description === null) return { code: 'missing', detail: 'Temporal does not know this case' };
  const { status, runId } = description;
  if (status.name !== 'RUNNING') return { code: 'terminated', detail: `the workflow is ${status.name} in Temporal` };
  const failing = failingWork(description);
  if (failing) return failing;
  const isKnown = row.runIds.includes(runId);
  if (isKnown && row.agreedSeq === row.recordSeq && row.attention === null) return null;
  if (isKnown && now.getTime() - row.updatedAt.getTime() < SETTLED_AFTER_MS) return 'unsettled';
  return await headsApart(row, client, runId);
}

/** The workflow and the record of a case end at the same entry, unless one was reset or lost what the other holds. */
async function headsApart(row: CheckedCase, client: Client, runId: string): Promise<Finding> {
  const asked = async () => await client.workflow.getHandle(row._id).query(position);
  const { journalHead: head } = await client.withDeadline(Date.now() + QUERY_TIMEOUT_IN_MS, asked);
  if (head.hash === row.journalHead.hash || head.seq > row.journalHead.seq) return null;
  if (head.seq === 0 && row.recordSeq <= 1) return null;
  const code = row.runIds.includes(runId) ? 'diverged' : 'reset';
  return { code, detail: `the workflow's journal ends at ${head.seq}, the record's at ${row.journalHead.seq}` };
}

function failingWork({ raw }: WorkflowExecutionDescription): Finding {
  const taskAttempts = raw.pendingWorkflowTask?.attempt ?? 0;
  if (taskAttempts > TASK_ATTEMPTS_WORRYING)
    return { code: 'task-failing', detail: `the workflow task has failed ${taskAttempts - 1} times` };
  const activity = raw.pendingActivities?.find((pending) => (pending.attempt ?? 0) >= ACTIVITY_ATTEMPTS_WORRYING);
  if (!activity) return null;
  const what = activity.activityType?.name ?? 'activity';
  return {
    code: 'activity-failing',
    detail: `${what} has failed ${(activity.attempt ?? 1) - 1} times: ${activity.lastFailure?.message ?? ''}`,
  };
}

async function note(db: Database, row: CheckedCase, finding: Finding, now: Date): Promise<void> {
  const { attention } = row;
  const since = attention && finding && attention.code === finding.code ? attention.since : now;
  const changed = finding ? { ...finding, since } : null;
  await db.cases.updateOne(
    { _id: row._id, state: 'open' },
    { $set: finding ? { attention: changed } : { attention: changed, agreedSeq: row.recordSeq } },
  );
}
