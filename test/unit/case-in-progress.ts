import { ApplicationFailure } from '@temporalio/common';
import { scrapProcess } from '../../models/contracts/scrap';
import type { Actor } from '../../models/contracts/people';
import type { Decision, Participant, Task } from '../../models/contracts/task';
import type { Command } from '../../workflows/messages';
import { newProgress, type Progress } from '../../workflows/human-task/progress';

export const CASE = 'BF-20261121-0001';
export const LI = { id: 'U-li', name: '李工' };
export const AT = '2026-11-21T01:00:00.000Z';

/** Somebody with those keys beside the one of their own. */
export function actor(id: string, ...keys: readonly string[]): Actor {
  return { id, name: id, keys: [`person:${id}`, ...keys] };
}

/** A seat that every project manager of the first customer may take. */
export function seat(change: Partial<Participant> = {}): Participant {
  return {
    seat: 'manager-review',
    whom: { kind: 'role', role: 'project-manager', customerId: 'C-0001' },
    keys: ['role:project-manager:C-0001', 'role:project-manager:*'],
    assignee: null,
    owner: null,
    vote: null,
    ...change,
  };
}

/** The project manager's approval, open, not to be given by the applicant. */
export function task(change: Partial<Task> = {}): Task {
  return {
    id: `${CASE}.manager-review.1`,
    caseId: CASE,
    stage: 'manager-review',
    step: 'manager-review',
    round: 1,
    form: { id: 'scrap.opinion', version: 1 },
    prefill: {},
    outcomes: ['approve', 'reject', 'return'],
    returnTo: ['register', 'hand-back'],
    openedAt: AT,
    excluded: [LI.id],
    participants: [seat()],
    ladder: [],
    clock: null,
    status: 'open',
    closedAt: null,
    decision: null,
    ...change,
  };
}

/** A decision on a step. */
export function decision(change: Partial<Decision> = {}): Decision {
  return {
    taskId: `${CASE}.manager-review.1`,
    stage: 'manager-review',
    step: 'manager-review',
    round: 1,
    outcome: 'approve',
    by: { id: 'U-wang', name: '王经理' },
    forWhom: null,
    at: AT,
    comment: '同意',
    returnTo: null,
    form: {},
    names: {},
    isVoid: false,
    ...change,
  };
}

/** A scrap case of 李工 that waits for the project manager. */
export function progress(change: Partial<Progress> = {}): Progress {
  const head = {
    id: CASE,
    process: 'scrap',
    customer: { id: 'C-0001', name: '江州市财政信息中心' },
    applicant: LI,
    subject: '打印机',
    priority: 'normal',
    startedAt: AT,
  } as const;
  const rest = { request: {}, facts: {}, attachments: [], locks: [], answerKey: 'k0', bodyHash: 'h0' };
  const begun = newProgress({ head, policy: scrapProcess.policy, ...rest }, {}, 'register');
  return { ...begun, stage: 'manager-review', openTasks: [task()], ...change };
}

/** What every command carries. */
export function from(who: Actor): Command {
  return { at: AT, key: 'k1', bodyHash: 'h1', actor: who };
}

/** The code with which an attempt is refused, null when it is not; any other error is the test's. */
export function refusalOf(attempt: () => unknown): string | null {
  try {
    attempt();
    return null;
  } catch (error) {
    if (error instanceof ApplicationFailure) return error.type ?? '';
    throw error;
  }
}
