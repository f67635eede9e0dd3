import type { z } from 'zod';
import { OUTCOMES, OUTCOMES_WITH_COMMENT, type Outcome } from '../../models/codes';
import type { completeTaskSchema } from '../../models/contracts/case-requests';
import { formFor } from '../../models/contracts/form';
import { outcomeTitle } from '../../models/contracts/outcomes';
import { formOf, processOf } from '../../models/contracts/processes';
import { asSigned } from '../../models/contracts/signing';
import type { StepAnswer } from '../../models/contracts/record';
import type { Text } from '../../models/contracts/text';
import type { TaskRow } from '../../models/db';
import { listed, said } from '../../models/faults';
import type { Call } from '../http/route';
import { invalidAt } from '../http/invalid';
import { Problem, type Fault } from '../http/problem';
import { commandFrom } from './command';
import { checkCompleted } from './completion-checks';
import { filledForm } from './filled-form';
import { referencesOf } from './references';
import { taskSeenBy } from './tasks-seen';

type Body = z.output<typeof completeTaskSchema>;

/** Decides a task: the body is read by the form that the task was opened with, and the case itself accepts or refuses. */
export async function completeTask(call: Call<{ id: string }, unknown, Body>): Promise<StepAnswer> {
  const { deps, me, body } = call;
  const task = await taskSeenBy(deps.db, me, call.params.id);
  if (task.status !== 'open') throw new Problem('task-closed');
  const form = formOf(task.form);
  if (!form)
    throw new Error(`task ${task._id} names the form ${task.form.id}@${task.form.version}, which is not installed`);
  const outcome = outcomeOf(body.outcome, task);
  checkReasons(outcome, body, task);
  const values = isBlank(body.form, outcome)
    ? {}
    : filledForm(formFor(asSigned(form, task.signing), agrees(outcome)), body.form, deps);
  const references = await referencesOf(deps, me, form, values, { task });
  await checkCompleted(task, { db: deps.db, outcome, values, references });
  return await deps.gateway.complete(task.caseId, {
    ...commandFrom(call),
    taskId: task._id,
    outcome,
    comment: body.comment,
    returnTo: body.returnTo ?? null,
    form: values,
    names: references.names,
    attachments: references.attachmentIds,
  });
}

function outcomeOf(value: string, task: TaskRow): Outcome {
  const outcome = OUTCOMES.find((candidate) => candidate === value);
  if (outcome && task.outcomes.includes(outcome)) return outcome;
  const offered = task.outcomes.map((one) => [one, titleOf(one, task)] as const);
  throw invalidAt('/outcome', 'not-an-outcome', { offered: listed(offered) });
}

/** Points at what a refusal or a return lacks; the case itself would refuse it too, but knows nothing of fields. */
function checkReasons(outcome: Outcome, { comment, returnTo = '' }: Body, task: TaskRow): void {
  const faults: Fault[] = [];
  if (OUTCOMES_WITH_COMMENT.includes(outcome) && comment === '')
    faults.push({ pointer: '/comment', detail: said('comment-needed', { outcome: titleOf(outcome, task) }) });
  if (outcome === 'return' && !task.returnTo.includes(returnTo))
    faults.push({ pointer: '/returnTo', detail: said('not-a-return', { stages: listed(stagesOf(task)) }) });
  if (faults.length > 0) throw new Problem('invalid-input', '', { faults });
}

function titleOf(outcome: Outcome, { process, step }: TaskRow): Text {
  return outcomeTitle(processOf(process), step, outcome);
}

function stagesOf({ process, returnTo }: TaskRow): readonly (readonly [string, Text])[] {
  const titles = processOf(process)?.stages ?? {};
  return returnTo.map((stage) => [stage, titles[stage] ?? { zh: stage, en: stage }] as const);
}

/** Who refuses or sends back need not fill in the form that agreement asks for. */
function isBlank(values: Readonly<Record<string, unknown>>, outcome: Outcome): boolean {
  return !agrees(outcome) && Object.keys(values).length === 0;
}

function agrees(outcome: Outcome): boolean {
  return outcome === 'submit' || outcome === 'approve';
}
