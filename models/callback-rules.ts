import type { CallbackRequest, CallbackSurvey } from './contracts/callback-forms';

const QUESTIONS = ['attitude', 'skill', 'timeliness', 'result'] as const satisfies (keyof CallbackSurvey)[];
// As the amounts of a policy number them.
const MEANS = ['phone', 'on-site', 'mail'] as const satisfies CallbackRequest['means'][];
const FULL_SCORE = 5;
// 1 很不满意 and 2 不满意 are what they say, whatever the other scores.
const NOT_SATISFIED = 2;
const PERCENT = 100;
const HOUR_IN_MS = 3_600_000;
const HASH_START = 2_166_136_261;
const HASH_FACTOR = 16_777_619;

/** Whoever has done one of these steps of a procedure has done the job, and does not ask how it was. */
export const WORK_STEPS = {
  fault: ['respond', 'handle', 'advise', 'cause'],
  complaint: ['facts', 'meeting', 'write-report', 'measures', 'answer'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What a questionnaire comes to, in percent of full satisfaction, to one decimal. */
export function scoreOf(survey: Pick<CallbackSurvey, (typeof QUESTIONS)[number]>): number {
  const sum = QUESTIONS.reduce((total, question) => total + Number(survey[question]), 0);
  return Math.round((sum * PERCENT * 10) / (QUESTIONS.length * FULL_SCORE)) / 10;
}

/** Whether a customer is satisfied: enough of full satisfaction, no question answered with 不满意, no problem. */
export function isSatisfied(
  survey: Pick<CallbackSurvey, (typeof QUESTIONS)[number] | 'hasProblem'>,
  thresholdPercent: number,
): boolean {
  const isUnhappy = QUESTIONS.some((question) => Number(survey[question]) <= NOT_SATISFIED);
  return !isUnhappy && survey.hasProblem === 'no' && scoreOf(survey) >= thresholdPercent;
}

/** How the customer is tried next, after so many failures; null once the account manager has failed too. */
export function nextAttempt(failed: number, most: number): 'attempt' | 'last-attempt' | null {
  const tries = Math.ceil(most);
  if (failed < tries) return 'attempt';
  return failed === tries ? 'last-attempt' : null;
}

/** How much open time lies before an attempt: none before the first, which waits for the office to open only. */
export function pauseBefore(attempt: number, hoursBetween: number): number {
  return attempt === 1 ? 0 : Math.round(hoursBetween * HOUR_IN_MS);
}

/** At which rhythm, in days, and by which means customers of a type are called back; null where none is set. */
export function rhythmOf(
  kind: 'core' | 'non-core',
  amounts: Readonly<Record<string, number>>,
): { readonly days: number; readonly means: CallbackRequest['means'] } | null {
  const days = amounts[`${kind}-days`] ?? 0;
  const means = MEANS[Math.round(amounts[`${kind}-means`] ?? 1) - 1] ?? 'phone';
  return days > 0 ? { days, means } : null;
}

/** True for the cases of which QA looks at so many percent; a case is drawn by its number, always alike. */
export function isSampled(caseId: string, percent: number): boolean {
  let hash = HASH_START;
  for (const character of caseId) hash = Math.imul(hash ^ character.charCodeAt(0), HASH_FACTOR) >>> 0;
  // The last characters of a number are those that differ: they are to reach every bit.
  hash = Math.imul(hash ^ (hash >>> 15), HASH_FACTOR) >>> 0;
  hash = (hash ^ (hash >>> 13)) >>> 0;
  return hash % PERCENT < percent;
}
