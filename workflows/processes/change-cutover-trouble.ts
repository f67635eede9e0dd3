import type { During, Trouble, TroubleCause } from '../../models/contracts/change-cutover-run';
import type { PersonName } from '../../models/contracts/people';
import { TROUBLE_TITLES } from '../../models/cutover-words';
import type { Came } from '../human-task/came';
import type { Question } from '../human-task/question';
import { againOf } from './change-cutover-items';
import { planOf, type Cutover } from './change-cutover-plan';

/** What is being done: what is asked, or, without a question, the waiting for the end of the observation. */
export interface Doing {
  readonly doing: During['doing'];
  /** The step of the plan (from 1) that it is about. */
  readonly step: number | null;
  readonly ifRefused: TroubleCause;
  readonly question: Question | null;
}

/**
 * Asks until it is answered well, or has to be rolled back: before the point of no return any trouble does that by itself, after it
 * the maintenance manager decides forward or back, and forward is another attempt. A stage that is walked anew asks the same in
 * the same order, and finds the answers and troubles that there were on record, so that nothing is asked or noted twice.
 */
export async function untilDone(desk: Cutover, what: Doing): Promise<Trouble | null> {
  for (let attempt = 1; ; attempt += 1) {
    const question = what.question && againOf(what.question, attempt);
    const trouble = onRecord(desk, what, attempt) ?? (await tried(desk, { ...what, question }, attempt));
    if (!trouble) return null;
    if (question) desk.withdraw(question);
    if (!trouble.isPastNoReturn || !(await goesForward(desk, trouble))) return trouble;
  }
}

function onRecord({ data }: Cutover, { doing, step }: Doing, attempt: number): Trouble | undefined {
  return data.run.troubles.find(
    ({ during, step: at }) => during.doing === doing && during.attempt === attempt && at === step,
  );
}

async function goesForward(desk: Cutover, trouble: Trouble): Promise<boolean> {
  const directed = await desk.ask({
    step: 'direction',
    whom: desk.role('maintenance-manager'),
    form: { id: 'cutover.opinion', version: 1 },
    outcomes: ['approve', 'reject'],
    item: { key: `${desk.data.run.troubles.indexOf(trouble) + 1}`, title: TROUBLE_TITLES[trouble.cause] },
  });
  const isForward = directed.outcome === 'approve';
  // Past its window nobody knows how long it takes.
  if (isForward && trouble.cause === 'window-ended') desk.hold(null);
  return isForward;
}

/** Waits for one answer, and for all that may stop the cutover meanwhile; what did, or null. */
async function tried(desk: Cutover, { doing, step, ifRefused, question }: Doing, attempt: number) {
  const noted = (cause: TroubleCause, by: PersonName | null = null, reason = ''): Trouble =>
    noteTrouble(desk, { during: { doing, attempt }, step, cause, by, reason });
  for (;;) {
    const came = await whateverComes(desk, question);
    if (came.kind === 'lapsed') return noted('over-time');
    if (came.kind === 'decided') {
      const { by, form, outcome, comment } = came.decision;
      if (came.step === 'watch') return noted('halted', by, String(form.reason));
      return outcome === 'approve' ? null : noted(ifRefused, by, comment);
    }
    if (came.kind !== 'reached' || came.alarm === 'observation-end') return null;
    desk.data.run.heard.push(came.alarm);
    if (came.alarm === 'window-end') return noted('window-ended');
    tellOfEnd(desk);
  }
}

async function whateverComes(desk: Cutover, question: Question | null): Promise<Came> {
  const { heard } = desk.data.run;
  const ends = ['window-end', 'window-warning'].filter((alarm) => desk.hasAlarm(alarm) && !heard.includes(alarm));
  if (!question) return await desk.firstOf([watchOf(desk)], [...ends, 'observation-end']);
  return await desk.firstOf([{ ...question, outcomes: ['approve', 'reject'] }, watchOf(desk)], ends);
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

/** Who is on watch may call a halt at any moment, until the observation is over. */
function watchOf(desk: Cutover): Question {
  const halts = desk.data.run.troubles.filter(({ cause }) => cause === 'halted').length;
  const whom = desk.persons(planOf(desk).watch);
  return againOf({ step: 'watch', whom, form: { id: 'cutover.halt', version: 1 }, stays: true }, halts + 1);
}

/** Nobody watches any more. */
export function endWatch(desk: Cutover): void {
  desk.withdraw(watchOf(desk));
}

/** The end of the window is of no matter any more. */
export function endWindow(desk: Cutover): void {
  desk.dropAlarm('window-warning');
  desk.dropAlarm('window-end');
}

function tellOfEnd(desk: Cutover): void {
  const { to, watch, steps } = planOf(desk);
  const hands = [...new Set([watch, ...steps.map(({ by }) => by)])];
  const then = isPastNoReturn(desk) ? 'decided' : desk.data.run.begun.length > 0 ? 'rolled-back' : 'planned-anew';
  desk.once('warned', () =>
    desk.tell('window-ending', { windowEndsAt: to, then }, desk.persons(...hands), desk.role('maintenance-manager')),
  );
}
