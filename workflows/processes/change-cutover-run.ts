import type { CutoverData, CutoverRun, Trouble, TroubleCause } from '../../models/contracts/change-cutover-run';
import type { CutoverPlan, CutoverUndoTrouble } from '../../models/contracts/change-cutover-forms';
import type { Deadline } from '../../models/contracts/policy';
import type { TaskItem } from '../../models/contracts/task';
import { TROUBLE_TITLES } from '../../models/cutover-words';
import type { Desk } from '../human-task/desk';
import type { Question } from '../human-task/question';

const MINUTE_IN_MS = 60_000;
const HOUR_IN_MS = 3_600_000;

const RESULT = { id: 'cutover.result', version: 1 } as const;
const BACKUP = { id: 'cutover.backup', version: 1 } as const;

type Cutover = Desk<CutoverData>;

/** A cutover that has not begun. */
export function newRun(): CutoverRun {
  return { begun: [], done: [], troubles: [], heard: [], undone: [], isRolledBack: false };
}

/** The plan of a case that has got as far as having one. */
export function planOf({ data }: Cutover): CutoverPlan {
  if (!data.plan) throw new Error('there is no plan');
  return data.plan;
}

/**
 * 割接: backup confirmed, then each step done and confirmed in its turn, then the operations lead verifies [processes §7, 5].
 * The trouble for which it has to be rolled back; null where all went well.
 */
export async function cutOver(desk: Cutover): Promise<Trouble | null> {
  const { run } = desk.data;
  const { to, steps, backupBy } = planOf(desk);
  desk.setAlarm('window-warning', before(to, desk.amount('warn-minutes-before-end') * MINUTE_IN_MS));
  desk.setAlarm('window-end', to);

  // 对修改前的程序及数据做好备份
  const unsaved = await untilDone(desk, 'backup', { step: 'backup', whom: desk.persons(backupBy), form: BACKUP });
  if (unsaved) return unsaved;

  for (const [index, step] of steps.entries()) {
    const number = index + 1;
    // The undo is registered before the step is begun: what was interrupted half-way is undone as well.
    note(run.begun, number);
    const trouble = await untilDone(desk, 'check-failed', {
      step: 'execute',
      whom: desk.persons(step.by),
      form: RESULT,
      item: stepItem(step, number),
      deadline: limitOf(step, [{ atPercent: 75, does: 'remind' }]),
      lapses: true,
    });
    if (trouble) return trouble;
    note(run.done, number);
  }

  // 运行负责人验证其系统不受影响
  const harm = await untilDone(desk, 'verification', {
    step: 'verify',
    whom: desk.role('operations-lead'),
    form: RESULT,
    excludesApplicant: true,
  });
  if (!harm) endWindow(desk);
  return harm;
}

/** 观察: trouble in it rolls back to the former program [processes §7, 6]; that trouble, or null. */
export async function observed(desk: Cutover): Promise<Trouble | null> {
  const { observationHours } = planOf(desk);
  if (observationHours > 0) {
    desk.setAlarm('observation-end', after(desk.now, observationHours * HOUR_IN_MS));
    const trouble = await untilDone(desk, 'observation', null);
    if (trouble) return trouble;
  }
  const trouble = await untilDone(desk, 'observation', {
    step: 'observed',
    whom: desk.role('operations-lead'),
    form: RESULT,
    excludesApplicant: true,
  });
  if (!trouble) endWatch(desk);
  return trouble;
}

/**
 * 回退: the data are backed up, then what was begun is undone in reverse order, each undo confirmed by a person; then the data
 * are restored, and the operations lead verifies that the system is as before. A failed undo stays open until it is put right.
 */
export async function rollBack(desk: Cutover): Promise<void> {
  const { run } = desk.data;
  const { steps, backupBy } = planOf(desk);
  endWindow(desk);
  endWatch(desk);
  if (run.begun.length === 0) return;
  desk.once('told', () => tellOfRollBack(desk));

  await desk.ask({ step: 'backup-before-undo', whom: desk.persons(backupBy), form: BACKUP });
  for (const number of [...run.begun].reverse()) {
    const step = steps[number - 1];
    if (!step) throw new Error(`the plan has no step ${number}`);
    await untilUndone(desk, {
      step: 'undo',
      whom: desk.persons(step.by),
      form: RESULT,
      item: undoItem(step, number),
      deadline: limitOf(step, [
        { atPercent: 50, does: 'remind' },
        { atPercent: 100, does: 'tell', to: 'maintenance-manager' },
      ]),
    });
    note(run.undone, number);
  }
  await untilUndone(desk, { step: 'restore', whom: desk.persons(backupBy), form: RESULT });
  const check = { step: 'verify-restored', whom: desk.role('operations-lead'), form: RESULT, excludesApplicant: true };
  await untilUndone(desk, check);
}

/**
 * Asks until it is answered well, or has to be rolled back: before the point of no return any trouble does that by itself, after it
 * the maintenance manager decides forward or back, and forward is another attempt. Without a question it waits for the end of
 * the observation.
 */
async function untilDone(desk: Cutover, ifRefused: TroubleCause, question: Question | null): Promise<Trouble | null> {
  for (let attempt = 1; ; attempt += 1) {
    const once = question && againOf(question, attempt);
    const trouble = await tried(
      desk,
      ifRefused,
      once,
      `${question?.step ?? 'watch'} ${question?.item?.key ?? ''} ${attempt}`,
    );
    if (!trouble) return null;
    if (once) desk.withdraw(once);
    if (!trouble.isPastNoReturn) return trouble;
    const directed = await desk.ask({
      step: 'direction',
      whom: desk.role('maintenance-manager'),
      form: { id: 'cutover.opinion', version: 1 },
      outcomes: ['approve', 'reject'],
      item: { key: `${desk.data.run.troubles.indexOf(trouble) + 1}`, title: TROUBLE_TITLES[trouble.cause] },
    });
    if (directed.outcome === 'reject') return trouble;
  }
}

/** Waits for one answer, and for all that may stop the cutover meanwhile; what did, or null. */
async function tried(
  desk: Cutover,
  ifRefused: TroubleCause,
  question: Question | null,
  which: string,
): Promise<Trouble | null> {
  const { run } = desk.data;
  const known = run.troubles.find(({ during }) => during === which);
  if (known) return known;
  for (;;) {
    const watch = watchOf(desk);
    const alarms = [
      ...['window-end', 'window-warning'].filter((alarm) => desk.hasAlarm(alarm) && !run.heard.includes(alarm)),
      ...(question ? [] : ['observation-end']),
    ];
    const asked = question && { ...question, outcomes: ['approve', 'reject'] as const };
    const came = await desk.firstOf(asked ? [asked, watch] : [watch], alarms);
    const step = question?.step === 'execute' ? run.begun.length : null;
    const noted = (cause: TroubleCause, by: Trouble['by'], reason: string) =>
      noteTrouble(desk, { during: which, cause, by, reason, step });
    if (came.kind === 'lapsed') return noted('over-time', null, '');
    if (came.kind === 'decided' && came.step === 'watch')
      return noted('halted', came.decision.by, String(came.decision.form.reason));
    if (came.kind === 'decided')
      return came.decision.outcome === 'approve' ? null : noted(ifRefused, came.decision.by, came.decision.comment);
    if (came.kind !== 'reached' || came.alarm === 'observation-end') return null;
    note(run.heard, came.alarm);
    if (came.alarm === 'window-end') return noted('window-ended', null, '');
    tellOfEnd(desk);
  }
}

function noteTrouble(desk: Cutover, what: Omit<Trouble, 'at' | 'isPastNoReturn'>): Trouble {
  const trouble: Trouble = { ...what, at: desk.now, isPastNoReturn: isPastNoReturn(desk) };
  desk.data.run.troubles.push(trouble);
  const { cause, step, reason, by, isPastNoReturn: isPast } = trouble;
  desk.note('trouble', { cause, step, reason, isPastNoReturn: isPast }, by);
  return trouble;
}

/** True once the step is confirmed after which there is no return, where the plan has such a point. */
function isPastNoReturn(desk: Cutover): boolean {
  const { noReturnAfter } = planOf(desk);
  return noReturnAfter !== undefined && desk.data.run.done.includes(noReturnAfter);
}

/** Asks until somebody confirms it; what fails is the maintenance manager's, who has it tried again or puts it right in another way. */
async function untilUndone(desk: Cutover, question: Question): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const once = againOf(question, attempt);
    const answer = await desk.ask({ ...once, outcomes: ['approve', 'reject'] });
    if (answer.outcome === 'approve') return;
    const settled = await desk.ask<CutoverUndoTrouble>({
      step: 'undo-trouble',
      whom: desk.role('maintenance-manager'),
      form: { id: 'cutover.undo-trouble', version: 1 },
      item: {
        key: question.item ? (once.item?.key ?? '') : `${question.step}${once.item?.key ?? ''}`,
        title: once.item?.title ?? { zh: '恢复', en: 'Restoring' },
        facts: [{ label: { zh: '失败原因', en: 'Why it failed' }, value: answer.comment }],
      },
    });
    if (settled.form.way === 'otherwise') return;
  }
}

/** Who is on watch may call a halt at any moment, until the observation is over. */
function watchOf(desk: Cutover): Question {
  const halts = desk.data.run.troubles.filter(({ cause }) => cause === 'halted').length;
  const question = {
    step: 'watch',
    whom: desk.persons(planOf(desk).watch),
    form: { id: 'cutover.halt', version: 1 },
    stays: true,
  };
  return againOf(question, halts + 1);
}

function endWatch(desk: Cutover): void {
  desk.withdraw(watchOf(desk));
}

function endWindow(desk: Cutover): void {
  desk.dropAlarm('window-warning');
  desk.dropAlarm('window-end');
}

/** The same question for another attempt. */
function againOf(question: Question, attempt: number): Question {
  if (attempt === 1) return question;
  const { key, title, facts } = question.item ?? { key: '', title: null, facts: undefined };
  const times = { zh: `第 ${attempt} 次`, en: `attempt ${attempt}` };
  const named = title ? { zh: `${title.zh}（${times.zh}）`, en: `${title.en} (${times.en})` } : times;
  return { ...question, item: { key: `${key}.${attempt}`, title: named, ...(facts && { facts }) } };
}

type PlannedStep = CutoverPlan['steps'][number];

/** The limit of a step of the plan, which runs by the clock on the wall. */
function limitOf({ minutes }: PlannedStep, ladder: Deadline['ladder']): Deadline {
  return { budgetInMs: Math.round(minutes * MINUTE_IN_MS), time: 'elapsed', ladder };
}

function stepItem({ action, check, undo }: PlannedStep, number: number): TaskItem {
  return {
    key: `${number}`,
    title: { zh: `第 ${number} 步 ${action}`, en: `step ${number}: ${action}` },
    facts: [
      { label: { zh: '操作', en: 'Action' }, value: action },
      { label: { zh: '检查方法', en: 'Check' }, value: check },
      { label: { zh: '回退操作', en: 'Undo' }, value: undo },
    ],
  };
}

function undoItem({ action, undo }: PlannedStep, number: number): TaskItem {
  return {
    key: `${number}`,
    title: { zh: `第 ${number} 步 ${undo}`, en: `step ${number}: ${undo}` },
    facts: [
      { label: { zh: '回退操作', en: 'Undo' }, value: undo },
      { label: { zh: '所做操作', en: 'What was done' }, value: action },
    ],
  };
}

function tellOfEnd(desk: Cutover): void {
  desk.once('warned', () => {
    const { to, watch, steps } = planOf(desk);
    const hands = [...new Set([watch, ...steps.map(({ by }) => by)])];
    desk.tell('window-ending', { until: to }, desk.persons(...hands), desk.role('maintenance-manager'));
  });
}

function tellOfRollBack(desk: Cutover): void {
  const trouble = desk.data.run.troubles.at(-1);
  const reason = trouble ? [TROUBLE_TITLES[trouble.cause].zh, trouble.reason].filter((part) => part !== '') : [];
  const roles = ['maintenance-manager', 'operations-lead', 'project-manager', 'customer-lead'] as const;
  desk.tell('roll-back-begun', { reason: reason.join('：') }, ...roles.map((role) => desk.role(role)));
}

function note<Value>(list: Value[], value: Value): void {
  if (!list.includes(value)) list.push(value);
}

function after(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

function before(at: string, ms: number): string {
  return after(at, -ms);
}
