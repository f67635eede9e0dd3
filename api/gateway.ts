import {
  Client,
  Connection,
  WithStartWorkflowOperation,
  WorkflowNotFoundError,
  type WorkflowHandle,
} from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../models/config';
import { processOf } from '../models/contracts/processes';
import type { JournalHead, StartInput, StepAnswer } from '../models/contracts/record';
import * as messages from '../workflows/messages';
import { busy, isEndOfRun, isUnprocessed, problemOfEngine } from './gateway-errors';
import { resumeWorkflow } from './gateway-resume';
import { Problem } from './http/problem';

/** The way into the cases: the only part of the product that speaks to Temporal as a client. */
export interface Gateway {
  /** Starts a case, or joins one that was started under the same id, and answers when its first record stands. */
  begin(input: StartInput): Promise<StepAnswer>;
  complete(caseId: string, command: messages.CompleteTask): Promise<StepAnswer>;
  claim(caseId: string, command: messages.ClaimTask): Promise<StepAnswer>;
  transfer(caseId: string, command: messages.TransferTask): Promise<StepAnswer>;
  /** Asks somebody for their opinion before one decides. */
  delegate(caseId: string, command: messages.DelegateTask): Promise<StepAnswer>;
  /** Gives that opinion. */
  answerDelegation(caseId: string, command: messages.AnswerDelegation): Promise<StepAnswer>;
  /** Takes back what was delegated. */
  recall(caseId: string, command: messages.RecallTask): Promise<StepAnswer>;
  /** Asks those who have a task at hand to do it soon. */
  nudge(caseId: string, command: messages.NudgeTask): Promise<StepAnswer>;
  /** Takes one's own vote back. */
  withdrawVote(caseId: string, command: messages.WithdrawVote): Promise<StepAnswer>;
  /** Lets one more vote on a task. */
  addVoter(caseId: string, command: messages.AddVoter): Promise<StepAnswer>;
  /** Takes a seat away. */
  removeVoter(caseId: string, command: messages.RemoveVoter): Promise<StepAnswer>;
  /** Lets the clock of a task stand still. */
  pauseClock(caseId: string, command: messages.PauseTask): Promise<StepAnswer>;
  /** Lets the clock of a task go on. */
  resumeClock(caseId: string, command: messages.ResumeTask): Promise<StepAnswer>;
  withdraw(caseId: string, command: messages.CloseCase): Promise<StepAnswer>;
  cancel(caseId: string, command: messages.CloseCase): Promise<StepAnswer>;
  /** Sets the running clocks of a case anew, in a newer version of its calendar. */
  rearm(caseId: string, command: messages.Rearm): Promise<StepAnswer>;
  /** Looks up anew who acts on the tasks of a case for somebody who is absent, or is back. */
  absence(caseId: string, command: messages.AbsenceChanged): Promise<StepAnswer>;
  /** Tells a case that one has ended which its procedure opened. */
  linkedClosed(caseId: string, command: messages.LinkedClosed): Promise<StepAnswer>;
  /** Hides a case from more persons, who have no part in it from then on. */
  hide(caseId: string, command: messages.HideCase): Promise<StepAnswer>;
  /** Lets a case go on whose workflow was ended in Temporal from outside; the same request id does it once. */
  resume(caseId: string, reason: string, requestId: string): Promise<void>;
  /** The head of a case's journal as the workflow itself holds it; null when Temporal does not know the case (any more). */
  journalHead(caseId: string): Promise<JournalHead | null>;
  /** Whether Temporal answers, and whether a worker polls its task queue. */
  isReady(): Promise<{ temporal: boolean; worker: boolean }>;
  /** What waits in the task queue for a worker; fails when Temporal does not answer. */
  queues(): Promise<readonly QueueLoad[]>;
}

/** One side of the task queue: how many asked it for work lately, and, where the server tells, what waits in it. */
export interface QueueLoad {
  readonly type: 'workflow' | 'activity';
  readonly pollers: number;
  readonly backlog: number | null;
  readonly oldestInSeconds: number | null;
}

/** How Temporal is reached: with TLS and an API key where the configuration says so. */
export function temporalConnectionOptions(config: Config) {
  return {
    address: config.TEMPORAL_ADDRESS,
    ...(config.TEMPORAL_TLS ? { tls: true } : {}),
    ...(config.TEMPORAL_API_KEY ? { apiKey: config.TEMPORAL_API_KEY } : {}),
  };
}

/** A client of the installation's namespace; fails when Temporal does not answer. The caller closes its connection. */
export async function connectToTemporal(config: Config): Promise<Client> {
  const connection = await Connection.connect(temporalConnectionOptions(config));
  return new Client({ connection, namespace: config.TEMPORAL_NAMESPACE });
}

const REPEATS_WHEN_UNPROCESSED = 20;
const PAUSE_WHEN_UNPROCESSED_IN_MS = 100;
const QUERY_TIMEOUT_IN_MS = 5_000;
const READY_TIMEOUT_IN_MS = 2_000;
const WORKFLOW_QUEUE = 1;
const QUEUE_TYPES = { workflow: WORKFLOW_QUEUE, activity: 2 } as const;
const POLLED_WITHIN_MS = 90_000;

/** The gateway over a client: each write with a deadline, each refusal as a Problem. */
export function createGateway(client: Client, config: Config): Gateway {
  async function within<Result>(work: () => Promise<Result>, caseId?: string): Promise<Result> {
    try {
      return await client.withDeadline(
        Date.now() + config.UPDATE_DEADLINE_MS,
        async () => await repeatedWhileUnprocessed(work),
      );
    } catch (error) {
      if (caseId !== undefined && isEndOfRun(error) && (await isRunning(caseId))) throw busy();
      throw problemOfEngine(error);
    }
  }

  async function isRunning(caseId: string): Promise<boolean> {
    const described = client.withDeadline(Date.now() + QUERY_TIMEOUT_IN_MS, () =>
      client.workflow.getHandle(caseId).describe(),
    );
    return await described.then(
      ({ status }) => status.name === 'RUNNING',
      () => false,
    );
  }

  function send<Command extends messages.Command>(definition: UpdateDefinition<StepAnswer, [Command]>) {
    return async (caseId: string, command: Command): Promise<StepAnswer> => {
      const handle: WorkflowHandle = client.workflow.getHandle(caseId);
      const work = () => handle.executeUpdate(definition, { args: [command], updateId: command.key });
      const answer = await within(work, caseId);
      // The same update id gets the first one's answer, also for another body.
      if (answer.bodyHash !== command.bodyHash) throw new Problem('idempotency-key-reused');
      return answer;
    };
  }

  return {
    begin: (input) =>
      within(async () => {
        const startWorkflowOperation = startOperation(input, config);
        const options = { args: [input.answerKey] as [string], updateId: input.answerKey, startWorkflowOperation };
        return await client.workflow.executeUpdateWithStart(messages.begin, options);
      }),
    complete: send(messages.completeTask),
    claim: send(messages.claimTask),
    transfer: send(messages.transferTask),
    delegate: send(messages.delegateTask),
    answerDelegation: send(messages.answerDelegation),
    recall: send(messages.recallTask),
    nudge: send(messages.nudgeTask),
    withdrawVote: send(messages.withdrawVote),
    addVoter: send(messages.addVoter),
    removeVoter: send(messages.removeVoter),
    pauseClock: send(messages.pauseTask),
    resumeClock: send(messages.resumeTask),
    withdraw: send(messages.withdrawCase),
    cancel: send(messages.cancelCase),
    rearm: send(messages.rearm),
    absence: send(messages.absenceChanged),
    linkedClosed: send(messages.linkedClosed),
    hide: send(messages.hideCase),
    resume: (caseId, reason, requestId) => within(() => resumeWorkflow(client, caseId, reason, requestId)),
    journalHead: async (caseId) => await headInTemporal(client, caseId),
    isReady: async () => await readiness(client, config),
    queues: async () =>
      await Promise.all([queueLoad(client, config, 'workflow'), queueLoad(client, config, 'activity')]),
  };
}

function startOperation(input: StartInput, config: Config) {
  const { head } = input;
  const title = processOf(head.process)?.title.zh ?? head.process;
  return new WithStartWorkflowOperation(head.process, {
    workflowId: head.id,
    taskQueue: config.TEMPORAL_TASK_QUEUE,
    args: [input],
    workflowIdConflictPolicy: 'USE_EXISTING',
    workflowIdReusePolicy: 'REJECT_DUPLICATE',
    workflowTaskTimeout: '5s',
    staticSummary: `${title} · ${head.subject}`,
    staticDetails: `申请人 ${head.applicant.name}　客户 ${head.customer?.name ?? '—'}`,
    typedSearchAttributes: [
      { key: messages.SEARCH_ATTRIBUTES.process, value: head.process },
      { key: messages.SEARCH_ATTRIBUTES.customer, value: head.customer?.id ?? '-' },
      { key: messages.SEARCH_ATTRIBUTES.state, value: 'open' },
      { key: messages.SEARCH_ATTRIBUTES.stage, value: Object.keys(processOf(head.process)?.stages ?? {})[0] ?? '' },
      { key: messages.SEARCH_ATTRIBUTES.priority, value: head.priority },
    ],
  });
}

async function repeatedWhileUnprocessed<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let repeats = 0; ; repeats += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isUnprocessed(error) || repeats === REPEATS_WHEN_UNPROCESSED) throw error;
      await pause(PAUSE_WHEN_UNPROCESSED_IN_MS);
    }
  }
}

async function headInTemporal(client: Client, caseId: string): Promise<JournalHead | null> {
  const handle = client.workflow.getHandle(caseId);
  try {
    const asked = async () => await handle.query(messages.position);
    return (await client.withDeadline(Date.now() + QUERY_TIMEOUT_IN_MS, asked)).journalHead;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return null;
    throw error;
  }
}

async function readiness(client: Client, config: Config): Promise<{ temporal: boolean; worker: boolean }> {
  try {
    return { temporal: true, worker: (await queueLoad(client, config, 'workflow')).pollers > 0 };
  } catch {
    return { temporal: false, worker: false };
  }
}

async function queueLoad(client: Client, config: Config, type: QueueLoad['type']): Promise<QueueLoad> {
  const { pollers, stats } = await client.withDeadline(Date.now() + READY_TIMEOUT_IN_MS, async () =>
    client.workflowService.describeTaskQueue({
      namespace: config.TEMPORAL_NAMESPACE,
      taskQueue: { name: config.TEMPORAL_TASK_QUEUE },
      taskQueueType: QUEUE_TYPES[type],
      reportStats: true,
    }),
  );
  const polledAt = pollers.map((poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1000);
  return {
    type,
    pollers: polledAt.filter((at) => Date.now() - at < POLLED_WITHIN_MS).length,
    backlog: stats ? Number(stats.approximateBacklogCount ?? 0) : null,
    oldestInSeconds: stats ? Number(stats.approximateBacklogAge?.seconds ?? 0) : null,
  };
}
