import { continueAsNew } from '@temporalio/workflow';
import type { CaseState } from '../../models/codes';
import type { Whom } from '../../models/contracts/people';
import type { JournalHead, MailDraft, StartInput } from '../../models/contracts/record';
import type { Text } from '../../models/contracts/text';
import { startCaseClock } from './case-clocks';
import { voidDecisions } from './void-decisions';
import { closeCase } from './close-case';
import { registerCommands } from './commands';
import { Desk } from './desk';
import { newProgress, type CarriedProgress, type Progress } from './progress';
import { Recorder } from './recorder';
import { StageLeft } from './stops';

/** Where a stage sends the case: on, back to an earlier stage, once more on from one, ahead to a later one, or to its end. */
export type Go =
  | { readonly go: 'next' }
  | { readonly go: 'again'; readonly to: string }
  | { readonly go: 'ahead'; readonly to: string }
  | ({ readonly go: 'back'; readonly to: string } & Because)
  | { readonly go: 'end'; readonly state: Exclude<CaseState, 'open'> };

/** Why a case goes back, where no approver sends it back. */
export interface Because {
  readonly cause?: Text;
  /** The stages whose decisions stand all the same. */
  readonly keeps?: readonly string[];
  /** Who is told besides the applicant. */
  readonly tells?: readonly Whom[];
}

/** One stage of a procedure: reads like its paragraph of the document. */
export type Stage<Data> = (desk: Desk<Data>) => Promise<Go> | Go;

/** A procedure: its own state, and its stages in order. */
export interface Procedure<Data> {
  readonly begin: (input: StartInput) => Data;
  readonly stages: Readonly<Record<string, Stage<Data>>>;
  /** The clocks of the whole case that start with it, where the policy sets a deadline. */
  readonly clocks?: readonly string[];
  /** From this stage on, the case can no longer be withdrawn or cancelled. */
  readonly noEndingFrom?: string;
  /** Once somebody has taken up a task of this stage, the applicant can no longer withdraw the case. */
  readonly noWithdrawalFrom?: string;
  /** Who neither withdraws nor cancels the case, since it is on what they did. */
  readonly noEndingBy?: (data: Data) => readonly string[];
  /** Others are joined to it from the one stage on and before the other; missing where they always may be. */
  readonly joins?: { readonly from: string; readonly before: string };
  /** What is made and told once the case was cancelled. */
  readonly whenCancelled?: (desk: Desk<Data>) => Promise<void>;
}

/** How a case ended; the result of its workflow. */
export interface CaseResult {
  readonly state: CaseState;
  readonly stage: string;
  readonly journalHead: JournalHead;
}

/** The case goes on to the next stage. */
export const next = (): Go => ({ go: 'next' });
/** The case goes back to an earlier stage; what was decided from there on is void, but for what is kept. */
export const back = (to: string, because: Because = {}): Go => ({ go: 'back', to, ...because });
/** The case goes on at an earlier stage once more: what was decided stands, whatever is sent back later, and all is asked anew. */
export const again = (to: string): Go => ({ go: 'again', to });
/** The case leaves out the stages up to a later one. */
export const ahead = (to: string): Go => ({ go: 'ahead', to });
/** The case ends. */
export const end = (state: Exclude<CaseState, 'open'>): Go => ({ go: 'end', state });

/** Makes the workflow of a procedure: it walks the stages, records each step, and can continue as new at any question. */
export function procedure<Data>(definition: Procedure<Data>) {
  const stages = Object.keys(definition.stages);

  return async function run(input: StartInput, carried?: CarriedProgress<Data>): Promise<CaseResult> {
    const progress: Progress<Data> = carried
      ? { ...newProgress(input, carried.data, carried.stage), ...carried }
      : newProgress(input, definition.begin(input), stages[0] ?? '');
    const recorder = new Recorder(progress);
    progress.withdrawal = withdrawalIn(progress, stages, definition.noWithdrawalFrom);
    progress.noEndingBy = definition.noEndingBy?.(progress.data) ?? [];
    progress.joining = joiningIn(progress, stages, definition.joins);
    registerCommands(progress, recorder);
    if (!carried) noteStart(progress, recorder, definition.clocks ?? []);
    const desk = new Desk(progress, recorder, stages);
    try {
      await walk(definition, stages, progress, recorder, desk);
    } catch (left) {
      if (!(left instanceof StageLeft)) throw left;
      if (left.because === 'continues-as-new') {
        await recorder.finish();
        const { input: _same, ...carry } = progress;
        // Somebody may have ended the case while the run was being finished.
        if (progress.state === 'open') return await continueAsNew<typeof run>(input, carry);
      }
    }
    closeCase(progress, recorder);
    if (progress.state === 'cancelled' && definition.whenCancelled) {
      desk.afterEnd();
      await definition.whenCancelled(desk);
    }
    await recorder.finish();
    return { state: progress.state, stage: progress.stage, journalHead: progress.journalHead };
  };
}

async function walk<Data>(
  definition: Procedure<Data>,
  stages: readonly string[],
  progress: Progress<Data>,
  recorder: Recorder,
  desk: Desk<Data>,
): Promise<void> {
  for (;;) {
    const stage = definition.stages[progress.stage];
    if (!stage) throw new Error(`no stage ${progress.stage}`);
    desk.enterStage();
    const go = await stage(desk);
    if (go.go === 'end') {
      progress.state = go.state;
      return;
    }
    if (go.go === 'back') sendBack(progress, recorder, stages, go);
    if (go.go === 'again') settle(progress, stages, go.to);
    enter(progress, recorder, go.go === 'next' ? (stages[stages.indexOf(progress.stage) + 1] ?? '') : go.to);
    progress.mayBeEnded = isBefore(stages, progress.stage, definition.noEndingFrom);
    progress.withdrawal = withdrawalIn(progress, stages, definition.noWithdrawalFrom);
    progress.joining = joiningIn(progress, stages, definition.joins);
  }
}

// What has been taken up once stays so, also where the case is in that stage again.
function withdrawalIn(
  { withdrawal, stage }: Progress<unknown>,
  stages: readonly string[],
  from: string | undefined,
): Progress<unknown>['withdrawal'] {
  if (withdrawal === 'over' || from === undefined) return withdrawal;
  if (stage === from) return 'until-taken-up';
  return isBefore(stages, stage, from) ? 'free' : 'over';
}

function joiningIn(
  { stage }: Progress<unknown>,
  stages: readonly string[],
  joins: Procedure<unknown>['joins'],
): Progress<unknown>['joining'] {
  if (!joins) return 'open';
  if (isBefore(stages, stage, joins.from)) return 'not-yet';
  return isBefore(stages, stage, joins.before) ? 'open' : 'over';
}

function isBefore(stages: readonly string[], stage: string, later: string | undefined): boolean {
  return later === undefined || stages.indexOf(stage) < stages.indexOf(later);
}

function enter(progress: Progress<unknown>, recorder: Recorder, stage: string): void {
  progress.visitedStages.push(progress.stage);
  progress.stage = stage;
  progress.visit = {};
  progress.openTasks.splice(
    0,
    progress.openTasks.length,
    ...progress.openTasks.filter((task) => task.status === 'open'),
  );
  recorder.note('stage-entered', { details: { stage, round: progress.round } });
}

function settle(progress: Progress<unknown>, stages: readonly string[], to: string): void {
  const walkedAnew = stages.slice(stages.indexOf(to));
  const { decisions, settled } = progress;
  const standing = decisions.filter(({ isVoid, stage }) => !isVoid && walkedAnew.includes(stage));
  for (const { taskId } of standing) if (!settled.includes(taskId)) settled.push(taskId);
}

function sendBack(
  progress: Progress<unknown>,
  recorder: Recorder,
  stages: readonly string[],
  { to, cause, keeps = [], tells = [] }: Because & { readonly to: string },
): void {
  const undone = stages.slice(stages.indexOf(to)).filter((stage) => !keeps.includes(stage));
  const taskIds = voidDecisions(progress, recorder, undone);
  progress.round += 1;
  const details = { from: progress.stage, to, round: progress.round, void: taskIds, ...(cause && { cause }) };
  const applicant: Whom = { kind: 'persons', ids: [progress.input.head.applicant.id] };
  // Sent back to its first stage, the applicant's own task there says so.
  const told = to === stages[0] ? [] : [applicant, ...tells];
  const why = becauseOf(progress, cause);
  const mail = { kind: 'case-returned', step: to, taskId: null, excluded: [], details: why } as const;
  recorder.note(
    'returned',
    { details },
    told.map((whom): MailDraft => ({ ...mail, to: whom })),
  );
}

/** The words of who sent it back; else what the procedure says. */
function becauseOf({ decisions }: Progress<unknown>, cause: Text | undefined): MailDraft['details'] {
  const last = decisions.at(-1);
  if (cause) return { cause };
  return last?.outcome === 'return' ? { returnedBy: last.by.name, reason: last.comment } : {};
}

function noteStart(progress: Progress<unknown>, recorder: Recorder, clocks: readonly string[]): void {
  const { head, request, facts, attachments, answerKey, bodyHash, locks } = progress.input;
  recorder.note('case-started', { at: head.startedAt, by: head.applicant, details: { request, facts, locks } });
  recorder.note('stage-entered', { details: { stage: progress.stage, round: progress.round } });
  for (const name of clocks) startCaseClock(progress, recorder, name, progress.input.policy.caseDeadlines?.[name]);
  recorder.buffer.answer({ key: answerKey, bodyHash, taskId: null, outcome: 'started', at: head.startedAt });
  if (attachments.length > 0) recorder.buffer.effect({ kind: 'bind-attachments', ids: attachments });
}
