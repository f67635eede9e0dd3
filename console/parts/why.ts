import type { Language } from '../../models/contracts/text';
import { ApiProblem, Unreachable } from '../api/problem';
import { sayIn } from '../words/say';

/** Why something that is no form failed, with each fault that was found. */
export function problemWords(error: unknown, language: Language): string {
  const faults = error instanceof ApiProblem ? (error.problem.errors ?? []) : [];
  return faults.length > 0 ? faults.map(({ detail }) => detail).join('; ') : whyOf(error, language);
}

/** Why something failed, in one sentence for whoever did it. */
export function whyOf(error: unknown, language: Language): string {
  const say = sayIn(language);
  if (error instanceof Unreachable) return say('failure.unreachable');
  if (!(error instanceof ApiProblem)) return say('failure.page');
  const { code, title, detail, errors = [] } = error.problem;
  if (code === 'idempotency-key-reused') return say('failure.keyReused');
  if (code === 'invalid-input' && errors.length > 0) return say('form.lookAgain', { count: errors.length });
  return detail === undefined ? title : say('failure.because', { title, detail });
}
