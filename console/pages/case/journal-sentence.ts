import { OUTCOMES, CASE_STATES, type Role } from '../../../models/codes';
import { OUTCOME_TITLES } from '../../../models/contracts/outcomes';
import { ROLE_TITLES } from '../../../models/contracts/roles';
import { STATE_TITLES, whoIsAbsent, type Absences } from '../../../models/contracts/waiting';
import type { Language, Text } from '../../../models/contracts/text';
import type { JournalEntry } from '../../api/types';
import { sayIn, textIn, type Gaps } from '../../words/say';

/** What the sentences of a timeline take from elsewhere. */
export interface Told {
  readonly language: Language;
  /** The title of a step by its task, and of a stage. */
  readonly stepOf: (taskId: string | null) => Text | null;
  /** The title of a clock of the whole case. */
  readonly clockOf: (clock: string) => Text | null;
  readonly stageOf: (stage: string) => Text | null;
  /** What the outcome of a task is called. */
  readonly outcomeOf: (taskId: string | null) => Text | null;
}

/** What happened, as one sentence. */
export function journalSentence(entry: JournalEntry, told: Told): string {
  const { kind, by } = entry;
  const say = sayIn(told.language);
  const forWhom = nameOf(entry.details.forWhom);
  const name = by?.name ?? say('word.system');
  const who = forWhom === null ? name : say('journal.for', { by: name, forWhom });
  const gaps: Gaps = { ...gapsOf(entry, told), by: who };
  if (kind === 'case-closed' && by) return say('journal.case-closed-by', gaps);
  if (kind === 'task-completed' && entry.details.tally) return say('journal.vote-decided', gaps);
  return `${say(`journal.${kind}`, gaps)}${whoIsAbsent(absencesOf(entry), told.language)}`;
}

/** Who acts for whom of those who are absent, as the journal keeps it. */
function absencesOf({ details }: JournalEntry): Absences {
  const { substitutes, unserved } = details as Absences;
  return { ...(Array.isArray(substitutes) && { substitutes }), ...(Array.isArray(unserved) && { unserved }) };
}

/** The words that somebody gave with it: a comment or a reason; empty where there are none. */
export function journalWords({ kind, details }: JournalEntry): string {
  // The vote that decided it stands before it, with its words.
  if (kind === 'task-completed' && details.tally) return '';
  for (const name of ['comment', 'reason']) {
    const words = details[name];
    if (typeof words === 'string' && words !== '') return words;
  }
  return '';
}

function gapsOf({ kind, details, stage, taskId }: JournalEntry, told: Told): Gaps {
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '');
  const pick = (title: Text | null | undefined, code: string) => textIn(told.language, title, code);
  const stageTitle = (name: string) => pick(told.stageOf(name), name);
  const outcome = OUTCOMES.find((one) => one === details.outcome);
  const state = CASE_STATES.find((one) => one === details.state);
  const role = text('role');
  return {
    step:
      text('clock') === '' ? pick(told.stepOf(taskId), text('step')) : pick(told.clockOf(text('clock')), text('clock')),
    stage: stageTitle(text('stage') || stage),
    from: stageTitle(text('from')),
    to: nameOf(details.to) ?? stageTitle(text('to')),
    title: text('title'),
    person: nameOf(details.person) ?? '',
    calendar: calendarOf(details.to),
    role: pick(ROLE_TITLES[role as Role], role),
    outcome: pick(
      (kind === 'vote-cast' ? null : told.outcomeOf(taskId)) ?? (outcome && OUTCOME_TITLES[outcome]),
      text('outcome'),
    ),
    state: pick(state && STATE_TITLES[state], text('state')),
  };
}

function calendarOf(value: unknown): string {
  const { id, version } = (value ?? {}) as { readonly id?: unknown; readonly version?: unknown };
  return typeof id === 'string' && typeof version === 'number' ? `${id}@${version}` : '';
}

function nameOf(value: unknown): string | null {
  const name = (value as { readonly name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : null;
}
