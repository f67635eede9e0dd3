import { callbackRequest } from '../../models/contracts/callback-forms';
import type { Language } from '../../models/contracts/text';
import type { Config } from '../../models/config';
import type { SignedIn } from '../authentication';
import { nextAttemptOf, workersOf, type CallbackRow } from '../use-cases/callbacks';
import type { NameOf } from '../use-cases/names';
import { caseLine } from './case';
import { chosen } from './chosen';

/** A callback as a line of the register and of those that are due. */
export function callbackLine(
  row: CallbackRow,
  config: Config,
  language: Language,
  { hiddenCases }: Pick<SignedIn, 'hiddenCases'>,
  nameOf: NameOf,
) {
  const { reason, means } = callbackRequest.fields;
  const { request, attempts, result } = row.data;
  const { person, name = '', about = null } = request;
  return {
    ...caseLine(row, config, language),
    reason: chosen(reason, request.reason),
    means: chosen(means, request.means),
    contact: person === undefined ? name : nameOf(person).name,
    about: about !== null && hiddenCases.includes(about) ? null : about,
    workers: workersOf(request).map(nameOf),
    attempts: attempts.map(({ again = null, ...attempt }) => ({ ...attempt, again })),
    nextAttemptAt: nextAttemptOf(row),
    result: result && { ...result, now: result.now ?? null },
  };
}
