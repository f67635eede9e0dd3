import { jsonSchemaOf } from '../../models/contracts/form';
import { outcomeTitle, taskTitle } from '../../models/contracts/outcomes';
import { formOf, processOf } from '../../models/contracts/processes';
import { asSigned } from '../../models/contracts/signing';
import type { TaskRow } from '../../models/db';
import type { SignedIn } from '../authentication';
import { opinionsOf, type LinkedTask, type Opinion } from '../use-cases/decision-link';
import { wordsOfVote, type IsInternal } from '../use-cases/internal-words';
import { requestOf } from './case';
import { deviceFacts } from './device-facts';
import { taskAsked } from './task';

/** What has become of the task since is not theirs to know. */
const NOTHING_ASKED = {
  ...{ dueAt: null, isDueProvisional: false, pause: null },
  ...{ form: null, facts: [], prefill: {}, outcomes: [], returnTo: [] },
};

/** What a link leads to, as it is answered. */
export function linkShown(me: SignedIn, { link, state, task, customer, own, about }: LinkedTask) {
  return {
    person: { id: me.id, name: me.name },
    language: me.user.language,
    state,
    expiresAt: link.expiresAt,
    task: { ...taskAsked(task, customer), ...(about ? {} : NOTHING_ASKED) },
    ...(about ? caseShown(task, about) : { request: null, about: [], decisions: [], files: [] }),
    decided: own && { ...shown(task, own), filled: filledIn(task, own) },
  };
}

function caseShown(
  task: TaskRow,
  { row, decided, files, names, devices, isInternal }: NonNullable<LinkedTask['about']>,
) {
  const request = requestOf(row);
  return {
    request: request && { ...request, names },
    about: devices.flatMap(deviceFacts),
    decisions: decided.flatMap((of) =>
      of._id === task._id ? [] : opinionsOf(of).map((one) => opinionShown(of, one, isInternal)),
    ),
    files: [
      ...files.map(({ _id, fileName, sizeInBytes }) => ({ id: _id, fileName, sizeInBytes })),
      ...row.documents.map(({ id, fileName, sizeInBytes }) => ({ id, fileName, sizeInBytes })),
    ],
  };
}

function opinionShown(task: TaskRow, one: Opinion, isInternal: IsInternal) {
  const comment = task.quorum ? wordsOfVote(task, one, isInternal) : one.comment;
  return { ...shown(task, { ...one, comment }), filled: withoutSignature(filledIn(task, one)) };
}

/** What somebody filled in to decide alone; null where that was nothing, and of a vote, which is told by its outcome. */
function filledIn({ form: reference, signing, decision, quorum }: TaskRow, { by, at }: Opinion) {
  const form = formOf(reference);
  if (!form || !decision || quorum || decision.by.id !== by.id || decision.at !== at) return null;
  const { form: values, names } = decision;
  return Object.keys(values).length === 0 ? null : { form: jsonSchemaOf(asSigned(form, signing)), values, names };
}

/** Their name stands beside it; how others sign is not for everybody. */
function withoutSignature(filled: ReturnType<typeof filledIn>) {
  if (!filled) return null;
  const values = Object.fromEntries(Object.entries(filled.values).filter(([name]) => !isSignature(filled.form, name)));
  return Object.keys(values).length === 0 ? null : { ...filled, values };
}

function isSignature({ properties }: Readonly<Record<string, unknown>>, name: string): boolean {
  const of = (properties as Readonly<Record<string, { readonly 'x-field'?: { readonly kind?: string } }>>)[name];
  return of?.['x-field']?.kind === 'signature';
}

function shown(task: TaskRow, { outcome, by, forWhom, at, comment }: Opinion) {
  const { process, step, item } = task;
  const title = taskTitle(processOf(process), step, item?.title) ?? { zh: step, en: step };
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
