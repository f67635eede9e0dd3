import type {
  ComplaintAnswer,
  ComplaintFacts,
  ComplaintMinutes,
  ComplaintPhoned,
  ComplaintReport,
  ComplaintVerification,
  ComplaintEvidence,
} from '../../models/contracts/complaint-forms';
import type { AttemptedMeasure, ComplaintData, Said, Unsigned } from '../../models/contracts/complaint-run';
import type { Measure } from '../../models/contracts/measures';
import type { Decision } from '../../models/contracts/task';
import type { Desk } from '../human-task/desk';
import { measureKey } from './measures';

type Complaint = Desk<ComplaintData>;

/** What the complainant said to an answer. */
export type Word = Pick<Decision, 'at' | 'by' | 'comment' | 'outcome'>;

/** Keeps what this attempt did, with what the complainant said to it; nothing where it was cancelled before. */
export function keepAttempt(desk: Complaint, said: Word | null): void {
  const { attempt: number, role, measures, attempts } = desk.data;
  const facts = desk.standing<ComplaintFacts>('facts');
  const attempt = {
    ...{ number, role, ledBy: facts?.by ?? null },
    facts: unsigned(facts),
    minutes: unsigned(desk.standing<ComplaintMinutes>('minutes')),
    report: unsigned(desk.standing<ComplaintReport>('write-report')),
    measures: measures.map((measure, index) => attempted(desk, measure, index)),
    answer: saidIn(desk.standing<ComplaintAnswer>('answer'), ({ answer }) => answer),
    phoned: saidIn(desk.standing<ComplaintPhoned>('phone'), (form) => form.said),
    satisfaction: said && {
      ...{ at: said.at, by: said.by, words: said.comment },
      isSatisfied: said.outcome === 'approve',
    },
    decided: desk.recorded.decisions.length,
  };
  desk.data.attempts = [...attempts, attempt];
}

function attempted(desk: Complaint, measure: Measure, index: number): AttemptedMeasure {
  const { what, kind, owner, due, attempt, state } = measure;
  const key = measureKey(measure, index);
  const done = saidIn(desk.standing<ComplaintEvidence>('carry-out', key), (form) => form.done);
  const verified = saidIn(desk.standing<ComplaintVerification>('verify-measure', key), ({ checked }) => checked);
  return { what, kind, owner, due, attempt, state, done, verified };
}

function unsigned<Values extends { readonly signature: unknown }>(
  decision: Decision<Values> | undefined,
): Unsigned<Values> | null {
  if (!decision) return null;
  const { signature: _signed, ...values } = decision.form;
  return values;
}

function saidIn<Values>(decision: Decision<Values> | undefined, words: (form: Values) => string): Said | null {
  return decision ? { at: decision.at, by: decision.by, words: words(decision.form) } : null;
}
