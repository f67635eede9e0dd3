import { defineQuery, defineUpdate } from '@temporalio/workflow';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import type { ActedFor } from '../models/absences';
import type { CalendarRef } from '../models/contracts/calendar';
import type { Actor, PersonName, Whom } from '../models/contracts/people';
import type { Place } from '../models/contracts/quorum';
import type { JournalHead, LinkedCase, StepAnswer } from '../models/contracts/record';
import type { Outcome } from '../models/codes';

/** What every command to a case carries: who, when, under which key, and the hash of the body it came with. */
export interface Command {
  /** When the API took it; a step happens at the instant of what caused it, however often it is tried. */
  readonly at: string;
  readonly key: string;
  readonly bodyHash: string;
  readonly actor: Actor;
}

/** A person decides a task. */
export interface CompleteTask extends Command {
  readonly taskId: string;
  readonly outcome: Outcome;
  readonly comment: string;
  readonly returnTo: string | null;
  readonly form: Readonly<Record<string, unknown>>;
  readonly names: Readonly<Record<string, string>>;
  readonly attachments: readonly string[];
}

/** A person takes a task that several could do. */
export interface ClaimTask extends Command {
  readonly taskId: string;
}

/** A task is handed to another person for good 转办. */
export interface TransferTask extends Command {
  readonly taskId: string;
  /** Whose it must still be, where somebody else hands it over: theirs, or nobody's. */
  readonly from?: string;
  /** Which seat, of a task that several decide. */
  readonly seat?: string;
  readonly to: PersonName;
  readonly reason: string;
}

/** Somebody is asked for their opinion 委派; the task comes back with it. */
export interface DelegateTask extends Command {
  readonly taskId: string;
  readonly to: PersonName;
  readonly reason: string;
}

/** Who was asked says what they think; the task goes back. */
export interface AnswerDelegation extends Command {
  readonly taskId: string;
  readonly comment: string;
}

/** Who delegated a task takes it back; or it ends, because the one who was asked leaves. */
export interface RecallTask extends Command {
  readonly taskId: string;
  /** The id of who leaves; missing where it is taken back. */
  readonly leaver?: string;
  readonly reason: string;
}

/** Who waits for a task asks those who have it at hand to do it soon 催办. */
export interface NudgeTask extends Command {
  readonly taskId: string;
  readonly reason: string;
}

/** Somebody takes their own vote back 撤回, while the vote runs. */
export interface WithdrawVote extends Command {
  readonly taskId: string;
  readonly reason: string;
}

/** One more person has to vote 加签: before or after the one who asks, or alongside all. */
export interface AddVoter extends Command {
  readonly taskId: string;
  readonly to: PersonName;
  readonly place: Place;
  readonly reason: string;
}

/** A seat is taken away 减签. */
export interface RemoveVoter extends Command {
  readonly taskId: string;
  readonly seat: string;
  readonly reason: string;
}

/** The clock of a task stands still from now on: somebody waits for the customer, for a part. */
export interface PauseTask extends Command {
  readonly taskId: string;
  readonly reason: string;
  /** When it goes on by itself (ISO, UTC); missing where somebody lets it go on. */
  readonly until?: string;
}

/** The clock of a task goes on. */
export interface ResumeTask extends Command {
  readonly taskId: string;
}

/** The applicant withdraws, or somebody with the right cancels. */
export interface CloseCase extends Command {
  readonly reason: string;
  /** True where it is withdrawn only as long as nobody has anything of it in hand. */
  readonly isUnlessBegun?: boolean;
}

/** A new version of the calendar is in force: the running clocks are set anew. */
export interface Rearm extends Command {
  readonly calendar: CalendarRef;
  /** Null when new holidays made the version. */
  readonly publishedBy: PersonName | null;
}

/** Somebody's absence has begun, has changed or is over: who acts for them is looked up anew. */
export interface AbsenceChanged extends Command, ActedFor {}

/** A case that the procedure opened has ended. */
export interface LinkedClosed extends Command, LinkedCase {}

/** Who turns out to be meant by what this case is about: it is hidden from them as well. */
export interface HideCase extends Command {
  readonly ids: readonly string[];
}

/** Where a case stands, asked of the workflow itself. */
export interface Position {
  readonly stage: string;
  readonly round: number;
  readonly recordSeq: number;
  readonly journalHead: JournalHead;
  readonly openTasks: readonly { readonly id: string; readonly whom: readonly Whom[] }[];
}

export const begin = defineUpdate<StepAnswer, [string]>('begin');
export const completeTask = defineUpdate<StepAnswer, [CompleteTask]>('complete');
export const claimTask = defineUpdate<StepAnswer, [ClaimTask]>('claim');
export const transferTask = defineUpdate<StepAnswer, [TransferTask]>('transfer');
export const delegateTask = defineUpdate<StepAnswer, [DelegateTask]>('delegate');
export const answerDelegation = defineUpdate<StepAnswer, [AnswerDelegation]>('answerDelegation');
export const recallTask = defineUpdate<StepAnswer, [RecallTask]>('recall');
export const nudgeTask = defineUpdate<StepAnswer, [NudgeTask]>('nudge');
export const withdrawVote = defineUpdate<StepAnswer, [WithdrawVote]>('withdrawVote');
export const addVoter = defineUpdate<StepAnswer, [AddVoter]>('addVoter');
export const removeVoter = defineUpdate<StepAnswer, [RemoveVoter]>('removeVoter');
export const pauseTask = defineUpdate<StepAnswer, [PauseTask]>('pause');
export const resumeTask = defineUpdate<StepAnswer, [ResumeTask]>('resume');
export const withdrawCase = defineUpdate<StepAnswer, [CloseCase]>('withdraw');
export const cancelCase = defineUpdate<StepAnswer, [CloseCase]>('cancel');
export const rearm = defineUpdate<StepAnswer, [Rearm]>('rearm');
export const absenceChanged = defineUpdate<StepAnswer, [AbsenceChanged]>('absence');
export const linkedClosed = defineUpdate<StepAnswer, [LinkedClosed]>('linkedClosed');
export const hideCase = defineUpdate<StepAnswer, [HideCase]>('hide');
export const position = defineQuery<Position>('position');

/** The search attributes by which managers find cases in the Temporal UI. */
export const SEARCH_ATTRIBUTES = {
  process: defineSearchAttributeKey('OpsflowProcess', SearchAttributeType.KEYWORD),
  customer: defineSearchAttributeKey('OpsflowCustomer', SearchAttributeType.KEYWORD),
  state: defineSearchAttributeKey('OpsflowState', SearchAttributeType.KEYWORD),
  stage: defineSearchAttributeKey('OpsflowStage', SearchAttributeType.KEYWORD),
  priority: defineSearchAttributeKey('OpsflowPriority', SearchAttributeType.KEYWORD),
};
