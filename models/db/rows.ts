import type { Away } from '../absences';
import type { ATTENTION_CODES, CaseState, Outcome, Priority } from '../codes';
import type { Breach, CaseClockRow, Overrun } from '../contracts/case-clock';
import type { CalendarInput, CalendarRef } from '../contracts/calendar';
import type { HolidayYear } from '../contracts/holidays';
import type { Audience } from '../contracts/comment';
import type { IntakeKind } from '../contracts/intake';
import type { MailChoices } from '../contracts/mail-choices';
import type { Grant, PersonName } from '../contracts/people';
import type {
  CaseWindow,
  LinkedCase,
  CarriedOut,
  FiledDocument,
  JournalEntry,
  JournalHead,
  JournalKind,
  MailKind,
  Recorded,
  StartInput,
} from '../contracts/record';
import type { ServiceLevels } from '../contracts/service-levels';
import type { NextOfLadder, Pause, WaitingRow } from '../contracts/waiting';
import type { Task } from '../contracts/task';
import type { Policy } from '../contracts/policy';
import type { DutyChange, RosterInput } from '../contracts/roster';
import type { TEST_EVENT, WebhookFormat } from '../contracts/webhook-formats';

/** What is counted of a fault that has ended, written with its end, so that a month's figures read nothing else. */
export interface FaultFigureRow {
  /** The case. */
  readonly _id: string;
  readonly at: Date;
  /** Of the end, in the company's zone: `2026-11`. */
  readonly month: string;
  readonly state: CaseState;
  readonly customerId: string | null;
  readonly customer: PersonName | null;
  readonly level: string | null;
  readonly urgency: string | null;
  readonly class: string | null;
  readonly cause: string | null;
  readonly engineer: PersonName | null;
  /** The clocks of the case that were overrun. */
  readonly breached: readonly string[];
  /** What the clocks of the answer and of the solution used; null where they never ran. */
  readonly answeredInMs: number | null;
  readonly solvedInMs: number | null;
}

/** A row that people edit; the version becomes its ETag. */
export interface Versioned {
  readonly _id: string;
  readonly version: number;
  readonly updatedAt: Date;
}

/** A row that people search for. */
export interface Searched {
  /** The terms by which it is found, written with the row and read by nobody. */
  readonly search?: readonly string[];
}

/** Somebody who signs in. */
export interface UserRow extends Versioned, Searched {
  readonly username: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly language: 'zh' | 'en';
  /** What they often say when they decide; nobody else sees it. Missing: nothing yet. */
  readonly phrases?: readonly string[];
  readonly passwordHash: string;
  /** The team and the manager of one of the company's own people. */
  readonly teamId: string | null;
  readonly managerId: string | null;
  readonly grants: readonly Grant[];
  /** The keys of the grants and of the person, for matching tasks. */
  readonly keys: readonly string[];
  /** What they have chosen about their mails; missing: nothing. */
  readonly mailChoices?: MailChoices;
  readonly isActive: boolean;
  /** Links by which they could decide count from then on; missing: all do. */
  readonly linksFrom?: Date;
  /** Until then nobody gives them another task, since they are being deactivated; null for everybody else. */
  readonly leavingUntil: Date | null;
  readonly isDemo: boolean;
}

/** A team of the company. */
export interface TeamRow extends Versioned, Searched {
  readonly name: string;
  readonly leaderId: string | null;
}

/** Somebody's absence; the instants are ISO in UTC, so that they compare as text. */
export interface AbsenceRow extends Versioned, Away {
  readonly reason: string;
  readonly isCancelled: boolean;
}

/** The duty roster 值班表 of a team; its id is that of the team. */
export interface RosterRow extends Versioned {
  readonly roster: RosterInput;
  readonly updatedBy: PersonName;
}

/** A change of who is on duty; the instants are ISO in UTC, so that they compare as text. */
export interface DutyChangeRow extends Versioned, DutyChange {
  readonly teamId: string;
  readonly enteredAt: string;
  readonly enteredBy: PersonName;
  /** The other half of a swap 换班. */
  readonly swapWith: string | null;
  readonly isCancelled: boolean;
}

/** A sign-in; its id is the sha256 of the token. */
export interface SessionRow {
  readonly _id: string;
  readonly userId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the minute. */
  readonly lastSeenAt: Date;
  /** From where, and with what: the browser and its system, in short. */
  readonly address: string;
  readonly agent: string;
}

/** A link by which somebody without an account decides one task; its id is the sha256 of the token that only their mail holds. */
export interface DecisionLinkRow {
  readonly _id: string;
  readonly taskId: string;
  readonly caseId: string;
  readonly personId: string;
  /** Where the mail went; once that is no longer the person's address, the link is of no use. */
  readonly address: string;
  readonly mailId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

/** Wrong passwords of an account or an address; its id is a hash, since people type passwords where names belong. */
export interface SignInFailuresRow {
  readonly _id: string;
  readonly failures: number;
  readonly expiresAt: Date;
}

/** A contact at a customer's. */
export interface Contact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly post: string;
  readonly isVip: boolean;
}

/** A customer [processes §0 Master data]. */
export interface CustomerRow extends Versioned, Searched {
  readonly name: string;
  readonly kind: 'core' | 'non-core';
  readonly tier: 'standard' | 'silver' | 'gold';
  readonly emergencyVisit: 'at-once' | 'after-remote';
  readonly contacts: readonly Contact[];
  readonly sites: readonly { readonly name: string; readonly address: string }[];
}

/** A contract with a customer. */
export interface ContractRow extends Versioned, Searched {
  readonly number: string;
  readonly customerId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly tier: 'standard' | 'silver' | 'gold';
  readonly serviceHours: string;
  /** The calendar in which the clocks of cases under it run; null: the company's. */
  readonly calendarId: string | null;
  readonly limits: readonly {
    readonly class: string;
    readonly responseInMinutes: number;
    readonly resolutionInMinutes: number;
  }[];
  readonly inspectionRoundsPerYear: number;
  readonly deviceIds: readonly string[];
}

/** The states of a device. */
export type DeviceState = 'in-use' | 'powered-off' | 'replaced' | 'in-repair' | 'scrapped';

/** A device; serial number, location, business system and business level are mandatory [000 §4]. */
export interface DeviceRow extends Versioned, Searched {
  readonly customerId: string;
  readonly name: string;
  readonly model: string;
  readonly serialNumber: string;
  readonly assetNumber: string;
  readonly location: string;
  readonly businessSystem: string;
  readonly businessLevel: string;
  readonly purchasedOn: string | null;
  readonly valueInYuan: number | null;
  readonly state: DeviceState;
  /** The case that scrapped it. */
  readonly scrappedBy: string | null;
}

/** Why a case needs an administrator 需要处理. */
export interface Attention {
  readonly code: (typeof ATTENTION_CODES)[number];
  readonly detail: string;
  readonly since: Date;
}

/** A case as lists and pages show it. */
export interface CaseRow extends Searched {
  readonly _id: string;
  readonly process: string;
  readonly customer: PersonName | null;
  readonly customerId: string | null;
  readonly applicant: PersonName;
  readonly subject: string;
  readonly priority: Priority;
  readonly state: CaseState;
  readonly stage: string;
  readonly round: number;
  readonly closing: string | null;
  readonly waiting: WaitingRow;
  readonly dueAt: Date | null;
  /** A holiday notice that is not out yet may move it; missing in older rows. */
  readonly isDueProvisional?: boolean;
  readonly startedAt: Date;
  readonly updatedAt: Date;
  readonly closedAt: Date | null;
  readonly data: Readonly<Record<string, unknown>>;
  /** The case whose procedure opened it, and when that was told of its end; missing where a person did, or it was not told yet. */
  readonly origin?: string;
  readonly originToldAt?: Date;
  /** The cases that its own procedure opened, as far as it was told of them; missing where it has opened none. */
  readonly links?: readonly LinkedCase[];
  /** The time in which it works on things; missing where it has reserved none. */
  readonly window?: WindowRow;
  readonly documents: readonly FiledDocument[];
  /** The persons who never learn of it; missing where there are none. */
  readonly hiddenFrom?: readonly string[];
  /** Everybody who acted on it; they may always see it. */
  readonly people: readonly string[];
  /** How often it was copied to people (抄送): of two who do so at once, one waits for the other; missing: never. */
  readonly copied?: number;
  readonly journalHead: JournalHead;
  /** The calendar in which its clocks run. */
  readonly calendar?: CalendarRef;
  /** The clocks of the whole case, and the deadlines that were overrun; older cases have none. */
  readonly clocks?: readonly CaseClockRow[];
  readonly breaches?: readonly Breach[];
  readonly isBreached?: boolean;
  readonly recordSeq: number;
  readonly runIds: readonly string[];
  readonly attention: Attention | null;
  readonly checkedAt: Date;
  /** The record up to which workflow and record are known to agree. */
  readonly agreedSeq?: number;
  readonly historyFiledAt: Date | null;
}

/** The time in which a case works on devices and on a business system. */
export interface WindowRow extends Omit<CaseWindow, 'from' | 'to' | 'until'> {
  readonly from: Date;
  readonly to: Date;
  readonly until?: Date | null;
}

/** A task as inboxes show it. */
export interface TaskRow extends Omit<Task, 'id' | 'openedAt' | 'closedAt'> {
  readonly _id: string;
  readonly process: string;
  readonly customerId: string | null;
  readonly subject: string;
  readonly applicant: PersonName;
  readonly priority: Priority;
  /** The keys of which one opens it in an inbox: of the assignees, or of all who could take it. */
  readonly openTo: readonly string[];
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly dueAt: Date | null;
  /** A holiday notice that is not out yet may move it; missing in older rows. */
  readonly isDueProvisional?: boolean;
  /** When it is due; far in the future for a task without a deadline, so that lists can be ordered by it. */
  readonly sortAt: Date;
  /** The version of the calendar in which its clock ran last; older tasks have none of the following. */
  readonly calendar?: CalendarRef;
  readonly pause?: Pause | null;
  /** What comes first of the limit to take it in hand, or to go on with it; missing in older rows. */
  readonly watchNext?: NextOfLadder | null;
  readonly breachedAt?: Date | null;
  readonly isVoid: boolean;
  readonly decidedBy: PersonName | null;
  /** Everybody who has answered it, and when that was last, or it was closed. */
  readonly votedBy: readonly string[];
  readonly decidedAt: Date | null;
  readonly outcome: Outcome | null;
}

/** An overrun deadline, for the monthly figures [002 §3.2]; its id is that of the clock. */
export interface OverrunRow extends Omit<Overrun, 'clockId' | 'at' | 'budgetInMs'> {
  /** Also of a budget in working days: what those came to. */
  readonly budgetInMs: number;
  readonly _id: string;
  readonly caseId: string;
  readonly process: string;
  readonly customerId: string | null;
  readonly at: Date;
  /** Of the deadline, in the company's zone: `202610`. */
  readonly month: string;
  readonly calendar: CalendarRef;
}

/** An entry of a case's journal; its id is `<case>#<seq>`. */
export type JournalRow = JournalEntry & { readonly _id: string };

/** What somebody wrote about a case. */
export interface CommentRow {
  readonly _id: string;
  readonly caseId: string;
  readonly at: Date;
  readonly by: PersonName;
  readonly text: string;
  /** Older comments have none: everybody who sees the case reads them. */
  readonly audience?: Audience;
  readonly mentions?: readonly PersonName[];
}

/** That a case was copied to somebody (抄送), who has read it or not. */
export interface CopyRow {
  readonly _id: string;
  readonly caseId: string;
  readonly process: string;
  readonly subject: string;
  readonly to: PersonName;
  readonly by: PersonName;
  readonly at: Date;
  readonly message: string;
  readonly readAt: Date | null;
  readonly note: string;
}

/** A recorded step, so that writing it again gives the same result, and what it carried out can be sent again; its id is `<case>#<seq>`. */
export interface StepRow {
  readonly _id: string;
  readonly caseId: string;
  readonly seq: number;
  readonly stepHash: string;
  readonly result: Recorded;
  readonly commands: readonly CarriedOut[];
  readonly at: Date;
}

/** An answer that a key gets again. */
export interface AnswerRow {
  readonly _id: string;
  readonly bodyHash: string;
  readonly status: number;
  readonly body: unknown;
  readonly etag?: number | null;
  readonly at: Date;
}

/** What the API has promised to start: the case's number, its key and its locks. */
export interface IntakeRow {
  readonly _id: string;
  readonly process: string;
  readonly answerKey: string;
  readonly bodyHash: string;
  readonly locks: readonly string[];
  readonly input: StartInput;
  readonly state: 'reserved' | 'started' | 'closed';
  readonly createdAt: Date;
  /** Of what came by a source: when it was noted last on the case, and since when it is being withdrawn. */
  readonly notedAt?: Date;
  readonly endingSince?: Date;
}

/** A way by which faults come in from outside: a form or a monitoring system of one customer, with the hashes of its secrets. */
export interface IntakeSourceRow extends Versioned {
  readonly name: string;
  readonly kind: IntakeKind;
  readonly customerId: string;
  /** How the service desk is reached; shown to who has reported something. */
  readonly contact: string | null;
  /** Of alerts: what recovers before anybody has begun is withdrawn. */
  readonly closesOnRecovery: boolean;
  readonly isEnabled: boolean;
  /** The newest first; until when: null for the one in force. */
  readonly secrets: readonly { readonly hash: string; readonly createdAt: Date; readonly expiresAt: Date | null }[];
}

/** A mail that came into the mailbox, kept before anything is done with it; its id is the hash of its Message-ID. */
export interface IntakeMailRow {
  readonly _id: string;
  readonly messageId: string;
  readonly from: string;
  readonly subject: string;
  readonly receivedAt: Date;
  /** How often it was begun with; what keeps failing is left to people. */
  readonly tries: number;
  /** Until then whoever has begun with it has the time to do it. */
  readonly leaseUntil: Date;
  /** What became of it; null while nothing has. */
  readonly outcome: MailOutcome | null;
  readonly caseId: string | null;
}

/** What becomes of a mail that comes in. */
export type MailOutcome = 'opened' | 'added' | 'bounced' | 'own' | 'automatic' | 'stranger' | 'failed';

/** How much has come of one source or address in the window that ends then; its id is a hash. */
export interface IntakeCountRow {
  readonly _id: string;
  readonly count: number;
  readonly expiresAt: Date;
}

/** One attempt to send a message. */
export interface SendAttempt {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly result: 'sent' | 'refused' | 'failed' | 'unknown' | null;
  readonly reply: string;
  /** The HTTP status, where one was answered. */
  readonly status?: number;
}

/** The part of a message's row that sending changes. */
export interface SendState {
  readonly state: 'queued' | 'sending' | 'sent' | 'refused' | 'unknown';
  readonly attempts: readonly SendAttempt[];
  readonly leaseUntil: Date | null;
  readonly nextAttemptAt: Date;
  readonly sentAt: Date | null;
  /** How many attempts had been made when somebody asked for it to be sent again; missing: nobody has. */
  readonly earlierAttempts?: number;
}

/** A mail on its way. */
export interface MailRow extends SendState {
  readonly _id: string;
  readonly messageId: string;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly step: string;
  readonly kind: MailKind;
  readonly process: string;
  readonly subject: string;
  readonly customerName: string | null;
  readonly applicant: PersonName;
  readonly recipient: PersonName & {
    readonly address: string;
    readonly language: 'zh' | 'en';
    /** They have no account: what they are asked to decide, they decide by a link in the mail. */
    readonly hasNoAccount?: true;
  };
  readonly details: Readonly<Record<string, unknown>>;
  readonly dueAt: Date | null;
  /** The end of the recipient's quiet hours in which it was written; missing where it was not. */
  readonly heldUntil?: Date;
  readonly createdAt: Date;
}

/** A secret with which an endpoint's events are signed, encrypted; until when: null for the one in force. */
export interface SealedSecret {
  readonly sealed: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** An endpoint that events are sent to. */
export interface WebhookRow extends Versioned {
  readonly name: string;
  readonly format: WebhookFormat;
  /** Its address, encrypted, since that of a robot lets anybody write to the group; and as it is shown. */
  readonly sealedUrl: string;
  readonly url: string;
  /** The newest first. */
  readonly secrets: readonly SealedSecret[];
  readonly events: readonly JournalKind[];
  /** Of which procedures and customers; none: of all. The first endpoints knew of no customers. */
  readonly processes: readonly string[];
  readonly customers?: readonly string[];
  readonly language: 'zh' | 'en';
  readonly isEnabled: boolean;
  readonly disabledBecause: 'by-hand' | 'failing' | 'gone' | null;
  readonly failingSince: Date | null;
  /** When it was last sent something, for the pace that a robot asks for. */
  readonly pace: readonly Date[];
}

/** What an event tells: the case as it was, and the entry of its journal; both null in a test. */
export interface HookedEvent {
  readonly at: string;
  readonly case: {
    readonly id: string;
    readonly process: string;
    readonly subject: string;
    readonly priority: Priority;
    readonly state: CaseState;
    readonly stage: string;
    readonly customer: PersonName | null;
    readonly applicant: PersonName;
  } | null;
  readonly entry: Pick<JournalEntry, 'seq' | 'by' | 'stage' | 'taskId' | 'details' | 'hash'> | null;
}

/** An event on its way to an endpoint; its id is the `webhook-id`. */
export interface DeliveryRow extends SendState {
  readonly _id: string;
  readonly webhookId: string;
  readonly format: WebhookFormat;
  readonly kind: JournalKind | typeof TEST_EVENT;
  readonly caseId: string | null;
  readonly seq: number | null;
  readonly event: HookedEvent;
  readonly createdAt: Date;
}

/** A file that somebody uploaded; without a case it is removed after its time. */
export interface AttachmentRow {
  readonly _id: string;
  readonly ownerId: string;
  readonly caseId: string | null;
  readonly fileName: string;
  readonly contentType: string;
  readonly sizeInBytes: number;
  readonly sha256: string;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

/** A document of a case. */
export interface DocumentRow {
  readonly _id: string;
  readonly caseId: string;
  readonly kind: string;
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly sizeInBytes: number;
  readonly at: Date;
}

/** An entry of the access log. */
export interface AccessRow {
  readonly _id: number;
  readonly at: string;
  readonly personId: string | null;
  readonly address: string;
  readonly action: string;
  readonly target: string;
  readonly result: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly previousHash: string;
  readonly hash: string;
}

/** The policy of a procedure where an administrator has set it. */
export interface PolicyRow extends Versioned {
  readonly policy: Policy;
}

/** The limits that an administrator has set: one row for the company. */
export interface ServiceLevelsRow extends Versioned {
  readonly levels: ServiceLevels;
}

/** A published version of a calendar; its id is `5x8@3`. */
export interface CalendarRow {
  readonly _id: string;
  readonly calendarId: string;
  readonly version: number;
  readonly calendar: CalendarInput;
  /** The holidays that the company entered itself. */
  readonly holidayYears: readonly HolidayYear[];
  /** The years that were announced when it was published, from ten before on, as the library knew them. */
  readonly libraryYears?: readonly HolidayYear[];
  /** The last year whose holidays were known when it was published; null without public holidays. */
  readonly knownUntil: number | null;
  readonly publishedAt: Date;
  /** Null for the one that came with the installation, or that new holidays made. */
  readonly publishedBy: PersonName | null;
  readonly note: string;
}

/** What is being changed of a calendar; the row stays when it is published or given up, so that its version goes on counting. */
export interface CalendarDraftRow extends Versioned {
  /** The published version from which it was made; 0: none. */
  readonly base: number;
  /** Null while nothing is being changed. */
  readonly content: { readonly calendar: CalendarInput; readonly holidayYears: readonly HolidayYear[] } | null;
  readonly updatedBy: PersonName;
}

/** A counter, such as the last case number of a day; that of a chained log keeps the hash of its last entry too. */
export interface CounterRow {
  readonly _id: string;
  readonly value: number;
  readonly hash?: string;
}

/** A migration that has run. */
export interface MigrationRow {
  readonly _id: string;
  readonly at: Date;
}
