import type { z } from 'zod';
import type { absenceAnswer } from '../../models/contracts/absences';
import type { attachmentAnswer } from '../../models/contracts/attachment';
import type {
  calendarAnswer,
  calendarComparisonAnswer,
  calendarDraftAnswer,
  calendarImportPreview,
  calendarLineAnswer,
  calendarVersionAnswer,
  calendarYearAnswer,
  deadlineAnswer,
  publishAnswer,
} from '../../models/contracts/calendar-answers';
import type { callbackFiguresAnswer } from '../../models/contracts/callback-figures';
import type {
  CALLBACK_RESULTS,
  callbackBoardAnswer,
  callbackLineAnswer,
} from '../../models/contracts/callback-register';
import type {
  caseAnswer,
  caseDocumentsAnswer,
  caseLineAnswer,
  journalEntryAnswer,
  stepAnswer,
} from '../../models/contracts/case-answers';
import type { complaintLineAnswer } from '../../models/contracts/complaint-register';
import type { complaintStatisticsAnswer } from '../../models/contracts/complaint-statistics';
import type { faultBoardAnswer, faultFiguresAnswer, faultLineAnswer } from '../../models/contracts/fault-register';
import type { clashesAnswer, cockpitAnswer, cutoversAnswer } from '../../models/contracts/cutover-answers';
import type { caseClocksAnswer, taskDeadlineAnswer } from '../../models/contracts/deadline-answer';
import type { demoAnswer, meAnswer, signInAnswer, userAnswer } from '../../models/contracts/directory';
import type { fieldAnswer, formAnswer } from '../../models/contracts/form-answer';
import type { importAnswer, previewAnswer } from '../../models/contracts/imports';
import type { accessEntry, changeEntry } from '../../models/contracts/access-log';
import type { intakeSourceAnswer, intakeSourceWithSecret } from '../../models/contracts/intake';
import type { decisionLinkAnswer } from '../../models/contracts/decision-link';
import type { deactivateAnswer, openTask } from '../../models/contracts/open-tasks';
import type { teamAnswer } from '../../models/contracts/teams';
import type { customerAnswer, deviceAnswer } from '../../models/contracts/master-data';
import type { commentAnswer } from '../../models/contracts/comment';
import type { copyAnswer } from '../../models/contracts/copies';
import type { mailAnswer } from '../../models/contracts/mail';
import type { dutyAnswer, dutyChangeAnswer, rosterAnswer } from '../../models/contracts/roster-answers';
import type { sessionAnswer } from '../../models/contracts/sessions';
import type { serviceLevelsAnswer } from '../../models/contracts/service-levels';
import type { problemAnswer } from '../../models/contracts/problem';
import type { processAnswer } from '../../models/contracts/process-answer';
import type { searchItem } from '../../models/contracts/search';
import type {
  deliveryAnswer,
  deliveryWithEvent,
  webhookAnswer,
  webhookWithSecret,
} from '../../models/contracts/webhooks';
import type { taskAnswer, taskLineAnswer } from '../../models/contracts/task-answers';

// Types only: zod itself stays out of the bundle.
export type Absence = z.output<typeof absenceAnswer>;
export type Attachment = z.output<typeof attachmentAnswer>;
export type Case = z.output<typeof caseAnswer>;
export type CaseLine = z.output<typeof caseLineAnswer>;
export type CaseDocument = z.output<typeof caseDocumentsAnswer>['items'][number];
export type JournalEntry = z.output<typeof journalEntryAnswer>;
export type TaskDeadline = z.output<typeof taskDeadlineAnswer>;
export type CaseClocks = z.output<typeof caseClocksAnswer>;
export type Cockpit = z.output<typeof cockpitAnswer>;
export type CutoverPlan = NonNullable<Cockpit['plan']>;
export type CutoverStep = CutoverPlan['steps'][number];
export type CutoverPart = CutoverPlan['backup'];
export type Cutovers = z.output<typeof cutoversAnswer>;
export type CutoverWindow = Cutovers['items'][number];
export type Clashes = z.output<typeof clashesAnswer>;
export type Complaint = z.output<typeof complaintLineAnswer>;
export type ComplaintStatistics = z.output<typeof complaintStatisticsAnswer>;
export type ComplaintMonth = ComplaintStatistics['months'][number];
export type Fault = z.output<typeof faultLineAnswer>;
export type FaultBoard = z.output<typeof faultBoardAnswer>;
export type FaultFigures = z.output<typeof faultFiguresAnswer>;
export type Callback = z.output<typeof callbackLineAnswer>;
export type CallbackResultAsked = (typeof CALLBACK_RESULTS)[number];
export type CallbackBoard = z.output<typeof callbackBoardAnswer>;
export type CallbackFigures = z.output<typeof callbackFiguresAnswer>;
export type ServiceLevels = z.output<typeof serviceLevelsAnswer>;
export type Step = z.output<typeof stepAnswer>;
export type Demo = z.output<typeof demoAnswer>;
export type Me = z.output<typeof meAnswer>;
export type SignedIn = Extract<z.output<typeof signInAnswer>, { csrfToken: string }>;
export type Person = z.output<typeof userAnswer>;
export type Field = z.output<typeof fieldAnswer>;
export type Form = z.output<typeof formAnswer>;
export type Customer = z.output<typeof customerAnswer>;
export type AccessEntry = z.output<typeof accessEntry>;
export type ChangeEntry = z.output<typeof changeEntry>;
export type Deactivated = z.output<typeof deactivateAnswer>;
export type OpenTask = z.output<typeof openTask>;
export type Team = z.output<typeof teamAnswer>;
export type Roster = z.output<typeof rosterAnswer>;
export type Duty = z.output<typeof dutyAnswer>;
export type DutyChange = z.output<typeof dutyChangeAnswer>;
export type Device = z.output<typeof deviceAnswer>;
export type Comment = z.output<typeof commentAnswer>;
export type Copy = z.output<typeof copyAnswer>;
export type Mail = z.output<typeof mailAnswer>;
export type Session = z.output<typeof sessionAnswer>;
export type ProblemBody = z.output<typeof problemAnswer>;
export type Found = z.output<typeof searchItem>;
export type Process = z.output<typeof processAnswer>;
export type ImportPreview = z.output<typeof previewAnswer>;
export type ImportDone = z.output<typeof importAnswer>;
export type Calendar = z.output<typeof calendarAnswer>;
export type CalendarLine = z.output<typeof calendarLineAnswer>;
export type CalendarVersion = z.output<typeof calendarVersionAnswer>;
export type CalendarYear = z.output<typeof calendarYearAnswer>;
export type CalendarDay = CalendarYear['days'][number];
export type CalendarDraft = z.output<typeof calendarDraftAnswer>;
export type CalendarComparison = z.output<typeof calendarComparisonAnswer>;
export type CalendarImportPreview = z.output<typeof calendarImportPreview>;
export type CalendarPublished = z.output<typeof publishAnswer>;
export type DeadlineTried = z.output<typeof deadlineAnswer>;
export type DecisionLink = z.output<typeof decisionLinkAnswer>;
export type Task = z.output<typeof taskAnswer>;
export type TaskLine = z.output<typeof taskLineAnswer>;
export type IntakeSource = z.output<typeof intakeSourceAnswer>;
export type IntakeSourceWithSecret = z.output<typeof intakeSourceWithSecret>;
export type Webhook = z.output<typeof webhookAnswer>;
export type WebhookWithSecret = z.output<typeof webhookWithSecret>;
export type Delivery = z.output<typeof deliveryAnswer>;
export type DeliveryWithEvent = z.output<typeof deliveryWithEvent>;

/** A page of a list. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor: string | null;
}
