import { outcomeTitle } from '../../models/contracts/outcomes';
import { processOf } from '../../models/contracts/processes';
import type { TaskRow } from '../../models/db';
import type { SignedIn } from '../authentication';
import { opinionsOf, type LinkedTask, type Opinion } from '../use-cases/decision-link';
import { requestOf } from './case';
import { taskAsked } from './task';

/** What has become of the task since is not theirs to know. */
const NOTHING_ASKED = {
  ...{ dueAt: null, isDueProvisional: false, pause: null },
  ...{ form: null, prefill: {}, outcomes: [], returnTo: [] },
};

/** What a link leads to, as it is answered. */
export function linkShown(me: SignedIn, { link, state, task, customer, own, about }: LinkedTask) {
  return {
    person: { id: me.id, name: me.name },
    language: me.user.language,
    state,
    expiresAt: link.expiresAt,
    task: { ...taskAsked(task, customer), ...(about ? {} : NOTHING_ASKED) },
    ...(about ? caseShown(task, about) : { request: null, decisions: [], files: [] }),
    decided: own && shown(task, own),
  };
}

function caseShown(task: TaskRow, { row, decided, files, names }: NonNullable<LinkedTask['about']>) {
  const request = requestOf(row);
  return {
    request: request && { ...request, names },
    decisions: decided.flatMap((of) => (of._id === task._id ? [] : opinionsOf(of).map((one) => shown(of, one)))),
    files: [
      ...files.map(({ _id, fileName, sizeInBytes }) => ({ id: _id, fileName, sizeInBytes })),
      ...row.documents.map(({ id, fileName, sizeInBytes }) => ({ id, fileName, sizeInBytes })),
    ],
  };
}

function shown(task: TaskRow, { outcome, by, forWhom, at, comment }: Opinion) {
  const { process, step } = task;
  const title = processOf(process)?.steps[step]?.title ?? { zh: step, en: step };
  return {
    title,
    outcome,
    outcomeTitle: outcomeTitle(processOf(task.process), task.step, outcome),
    by,
    forWhom,
    at,
    comment,
  };
}
