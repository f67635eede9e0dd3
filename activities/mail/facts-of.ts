import { CASE_STATES, OUTCOMES, type CaseState } from '../../models/codes';
import { outcomeTitle, taskTitle } from '../../models/contracts/outcomes';
import { processOf } from '../../models/contracts/processes';
import { quorumSchema, tallySchema } from '../../models/contracts/quorum';
import { quorumWords, tallyWords } from '../../models/contracts/quorum-words';
import type { Text } from '../../models/contracts/text';
import type { MailRow } from '../../models/db';
import { WATCH_TITLES } from '../../models/contracts/titles';
import { clip, oneLine, severalLines } from './one-line';

const REASON_IN_CHARACTERS = 1000;

/** What a mail row tells, cleaned for printing. */
export interface MailFacts {
  readonly procedure: Text;
  readonly step: Text;
  readonly caseId: string;
  readonly subject: string;
  readonly customer: string;
  readonly applicant: string;
  readonly recipient: string;
  /** Why a task is over though the case goes on: it was not done in time, or is not needed; null where the case has ended. */
  readonly goesOn: 'lapsed' | 'needless' | null;
  /** True when the mail goes to the one who applied. */
  readonly isForApplicant: boolean;
  readonly dueAt: Date | null;
  readonly returnedBy: string;
  readonly transferredBy: string;
  /** Who asked them to vote too, and who changed a vote. */
  readonly addedBy: string;
  readonly by: string;
  /** Who paused the clock, or let it go on; nobody where it goes on by itself. */
  readonly heldBy: string;
  /** When a paused clock goes on by itself. */
  readonly until: Date | null;
  /** From when and until when it is cut over, and what becomes of what is not done by then. */
  readonly windowBeginsAt: Date | null;
  readonly windowEndsAt: Date | null;
  readonly then: 'planned-anew' | 'rolled-back' | 'decided' | null;
  /** Why the case does by itself what it does. */
  readonly cause: Text | null;
  /** The absent one for whom the recipient acts. */
  readonly forWhom: string;
  /** Who acts for the recipient, who is absent. */
  readonly substitutedBy: string;
  /** The recipient is absent, and nobody may act for them on this task. */
  readonly isUnserved: boolean;
  /** Who was called to a task before and has not taken it in hand. */
  readonly untakenBy: string;
  /** Whose absence is over. */
  readonly person: string;
  /** The clock of the whole case, where the mail is about one. */
  readonly clock: Text | null;
  /** Why the deadline is what it is, in one sentence of the recipient's language. */
  readonly why: string;
  readonly reason: string;
  /** How much of the time is used, where the mail says so. */
  readonly atPercent: number | null;
  /** How several decide the task, and how the votes stand. */
  readonly voting: Text | null;
  /** What they decided. */
  readonly outcome: Text | null;
  /** How the case ended, where the mail says so. */
  readonly ending: Exclude<CaseState, 'open'> | null;
}

/** Reads what a mail row tells; whatever is unknown or of another type is left out. */
export function factsOf(mail: MailRow): MailFacts {
  const { details } = mail;
  const procedure = processOf(mail.process);
  return {
    procedure: procedure?.title ?? inBoth(mail.process),
    step:
      taskTitle(procedure, mail.step, textInBoth(details.item)) ?? procedure?.stages[mail.step] ?? inBoth(mail.step),
    goesOn: details.goesOn === 'lapsed' || details.goesOn === 'needless' ? details.goesOn : null,
    caseId: oneLine(mail.caseId),
    subject: oneLine(mail.subject),
    customer: oneLine(mail.customerName ?? ''),
    applicant: oneLine(mail.applicant.name),
    recipient: oneLine(mail.recipient.name),
    isForApplicant: mail.recipient.id === mail.applicant.id,
    dueAt: mail.dueAt,
    returnedBy: oneLine(textOf(details.returnedBy)),
    transferredBy: oneLine(textOf(details.transferredBy)),
    addedBy: oneLine(textOf(details.addedBy)),
    by: oneLine(textOf(details.by)),
    heldBy: oneLine(textOf(details.heldBy)),
    until: instantOf(details.until),
    windowBeginsAt: instantOf(details.windowBeginsAt),
    windowEndsAt: instantOf(details.windowEndsAt),
    then: THEN.find((one) => one === details.then) ?? null,
    cause: textInBoth(details.cause) ?? null,
    forWhom: oneLine(textOf(details.forWhom)),
    substitutedBy: oneLine(textOf(details.substitutedBy)),
    isUnserved: details.isUnserved === true,
    untakenBy: oneLine(textOf(details.untakenBy)),
    person: oneLine(textOf(details.person)),
    clock: clockOf(mail),
    why: clip(oneLine(textOf(details.why)), REASON_IN_CHARACTERS),
    reason: clip(severalLines(textOf(details.reason)), REASON_IN_CHARACTERS),
    atPercent: typeof details.atPercent === 'number' ? Math.round(details.atPercent) : null,
    voting: votingOf(mail),
    outcome: outcomeOf(mail),
    ending: endingOf(details.state),
  };
}

const THEN = ['planned-anew', 'rolled-back', 'decided'] as const;

/** What the case says in both languages. */
function textInBoth(said: unknown): Text | undefined {
  const { zh, en } = (said ?? {}) as Partial<Text>;
  const clipped = (text: unknown) => clip(oneLine(textOf(text)), REASON_IN_CHARACTERS);
  return textOf(zh) === '' ? undefined : { zh: clipped(zh), en: clipped(en) };
}

function clockOf({ process, details }: MailRow): Text | null {
  const watch = WATCH_TITLES.get(textOf(details.watch));
  if (watch) return watch;
  const name = textOf(details.clock);
  return name === '' ? null : (processOf(process)?.clocks?.[name] ?? inBoth(name));
}

function votingOf({ details }: MailRow): Text | null {
  const quorum = quorumSchema.safeParse(details.quorum);
  const tally = tallySchema.safeParse(details.tally);
  if (!quorum.success || !tally.success) return null;
  const [rule, votes] = [quorumWords(quorum.data, tally.data), tallyWords(tally.data)];
  return { zh: `${rule.zh}；${votes.zh}`, en: `${rule.en}; ${votes.en}` };
}

function outcomeOf({ process, step, details }: MailRow): Text | null {
  const known = OUTCOMES.find((one) => one === details.outcome);
  return known ? outcomeTitle(processOf(process), step, known) : null;
}

function inBoth(name: string): Text {
  return { zh: oneLine(name), en: oneLine(name) };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function instantOf(value: unknown): Date | null {
  const at = new Date(textOf(value));
  return Number.isNaN(at.getTime()) ? null : at;
}

function endingOf(state: unknown): MailFacts['ending'] {
  const known = CASE_STATES.find((one) => one === state);
  return known === undefined || known === 'open' ? null : known;
}
