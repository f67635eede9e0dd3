import { FIRST_CALENDAR } from '../../models/clocks';
import type { CaseState, Priority } from '../../models/codes';
import type { CalendarRef } from '../../models/contracts/calendar';
import type { Breach, CaseClock } from '../../models/contracts/case-clock';
import type { ArmedClock } from '../../models/contracts/clock';
import type { PersonName } from '../../models/contracts/people';
import type {
  CaseWindow,
  JournalHead,
  LinkedCase,
  StartInput,
  StepAnswer,
  Waiting,
} from '../../models/contracts/record';
import type { Decision, Task } from '../../models/contracts/task';

/** All that a case knows about itself; serialisable, and carried along when the case continues as new. */
export interface Progress<Data = Readonly<Record<string, unknown>>> {
  readonly input: StartInput;
  data: Data;
  state: CaseState;
  stage: string;
  /** Counts the times that the case was sent back, from 1. */
  round: number;
  /** Why the case ended, in the words of who ended it. */
  closing: string | null;
  closedBy: PersonName | null;
  /** True once the closing lines are in the journal. */
  isClosed: boolean;
  /** False once the case has come so far that nobody withdraws or cancels it any more. */
  mayBeEnded: boolean;
  /** Whether the applicant may withdraw it: always, until somebody takes up what is asked now, or no more. */
  withdrawal: 'free' | 'until-taken-up' | 'over';
  /** How urgent it has turned out to be; null as long as that is as it began. */
  priority: Priority | null;
  /** Who neither withdraws nor cancels it, since it is on what they did. */
  noEndingBy: readonly string[];
  /** Whether others may be joined to it: not yet, now, or no more. */
  joining: 'not-yet' | 'open' | 'over';
  /** The instant of what happened last: a command, a rung of a deadline, or the start. */
  now: string;
  /** What the case waited for at the last record, and its sentence. */
  waiting: Waiting;
  sentence: string;
  recordSeq: number;
  journalHead: JournalHead;
  /** From whom it is hidden since it has begun, beside those from whom it was at its start; it only grows. */
  readonly hiddenLater: string[];
  readonly openTasks: Task[];
  readonly decisions: Decision[];
  /** The tasks whose decisions stand for good, since the case went on from them at an earlier stage. */
  readonly settled: string[];
  /** How often each step was asked and each document made. */
  readonly counts: Record<string, number>;
  /** What this visit of the stage has already asked or made, so that a resumed stage does nothing twice. */
  visit: Record<string, string>;
  /** The tasks that stay open from stage to stage, by step and item. */
  readonly kept: Record<string, string>;
  /** The instants that the procedure waits for, and when they were reached (ISO). */
  readonly alarms: Record<string, { readonly at: string; reachedAt: string | null }>;
  window: CaseWindow | null;
  /** The cases that the procedure opened; also those that ended before it knew of them. */
  readonly links: LinkedCase[];
  readonly visitedStages: string[];
  /** The calendar in which its clocks run. */
  calendar: CalendarRef;
  /** The clocks of the whole case. */
  readonly caseClocks: CaseClock[];
  /** The deadlines that were overrun; none is ever taken out. */
  readonly breaches: Breach[];
  armed: readonly ArmedClock[];
  /** Answers by idempotency key, the latest ones. */
  answers: Record<string, StepAnswer>;
  shownInUi: { stage: string; state: CaseState; priority?: Priority };
}

/** What is carried into a new run beside the input. */
export type CarriedProgress<Data> = Omit<Progress<Data>, 'input'>;

/** The persons who never learn of the case, and have no part in it. */
export function hiddenFromOf({ input, hiddenLater }: Pick<Progress<unknown>, 'input' | 'hiddenLater'>): string[] {
  return [...(input.head.hiddenFrom ?? []), ...hiddenLater];
}

const ANSWERS_KEPT = 300;

/** A case that has just been asked for. */
export function newProgress<Data>(input: StartInput, data: Data, firstStage: string): Progress<Data> {
  return {
    input,
    data,
    state: 'open',
    stage: firstStage,
    round: 1,
    closing: null,
    closedBy: null,
    isClosed: false,
    mayBeEnded: true,
    withdrawal: 'free',
    noEndingBy: [],
    joining: 'open',
    priority: null,
    now: input.head.startedAt,
    waiting: { kind: 'nothing' },
    sentence: '',
    recordSeq: 0,
    journalHead: { seq: 0, hash: '' },
    hiddenLater: [],
    openTasks: [],
    decisions: [],
    settled: [],
    counts: {},
    visit: {},
    kept: {},
    alarms: {},
    window: null,
    links: [],
    visitedStages: [],
    calendar: input.calendar ?? FIRST_CALENDAR,
    caseClocks: [],
    breaches: [],
    armed: [],
    answers: {},
    shownInUi: { stage: firstStage, state: 'open' },
  };
}

/** Keeps an answer for its key, and lets go of the oldest when there are too many. */
export function keepAnswer(progress: Progress<unknown>, answer: StepAnswer): void {
  progress.answers[answer.key] = answer;
  const [oldest] = Object.keys(progress.answers);
  if (oldest !== undefined && Object.keys(progress.answers).length > ANSWERS_KEPT) delete progress.answers[oldest];
}

/** How often something has been done, this time included. */
export function countUp({ counts }: Pick<Progress<unknown>, 'counts'>, what: string): number {
  const count = (counts[what] ?? 0) + 1;
  counts[what] = count;
  return count;
}
