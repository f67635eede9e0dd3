import type { CaseState } from '../../models/codes';
import type { LinkedCase, LinkedResult, Waiting } from '../../models/contracts/record';
import type { Decision } from '../../models/contracts/task';
import type { Progress } from './progress';
import type { Question } from './question';

/** How a case that the procedure opened ended, and what it came to. */
export interface LinkedEnd {
  readonly caseId: string;
  readonly state: Exclude<CaseState, 'open'>;
  readonly result: LinkedResult;
}

/** What came first of several things that a stage waits for: an answer, the end of a limit, an instant. */
export type Came =
  | { readonly kind: 'decided'; readonly step: string; readonly decision: Decision }
  | { readonly kind: 'lapsed'; readonly step: string }
  | { readonly kind: 'reached'; readonly alarm: string }
  | ({ readonly kind: 'closed'; readonly key: string } & LinkedEnd);

/** Under which name a case keeps the number of one that it opened. */
export const linkKey = (key: string) => `case.${key}`;

/** What a stage waits for: questions with their tasks, instants, cases by their keys. */
export interface Awaited {
  readonly asked: readonly (Question & { readonly taskId: string })[];
  readonly alarms: readonly string[];
  readonly cases: readonly string[];
}

/** What came first of what a stage waits for: the answers in the order of the questions, then instants, then cases; nothing yet. */
export function cameOf(progress: Progress<unknown>, { asked, alarms, cases }: Awaited): Came | undefined {
  const { decisions, openTasks } = progress;
  for (const { taskId, step } of asked) {
    const decision = decisions.find((one) => one.taskId === taskId && one.seat === undefined);
    if (decision) return { kind: 'decided', step, decision };
    if (openTasks.some(({ id, status }) => id === taskId && status === 'expired')) return { kind: 'lapsed', step };
  }
  const reached = alarms.find((alarm) => (progress.alarms[alarm]?.reachedAt ?? null) !== null);
  return reached === undefined ? closedOf(progress, cases) : { kind: 'reached', alarm: reached };
}

function closedOf(progress: Progress<unknown>, cases: readonly string[]): Came | undefined {
  for (const key of cases) {
    const { caseId = '', state = 'open', result = {} } = linkOf(progress, key) ?? {};
    if (state !== 'open') return { kind: 'closed', key, caseId, state, result };
  }
  return undefined;
}

function linkOf({ kept, links }: Progress<unknown>, key: string): LinkedCase | undefined {
  const caseId = kept[linkKey(key)];
  return links.find((link) => link.caseId === caseId);
}

/** What the waiting sentence is about. */
export function waitingFor(progress: Progress<unknown>, { asked, alarms, cases }: Awaited, now: string): Waiting {
  const link = cases.map((key) => linkOf(progress, key)).find((one) => one?.state === 'open');
  if (link && !asked.some(({ stays }) => !stays)) return { kind: 'case', caseId: link.caseId, process: link.process };
  const first = asked.find(({ stays }) => !stays) ?? (alarms.length === 0 ? asked[0] : undefined);
  const [alarm = ''] = alarms;
  if (!first) return { kind: 'instant', name: alarm, at: progress.alarms[alarm]?.at ?? now };
  const others = asked.filter(({ stays, taskId }) => !stays && taskId !== first.taskId).length;
  return { kind: 'task', taskId: first.taskId, ...(others > 0 && { besides: others }) };
}
