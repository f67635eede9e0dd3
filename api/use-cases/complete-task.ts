import type { z } from 'zod';
import { OUTCOMES, OUTCOMES_WITH_COMMENT, type Outcome } from '../../models/codes';
import type { completeTaskSchema } from '../../models/contracts/case-requests';
import type { Form } from '../../models/contracts/form';
import { formOf } from '../../models/contracts/processes';
import type { StepAnswer } from '../../models/contracts/record';
import type { TaskRow } from '../../models/db';
import { said } from '../../models/faults';
import type { Call } from '../http/route';
import { invalidAt, valid } from '../http/invalid';
import { Problem, type Fault } from '../http/problem';
import { commandFrom } from './command';
import { referencesOf } from './references';
import { taskSeenBy } from './tasks-seen';

type Body = z.output<typeof completeTaskSchema>;

/** Decides a task: the body is read by the form that the task was opened with, and the case itself accepts or refuses. */
export async function completeTask(call: Call<{ id: string }, unknown, Body>): Promise<StepAnswer> {
  const { deps, me, body } = call;
  const task = await taskSeenBy(deps.db, me, call.params.id);
  const form = formOf(task.form);
  if (!form)
    throw new Error(`task ${task._id} names the form ${task.form.id}@${task.form.version}, which is not installed`);
  const outcome = outcomeOf(body.outcome, task.outcomes);
  checkReasons(outcome, body, task);
  const values = valuesOf(form, body.form, outcome);
  if (task.status !== 'open') throw new Problem('task-closed');
  const references = await referencesOf(deps, me, form, values, task.caseId);
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

function outcomeOf(value: string, offered: readonly Outcome[]): Outcome {
  const outcome = OUTCOMES.find((candidate) => candidate === value);
  if (outcome && offered.includes(outcome)) return outcome;
  throw invalidAt('/outcome', 'not-an-outcome', { offered: offered.join(', ') });
}

/** Points at what a refusal or a return lacks; the case itself would refuse it too, but knows nothing of fields. */
function checkReasons(outcome: Outcome, { comment, returnTo = '' }: Body, task: TaskRow): void {
  const faults: Fault[] = [];
  if (OUTCOMES_WITH_COMMENT.includes(outcome) && comment === '')
    faults.push({ pointer: '/comment', detail: said('comment-needed', { outcome }) });
  if (outcome === 'return' && !task.returnTo.includes(returnTo))
    faults.push({ pointer: '/returnTo', detail: said('not-a-return', { stages: task.returnTo.join(', ') }) });
  if (faults.length > 0) throw new Problem('invalid-input', '', { faults });
}

/** Who refuses or sends back need not fill in the form that agreement asks for. */
function valuesOf(form: Form, values: Readonly<Record<string, unknown>>, outcome: Outcome): Record<string, unknown> {
  const isAgreement = outcome === 'submit' || outcome === 'approve';
  if (!isAgreement && Object.keys(values).length === 0) return {};
  return valid(form.schema, values, '/form');
}
