import { OUTCOMES, type CaseState, type Priority, type Role } from '../codes';
import type { CalendarRef } from './calendar';
import type { Breach, CaseClock, Overrun } from './case-clock';
import type { ArmedClock } from './clock';
import type { PersonName, Whom } from './people';
import type { Policy } from './policy';
import type { SlaClock } from './sla-clock';
import type { Called, Decision, Substitute, Task } from './task';
import type { Text } from './text';

/** What a case is about and how it began; fixed for its life. */
export interface CaseHead {
  readonly id: string;
  readonly process: string;
  readonly customer: PersonName | null;
  readonly applicant: PersonName;
  readonly subject: string;
  readonly priority: Priority;
  readonly startedAt: string;
  /** What else it is found by; older cases have none. */
  readonly about?: About;
  /** The case whose procedure opened it, and waits for its end; missing where a person did. */
  readonly origin?: string;
  /** The persons who never learn of it: no list, task, mail or figure shows it to them; missing where there are none. */
  readonly hiddenFrom?: readonly string[];
}

/** What a case is about, as far as its subject does not say it. */
export interface About {
  readonly deviceIds: readonly string[];
  readonly numbers: readonly string[];
  readonly words: readonly string[];
}

/** The input of every procedure's workflow. */
export interface StartInput<Request = Readonly<Record<string, unknown>>> {
  readonly head: CaseHead;
  readonly policy: Policy;
  /** The steps that are approvals: after the first of them nobody withdraws it; missing in older cases, where any 同意 is one. */
  readonly approvals?: readonly string[];
  /** The calendar that was in force when it began; older cases have none. */
  readonly calendar?: CalendarRef;
  readonly request: Request;
  /** Names of the records that the request refers to, as they were when it was made. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly attachments: readonly string[];
  readonly locks: readonly string[];
  readonly answerKey: string;
  readonly bodyHash: string;
}

/** The head of a case's journal. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

/** What happened, as the journal tells it. */
export const JOURNAL_KINDS = [
  'case-started',
  'task-opened',
  'task-claimed',
  'task-transferred',
  'task-delegated',
  'delegation-answered',
  'delegation-recalled',
  'nudged',
  'vote-cast',
  'vote-withdrawn',
  'voter-added',
  'voter-removed',
  'task-completed',
  'task-withdrawn',
  'task-expired',
  'reminded',
  'handed-over',
  'duty-called',
  'told',
  'substitute-called',
  'substitute-released',
  'clock-started',
  'clock-paused',
  'clock-resumed',
  'clock-stopped',
  'clock-budget-changed',
  'clock-breached',
  'clock-expired',
  'calendar-changed',
  'stage-entered',
  'returned',
  'document-filed',
  'device-scrapped',
  'instant-reached',
  'task-lapsed',
  'window-reserved',
  'trouble',
  'case-opened',
  'linked-closed',
  'case-joined',
  'level-raised',
  'case-closed',
] as const;

/** The kind of an entry of the journal. */
export type JournalKind = (typeof JOURNAL_KINDS)[number];

/** One entry of the journal before it is chained. */
export interface JournalDraft {
  readonly kind: JournalKind;
  readonly at: string;
  readonly by: PersonName | null;
  readonly stage: string;
  readonly taskId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

/** One entry of the journal, chained to the one before. */
export interface JournalEntry extends JournalDraft {
  readonly caseId: string;
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** The kinds of mails: those that procedures send, that people send about a case, and that the installation sends. */
export const MAIL_KINDS = [
  'task-opened',
  'task-reminder',
  'task-escalated',
  'task-late',
  'task-withdrawn',
  'task-delegated',
  'delegation-answered',
  'delegation-over',
  'delegation-ended',
  'task-nudged',
  'vote-closed',
  'vote-withdrawn',
  'voter-removed',
  'task-substituted',
  'substitution-over',
  'substitute-decided',
  'duty-called',
  'duty-changed',
  'duty-change-cancelled',
  'task-paused',
  'task-resumed',
  'case-reminder',
  'case-late',
  'case-returned',
  'case-closed',
  'mentioned',
  'case-copied',
  'cutover-announced',
  'window-ending',
  'roll-back-begun',
  'complaint-received',
  'complaint-answered',
  'complaint-raised',
  'complaint-ended',
  'minutes-issued',
  'danger-severe',
  'danger-none',
  'callback-not-true',
  'callback-answered',
  'customer-wishes',
  'major-opened',
  'major-over',
  'major-refused',
  'major-unsolved',
  'major-staffed',
  'major-progress',
  'progress-wanted',
  'fault-received',
  'fault-reported',
  'fault-joined',
  'fault-over',
  'onsite-unsolved',
  'solved-from-afar',
  'solved-meanwhile',
  'linked-not-opened',
  'links-go-on',
  'webhook-disabled',
] as const;

/** The kind of a mail. */
export type MailKind = (typeof MAIL_KINDS)[number];

/** A mail to send; persons are looked up when the step is recorded. */
export interface MailDraft {
  readonly kind: MailKind;
  readonly step: string;
  readonly taskId: string | null;
  /** The clock that it is about, where that is not the task's. */
  readonly clockId?: string;
  readonly to: Whom;
  /** The seat whose roster tells whom it goes to, instead of `to`. */
  readonly toCalled?: string;
  /** Somebody whom the directory does not know, instead of `to`. */
  readonly toOutside?: Outsider;
  readonly excluded: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  /** Whose names and phone numbers it gives as its reason; they are looked up when it is written, and kept nowhere else. */
  readonly contacts?: Whom;
}

/** Somebody who is written to without being in the directory. */
export interface Outsider {
  readonly name: string;
  readonly email: string;
}

/** Who holds a role for a case's customer, by their ids, as far as the case is not hidden from them. */
export type Holders = Readonly<Partial<Record<Role, readonly Pick<PersonName, 'id'>[]>>>;

/** What a case waits for. */
export type Waiting =
  | { readonly kind: 'task'; readonly taskId: string; readonly besides?: number }
  | { readonly kind: 'work'; readonly doing: string }
  /** Another case that the procedure opened. */
  | { readonly kind: 'case'; readonly caseId: string; readonly process: string }
  /** An instant (ISO) that the procedure has a name for. */
  | { readonly kind: 'instant'; readonly name: string; readonly at: string }
  | { readonly kind: 'nothing' };

/** The time (ISO, from inclusive, to exclusive) in which a case works on devices and on a business system; others keep away from them then. */
export interface CaseWindow {
  readonly from: string;
  readonly to: string;
  /** Until when (ISO) it holds them, if longer: while it is observed; null as long as nobody knows, while it is rolled back. */
  readonly until?: string | null;
  readonly deviceIds: readonly string[];
  readonly system: string;
}

/** What stands in the way of a window: public holidays, and the open cases that work on the same things in that time. */
export interface Clashes {
  readonly daysOff: readonly { readonly date: string; readonly name: Text }[];
  readonly cases: readonly OverlappingCase[];
}

/** An open case that works on the same things in the same time. */
export interface OverlappingCase {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly until: string | null;
  /** When that is, as people of the company's zone read it; missing where a page words it itself. */
  readonly shown?: Text;
}

/** A case that a procedure opened (ADR 3): of which procedure, and how it stands by what the case was told. */
export interface LinkedCase {
  readonly caseId: string;
  readonly process: string;
  readonly state: CaseState;
  /** What it came to, as its procedure says; missing as long as it is open, and where it says nothing. */
  readonly result?: LinkedResult;
}

/** What a case came to, for the procedure that opened it: plain facts. */
export type LinkedResult = Readonly<Record<string, string | number | boolean | null>>;

/** What a procedure asks for when it opens a case: under which key of its own, for whom as the applicant, and the filled-in start form. */
export interface CaseToOpen {
  readonly origin: string;
  readonly key: string;
  readonly process: string;
  readonly applicantId: string;
  readonly form: Readonly<Record<string, unknown>>;
}

/** The case that was opened; or why it was refused, as a person would have been. */
export type OpenedCase = { readonly caseId: string } | { readonly refused: Text };

/** A change of other rows that belongs to the step and stands or falls with it. */
export type Effect =
  | { readonly kind: 'scrap-device'; readonly deviceId: string; readonly at: string }
  | { readonly kind: 'bind-attachments'; readonly ids: readonly string[] }
  | { readonly kind: 'file-document'; readonly document: FiledDocument }
  | { readonly kind: 'count-overrun'; readonly overrun: Overrun }
  | { readonly kind: 'void-decisions'; readonly taskIds: readonly string[] }
  | { readonly kind: 'release-locks' };

/** A document that was produced and stored. */
export interface FiledDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeInBytes: number;
  readonly at: string;
}

/** What the producer of a document is given: data, never words to print or bytes. */
export interface DocumentRequest {
  readonly id: string;
  readonly kind: string;
  readonly head: CaseHead;
  readonly state: CaseState;
  readonly data: Readonly<Record<string, unknown>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly decisions: readonly Decision[];
  readonly issuedAt: string;
  readonly journalHead: JournalHead;
  /** The clocks of the case and the calendar in which they run; missing where it has none. */
  readonly caseClocks?: readonly CaseClock[];
  readonly calendar?: CalendarRef;
}

/** What an accepted request did to its case. */
export const STEP_OUTCOMES = [
  ...OUTCOMES,
  'started',
  'claimed',
  'transferred',
  'delegated',
  'delegation-answered',
  'delegation-recalled',
  'nudged',
  'vote-withdrawn',
  'voter-added',
  'voter-removed',
  'paused',
  'resumed',
  'withdrawn',
  'cancelled',
  'rearmed',
  'substituted',
  'linked-closed',
  'hidden',
] as const;

/** The answer to an accepted request, kept so that the same key gets the same answer. */
export interface StepAnswer {
  readonly key: string;
  readonly bodyHash: string;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly outcome: (typeof STEP_OUTCOMES)[number];
  readonly at: string;
  readonly caseState: CaseState;
  readonly stage: string;
  readonly nextTasks: readonly string[];
}

/** A command that a step carried out, as it was sent; sent again, it makes the same step. */
export interface CarriedOut {
  /** The name of the update. */
  readonly update: string;
  readonly command: { readonly key: string };
}

/** All that one step leaves behind, written in one transaction. */
export interface StepRecord {
  readonly head: CaseHead;
  /** 1 for the first record of a case; a record is written once, whoever repeats it. */
  readonly seq: number;
  readonly runId: string;
  readonly at: string;
  readonly state: CaseState;
  readonly stage: string;
  readonly round: number;
  readonly closing: string | null;
  readonly waiting: Waiting;
  readonly data: Readonly<Record<string, unknown>>;
  readonly tasks: readonly Task[];
  /** The calendar in which the clocks run. */
  readonly calendar: CalendarRef;
  readonly clocks: readonly SlaClock[];
  readonly caseClocks: readonly CaseClock[];
  readonly breaches: readonly Breach[];
  readonly journal: readonly JournalDraft[];
  readonly journalHead: JournalHead;
  readonly mails: readonly MailDraft[];
  readonly answers: readonly StepAnswer[];
  readonly commands: readonly CarriedOut[];
  readonly effects: readonly Effect[];
  /** Missing where the case has reserved none. */
  readonly window?: CaseWindow;
  /** Missing where the case has opened none. */
  readonly links?: readonly LinkedCase[];
  /** The tasks of which it asks whether somebody has said something about the case meanwhile; missing where it asks nothing. */
  readonly listensTo?: readonly string[];
}

/** Whom a seat of an open task resolved to when it was recorded. */
export interface ResolvedSeat {
  readonly taskId: string;
  readonly seat: string;
  readonly candidates: readonly PersonName[];
  /** Keys added because nobody matched the rule. */
  readonly addedKeys: readonly string[];
  /** Who acts for those of them that are absent; missing where nobody does. */
  readonly substitutes?: readonly Substitute[];
  /** Those of them that are absent and for whom nobody may act on this task; missing where there are none. */
  readonly unserved?: readonly PersonName[];
  /** Whom the roster called by this step; nobody, where all are called already; missing where it was not asked. */
  readonly called?: readonly Called[];
}

/** What the workflow learns from the record of a step. */
export interface Recorded {
  readonly journalHead: JournalHead;
  readonly armed: readonly ArmedClock[];
  readonly resolved: readonly ResolvedSeat[];
  readonly mailIds: readonly string[];
  /** When (ISO) somebody last said something about the case, for each task that asked; null: nobody has. */
  readonly heard?: readonly { readonly taskId: string; readonly at: string | null }[];
  /** The sentence of what the case waits for, in Chinese. */
  readonly sentence: string;
}
