import type { Outcome } from '../../../models/codes';
import { OUTCOME_TITLES } from '../../../models/contracts/outcomes';
import type { Text } from '../../../models/contracts/text';
import type { Task } from '../../api/types';
import { cleaned } from '../../form/rules';
import { fieldsOf } from '../../form/schema';

/** What may be decided of several tasks at once; where a case goes back to is a question of each. */
export const TOGETHER = ['approve', 'submit', 'reject'] as const satisfies readonly Outcome[];
export type Together = (typeof TOGETHER)[number];

/** Why a task is decided by itself: not this person's at present, asking for something else, or for what is to be filled in. */
export type Alone = 'not-mine' | 'other-outcomes' | 'own-form';

/** What is decided of all of them. */
export interface Answer {
  readonly outcome: Together;
  readonly comment: string;
}

/** Why a task cannot be decided in this way together with others; null when it can. */
export function whyAlone(task: Task, outcome: Together): Alone | null {
  if (!task.mayAct) return 'not-mine';
  if (!task.outcomes.some((one) => one.outcome === outcome)) return 'other-outcomes';
  return outcome !== 'reject' && hasOwnForm(task) ? 'own-form' : null;
}

/** The ways in which at least one of these tasks can be decided, the most common first. */
export function waysOf(tasks: readonly Task[]): readonly Together[] {
  const count = (outcome: Together) => tasks.filter((task) => whyAlone(task, outcome) === null).length;
  return TOGETHER.filter((outcome) => count(outcome) > 0).sort((one, other) => count(other) - count(one));
}

/** True where choosing several helps: at least two of these can be decided by one answer, as far as those show that were read. */
export function isWorthChoosing(
  listed: readonly Pick<Task, 'process' | 'step' | 'mayAct'>[],
  read: readonly Task[],
): boolean {
  const joined = listed.filter(
    ({ process, step, mayAct }) =>
      mayAct && read.some((task) => kindOf(task) === kindOf({ process, step }) && waysOf([task]).length > 0),
  );
  return joined.length > 1;
}

/** Of each step the first task that is this person's to decide: the others ask for the same. */
export function oneOfEach<One extends Pick<Task, 'process' | 'step' | 'mayAct'>>(
  listed: readonly One[],
): readonly One[] {
  const mine = listed.filter(({ mayAct }) => mayAct);
  return mine.filter((task, index) => mine.findIndex((one) => kindOf(one) === kindOf(task)) === index);
}

function kindOf({ process, step }: Pick<Task, 'process' | 'step'>): string {
  return `${process} ${step}`;
}

/** What an outcome is called of all these tasks: in their own words where they agree. */
export function titleOf(tasks: readonly Task[], outcome: Together): Text {
  const titles = tasks.flatMap((task) =>
    task.outcomes.filter((one) => one.outcome === outcome).map(({ title }) => title),
  );
  const [first] = titles;
  const isShared = first !== undefined && titles.every(({ zh, en }) => zh === first.zh && en === first.en);
  return isShared ? first : OUTCOME_TITLES[outcome];
}

/** True when one of these tasks is refused without a comment. */
export function needsComment(tasks: readonly Task[], outcome: Together): boolean {
  return tasks.some((task) => task.outcomes.some((one) => one.outcome === outcome && one.needsComment));
}

/** True when one of these tasks asks for a signature. */
export function needsSignature(tasks: readonly Task[], outcome: Together): boolean {
  return outcome !== 'reject' && tasks.some((task) => signaturesOf(task).length > 0);
}

/** The body of `POST /tasks/{id}/complete`; whoever sends it has signed. */
export function bodyOf(task: Task, { outcome, comment }: Answer) {
  const signed = outcome === 'reject' ? [] : signaturesOf(task).map((name) => [name, true] as const);
  return { outcome, comment, form: Object.fromEntries(signed) };
}

/** True when somebody has to look at the form: a field must be filled in or signed by hand, or something stands in it already. */
function hasOwnForm({ form, prefill }: Task): boolean {
  if (!form) return false;
  const others = fieldsOf(form).filter(({ field }) => field.kind !== 'signature' || field.signing !== undefined);
  const filledIn = cleaned(prefill);
  return others.some(({ name, field }) => !field.optional || filledIn[name] !== undefined);
}

function signaturesOf({ form }: Task): readonly string[] {
  if (!form) return [];
  return fieldsOf(form).flatMap(({ name, field }) => (field.kind === 'signature' && !field.optional ? [name] : []));
}
