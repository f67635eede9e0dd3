import type { CallbackSurvey } from './contracts/callback-forms';

const QUESTIONS = ['attitude', 'skill', 'timeliness', 'result'] as const satisfies (keyof CallbackSurvey)[];
const FULL_SCORE = 5;
const PERCENT = 100;
const HASH_START = 2_166_136_261;
const HASH_FACTOR = 16_777_619;

/** What a questionnaire comes to, in percent of full satisfaction, to one decimal. */
export function scoreOf(survey: Pick<CallbackSurvey, (typeof QUESTIONS)[number]>): number {
  const sum = QUESTIONS.reduce((total, question) => total + Number(survey[question]), 0);
  return Math.round((sum * PERCENT * 10) / (QUESTIONS.length * FULL_SCORE)) / 10;
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
