import { OUTCOMES, CASE_STATES, type Role } from '../codes';
import { TROUBLE_TITLES } from '../cutover-words';
import { whoWasCalled } from './called';
import type { TroubleCause } from './change-cutover-run';
import { filled, type Gaps } from './filled';
import { JOURNAL_WORDS } from './journal-words';
import { OUTCOME_TITLES } from './outcomes';
import { pauseWords } from './pause-words';
import type { JournalDraft } from './record';
import { ROLE_TITLES } from './roles';
import { shownInstant } from './time';
import { STATE_TITLES, whoIsAbsent, type Absences } from './waiting';
import type { Language, Text } from './text';

type Told = Pick<JournalDraft, 'kind' | 'by' | 'stage' | 'taskId' | 'details'>;

/** What the sentences of a timeline take from elsewhere. */
export interface Telling {
  readonly language: Language;
  readonly timeZone: string;
  /** The title of a step by its task, and of a stage. */
  readonly stepOf: (taskId: string | null) => Text | null;
  /** The title of a clock of the whole case. */
  readonly clockOf: (clock: string) => Text | null;
  readonly stageOf: (stage: string) => Text | null;
  /** The title of an instant that the procedure waits for. */
  readonly alarmOf: (alarm: string) => Text | null;
  /** What the outcome of a task is called. */
  readonly outcomeOf: (taskId: string | null) => Text | null;
}

/** What happened, as one sentence. */
export function journalSentence(entry: Told, telling: Telling): string {
  const { kind, by } = entry;
  const say = (key: keyof typeof JOURNAL_WORDS, gaps: Gaps = {}) => filled(JOURNAL_WORDS[key][telling.language], gaps);
  const forWhom = nameOf(entry.details.forWhom);
  const name = by?.name ?? say('journal.system');
  const who = forWhom === null ? name : say('journal.for', { by: name, forWhom });
  const gaps: Gaps = { ...gapsOf(entry, telling), by: who };
  if (kind === 'case-closed' && by) return say('journal.case-closed-by', gaps);
  if (kind === 'clock-paused' && gaps.until) return say('journal.paused-until', gaps);
  if (kind === 'clock-resumed' && gaps.until) return say('journal.pause-over', gaps);
  if (kind === 'level-raised' && entry.details.isTop === true) return say('journal.level-kept', gaps);
  if (kind === 'task-completed' && entry.details.tally)
    return say(entry.details.isByRemoval === true ? 'journal.vote-decided-by-removal' : 'journal.vote-decided', gaps);
  return `${say(`journal.${kind}`, gaps)}${whoWasCalled(entry.details.duty, telling.language)}${whoIsAbsent(absencesOf(entry), telling.language)}`;
}

/** Who acts for whom of those who are absent, as the journal keeps it. */
function absencesOf({ details }: Told): Absences {
  const { substitutes, unserved } = details as Absences;
  return { ...(Array.isArray(substitutes) && { substitutes }), ...(Array.isArray(unserved) && { unserved }) };
}

/** The words that were given with it, of a person or of the procedure: a comment, a reason, a cause; empty where there are none. */
export function journalWords({ kind, details }: Told, language: Language): string {
  // The vote that decided it stands before it, with its words.
  if (kind === 'task-completed' && details.tally) return '';
  for (const name of ['comment', 'reason']) {
    const words = details[name];
    if (typeof words === 'string' && words !== '') return kind === 'clock-paused' ? pauseWords(words, language) : words;
  }
  const isCaused = kind === 'returned' || kind === 'clock-budget-changed';
  const cause = isCaused ? (details.cause as Partial<Text> | undefined) : undefined;
  return cause?.[language] ?? '';
}

function gapsOf({ kind, details, stage, taskId }: Told, telling: Telling): Gaps {
  const text = (name: string) => (typeof details[name] === 'string' ? details[name] : '');
  const pick = (title: Text | null | undefined, code: string) => title?.[telling.language] ?? code;
  const stageTitle = (name: string) => pick(telling.stageOf(name), name);
  const outcome = OUTCOMES.find((one) => one === details.outcome);
  const state = CASE_STATES.find((one) => one === details.state);
  const role = text('role');
  return {
    step:
      text('clock') === ''
        ? pick(telling.stepOf(taskId), text('step'))
        : pick(telling.clockOf(text('clock')), text('clock')),
    stage: stageTitle(text('stage') || stage),
    from: stageTitle(text('from')),
    to: nameOf(details.to) ?? stageTitle(text('to')),
    title: text('title'),
    until: text('until') && shownInstant(text('until'), telling.timeZone, telling.language),
    person: nameOf(details.person) ?? '',
    calendar: calendarOf(details.to),
    role: pick(ROLE_TITLES[role as Role], role),
    outcome: pick(
      (kind === 'vote-cast' ? null : telling.outcomeOf(taskId)) ?? (outcome && OUTCOME_TITLES[outcome]),
      text('outcome'),
    ),
    state: pick(state && STATE_TITLES[state], text('state')),
    instant: pick(telling.alarmOf(text('instant')), text('instant')),
    trouble: troubleOf(details, telling.language),
    linked: text('caseId'),
    into: text('into'),
    window: windowOf(details.window, telling),
  };
}

function troubleOf({ cause, step }: Told['details'], language: Language): string {
  const title = TROUBLE_TITLES[cause as TroubleCause] as Text | undefined;
  if (!title) return '';
  if (typeof step !== 'number') return title[language];
  return language === 'zh' ? `${title.zh}（第 ${step} 步）` : `${title.en} (step ${step})`;
}

function windowOf(window: unknown, { timeZone, language }: Telling): string {
  const { from, to } = (window ?? {}) as { readonly from?: unknown; readonly to?: unknown };
  if (typeof from !== 'string' || typeof to !== 'string') return '';
  return `${shownInstant(from, timeZone, language)} – ${shownInstant(to, timeZone, language)}`;
}

function calendarOf(value: unknown): string {
  const { id, version } = (value ?? {}) as { readonly id?: unknown; readonly version?: unknown };
  return typeof id === 'string' && typeof version === 'number' ? `${id}@${version}` : '';
}

function nameOf(value: unknown): string | null {
  const name = (value as { readonly name?: unknown } | null | undefined)?.name;
  return typeof name === 'string' ? name : null;
}
