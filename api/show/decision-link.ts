import { processOf } from '../../models/contracts/processes';
import type { TaskRow } from '../../models/db';
import type { SignedIn } from '../authentication';
import { opinionsOf, type LinkedTask, type Opinion } from '../use-cases/decision-link';
import { requestOf } from './case';
import { taskAsked } from './task';
import { outcomeTitle } from './voting';

const NOTHING_ASKED = { form: null, prefill: {}, outcomes: [], returnTo: [] };

/** What a link leads to, as it is answered. */
export function linkShown(me: SignedIn, { link, state, task, row, decided, own, files, names }: LinkedTask) {
  const isShown = state !== 'closed';
  const request = isShown ? requestOf(row) : null;
  return {
    person: { id: me.id, name: me.name },
    language: me.user.language,
    state,
    expiresAt: link.expiresAt,
    task: { ...taskAsked(task, row.customer), ...(isShown ? {} : NOTHING_ASKED) },
    request: request && { ...request, names },
    decisions: decided.flatMap((of) => (of._id === task._id ? [] : opinionsOf(of).map((one) => shown(of, one)))),
    files: [
      ...files.map(({ _id, fileName, sizeInBytes }) => ({ id: _id, fileName, sizeInBytes })),
      ...(isShown ? row.documents.map(({ id, fileName, sizeInBytes }) => ({ id, fileName, sizeInBytes })) : []),
    ],
    decided: own && shown(task, own),
  };
}

function shown(task: TaskRow, { outcome, by, forWhom, at, comment }: Opinion) {
  const { process, step } = task;
  const title = processOf(process)?.steps[step]?.title ?? { zh: step, en: step };
  return { title, outcome, outcomeTitle: outcomeTitle(task, outcome), by, forWhom, at, comment };
}
