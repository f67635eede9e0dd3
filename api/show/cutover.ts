import { changeCutoverProcess } from '../../models/contracts/change-cutover';
import { changeRequest, type CutoverPlan } from '../../models/contracts/change-cutover-forms';
import type { AuditAnswer, Citation, CutoverData, Trouble } from '../../models/contracts/change-cutover-run';
import type { AskedState, CutoverCockpit, CutoverPart, CutoverStep } from '../../models/contracts/cutover-answers';
import { outcomeTitle, taskTitle } from '../../models/contracts/outcomes';
import type { PersonName } from '../../models/contracts/people';
import type { Text } from '../../models/contracts/text';
import { attemptOf } from '../../models/attempts';
import { AUDIT_QUESTIONS, TROUBLE_TITLES } from '../../models/cutover-words';
import type { TaskRow } from '../../models/db';
import type { SignedIn } from '../authentication';
import type { Cutover, WindowLine } from '../use-cases/cutovers';
import { mayAct } from '../use-cases/tasks-seen';

const HOUR_IN_MS = 3_600_000;
const process = changeCutoverProcess;

/** A cutover as it stands at an instant. Of what people said it tells what they decided by, which is for all who see the case. */
export function cockpitShown(cutover: Cutover, me: SignedIn, now: Date): CutoverCockpit {
  const { row, data, tasks } = cutover;
  const watch = tasks.find((task) => task.step === 'watch' && mayAct(me, task));
  const { kind, system } = data.request;
  return {
    caseId: row._id,
    at: now.toISOString(),
    state: row.state,
    stage: row.stage,
    kind: { value: kind, title: titleOfKind(kind) },
    system,
    plan: data.plan && planShown(cutover, data.plan),
    isRolledBack: data.run.isRolledBack,
    troubles: [
      ...data.calledOff.map((trouble) => ({ ...troubleShown([], trouble, 0), isCalledOff: true })),
      ...data.run.troubles.map((trouble, index) => troubleShown(tasks, trouble, index)),
    ],
    audit: data.audit.map((one) => auditShown(cutover, one)),
    mayHalt: watch?._id ?? null,
  };
}

/** A case with its window, as a line of the calendar. */
export function windowShown({ _id, subject, customer, state, stage, window }: WindowLine) {
  if (!window) throw new Error(`${_id} has no window`);
  return {
    ...{ id: _id, subject, system: window.system, customer, state, stage },
    stageTitle: process.stages[stage] ?? null,
    from: window.from.toISOString(),
    to: window.to.toISOString(),
  };
}

function planShown(cutover: Cutover, plan: CutoverPlan): NonNullable<CutoverCockpit['plan']> {
  const { data } = cutover;
  const tasks = ofThisRound(cutover);
  const { from, to, watch, noReturnAfter, triggers, observationHours } = plan;
  const named = namesOf(data);
  const part = (step: string, by: PersonName | null = null): CutoverPart => ({
    title: process.steps[step]?.title ?? { zh: step, en: step },
    ...askedShown(attemptsAt(tasks, step), by),
  });
  const verification = part('verify');
  const observedFrom = verification.state === 'done' ? verification.answeredAt : null;
  const backedUpBy = named(plan.backupBy);
  return {
    window: { from, to },
    watch: named(watch),
    noReturnAfter: noReturnAfter ?? null,
    isPastNoReturn: noReturnAfter !== undefined && data.run.done.includes(noReturnAfter),
    triggers,
    observationHours,
    observedUntil: observedFrom === null ? null : later(observedFrom, observationHours * HOUR_IN_MS),
    steps: plan.steps.map((step, index) => stepShown(cutover, step, index + 1, named)),
    backup: part('backup', backedUpBy),
    verification,
    observation: { ...part('observed'), ...observationState(data, part('observed'), observedFrom) },
    // What was never begun has nothing to undo.
    rollBack:
      isRollingBack(cutover) && data.run.begun.length > 0
        ? {
            backup: part('backup-before-undo', backedUpBy),
            restoring: part('restore', backedUpBy),
            verification: part('verify-restored'),
          }
        : null,
  };
}

function stepShown(
  cutover: Cutover,
  { action, check, undo, minutes, by }: CutoverPlan['steps'][number],
  number: number,
  named: (id: string) => PersonName,
): CutoverStep {
  const { data } = cutover;
  const hand = named(by);
  const doing = askedShown(attemptsAt(ofThisRound(cutover), 'execute', `${number}`), hand);
  const undoing = undoingShown(cutover, number, hand);
  return {
    ...doing,
    number,
    by: doing.by ?? hand,
    ...{ action, check, undo, minutes },
    state: undoing && undoing.state !== 'waiting' ? UNDO_STATES[undoing.state] : doing.state,
    doing: doing.state,
    isConfirmed: data.run.done.includes(number),
    undoing,
  };
}

/** The undo of a step; null where there is none to do. */
function undoingShown(cutover: Cutover, number: number, hand: PersonName): CutoverStep['undoing'] {
  const { run } = cutover.data;
  if (!isRollingBack(cutover) || !run.begun.some(({ step }) => step === number)) return null;
  const shown = askedShown(attemptsAt(ofThisRound(cutover), 'undo', `${number}`), hand);
  // What failed may have been put right in another way; what was undone may be undone once more.
  const isSettled = run.undone.includes(number) && shown.state !== 'under-way';
  return isSettled ? { ...shown, state: 'done' } : shown;
}

const UNDO_STATES = {
  'under-way': 'undoing',
  done: 'undone',
  failed: 'undo-failed',
  'over-time': 'undo-failed',
  stopped: 'undo-failed',
} as const;

function isRollingBack({ row, data }: Cutover): boolean {
  return row.stage === 'roll-back' || data.run.isRolledBack;
}

/** The tasks of a step for one thing, an attempt each: `3`, `3.2`; without a key, of what is asked about one thing only. */
function attemptsAt(tasks: readonly TaskRow[], step: string, key = ''): readonly TaskRow[] {
  return tasks.filter((task) => task.step === step && attemptOf(task.item?.key).key === key);
}

/** What was called off and planned anew has left tasks behind. */
function ofThisRound({ row, tasks }: Cutover): readonly TaskRow[] {
  return tasks.filter(({ round }) => round === row.round);
}

type Asked = Omit<CutoverPart, 'title'>;

/** How what was asked stands, by its last attempt; `hand` is whose it is by the plan. */
function askedShown(attempts: readonly TaskRow[], hand: PersonName | null): Asked {
  const last = attempts.at(-1);
  if (!last) {
    const nobody = { taskId: null, begunAt: null, answeredAt: null, dueAt: null, result: '' };
    return { state: 'waiting', attempts: 0, by: hand, ...nobody };
  }
  const { decision, status, openedAt, dueAt, participants } = last;
  const found = decision?.form.result;
  return {
    state: stateOf(last),
    taskId: last._id,
    attempts: attempts.length,
    by: decision?.by ?? participants[0]?.assignee ?? hand,
    begunAt: openedAt.toISOString(),
    answeredAt: decision?.at ?? null,
    dueAt: status === 'open' ? (dueAt?.toISOString() ?? null) : null,
    result: [typeof found === 'string' ? found : '', decision?.comment ?? ''].filter((part) => part !== '').join('\n'),
  };
}

function stateOf({ status, outcome }: TaskRow): AskedState {
  if (status === 'open') return 'under-way';
  if (status === 'expired') return 'over-time';
  if (status === 'withdrawn') return 'stopped';
  return outcome === 'reject' ? 'failed' : 'done';
}

/** The observation is under way before anybody is asked what it showed. */
function observationState({ run }: CutoverData, asked: Asked, from: string | null): Partial<Asked> {
  if (asked.taskId !== null || from === null) return {};
  const isStopped = run.troubles.some(({ during }) => during.doing === 'waiting');
  return { state: isStopped ? 'stopped' : 'under-way', begunAt: from };
}

function troubleShown(
  tasks: readonly TaskRow[],
  { cause, step, reason, by, at, isPastNoReturn }: Trouble,
  index: number,
): CutoverCockpit['troubles'][number] {
  const directed = tasks.find((task) => task.step === 'direction' && task.item?.key === `${index + 1}`);
  const { decision = null } = directed ?? {};
  return {
    ...{ cause, title: TROUBLE_TITLES[cause], step, reason, by, at, isPastNoReturn, isCalledOff: false },
    direction: directed
      ? {
          taskId: directed._id,
          outcome: decision?.outcome ?? null,
          title: decision && outcomeTitle(process, 'direction', decision.outcome),
          by: decision?.by ?? null,
          at: decision?.at ?? null,
          comment: decision?.comment ?? '',
        }
      : null,
  };
}

function auditShown(cutover: Cutover, { question, answer, basis = '', cites }: AuditAnswer) {
  const cited = cites.map((cite) => ({ ...cite, title: titleOfCited(cutover, cite) }));
  return { question, text: AUDIT_QUESTIONS[question], answer, basis, cites: cited };
}

function titleOfCited({ row, tasks }: Cutover, { kind, id }: Citation): Text {
  if (kind === 'start') return process.startForm.title;
  if (kind === 'document') {
    const document = row.documents.find((one) => one.id === id);
    return process.documents[document?.kind ?? ''] ?? { zh: document?.title ?? id, en: document?.title ?? id };
  }
  const task = tasks.find(({ _id }) => _id === id);
  return (task && taskTitle(process, task.step, task.item?.title)) ?? { zh: id, en: id };
}

function namesOf({ names }: CutoverData): (id: string) => PersonName {
  return (id) => ({ id, name: names[id] ?? id });
}

function titleOfKind(kind: string): Text {
  return changeRequest.fields.kind.options?.find(({ value }) => value === kind)?.label ?? { zh: kind, en: kind };
}

function later(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
