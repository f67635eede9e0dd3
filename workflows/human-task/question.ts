import type { Outcome } from '../../models/codes';
import type { Whom } from '../../models/contracts/people';
import type { Deadline } from '../../models/contracts/policy';
import type { CaseHead } from '../../models/contracts/record';
import type { Quorum } from '../../models/contracts/quorum';
import type { Participant, Task, TaskItem } from '../../models/contracts/task';
import { tallyOf, waitingSeats } from '../../models/quorum';
import { keysOf } from '../../models/whom';
import { taskId } from '../ids';
import { followTasks } from './case-clocks';
import { dutySeat, toCalled } from './duty';
import { clockOf, ladderOf } from './ladder';
import { mailToSeat } from './mails';
import { countUp, hiddenFromOf, type Progress } from './progress';
import type { Recorder } from './recorder';

/** A question to a person: which step, who may answer, what they may answer. */
export interface Question {
  readonly step: string;
  readonly whom: Whom;
  /** Several who decide together, each a seat of their own, instead of the one; `quorum` says how. */
  readonly among?: readonly Whom[];
  readonly quorum?: Quorum;
  readonly form: { readonly id: string; readonly version: number };
  readonly outcomes?: readonly Outcome[];
  readonly prefill?: Readonly<Record<string, unknown>>;
  /** True where nobody may decide on what they applied for. */
  readonly excludesApplicant?: boolean;
  /** Who may not decide besides, since it is on what they did. */
  readonly excludes?: readonly string[];
  /** The earliest stage to which it may be sent back, instead of the first of all. */
  readonly returnsFrom?: string;
  /** Which of several things the step is asked about, each with a task of its own. */
  readonly item?: TaskItem;
  /** True where the task lapses when all its time is used, and the procedure goes on without an answer. */
  readonly lapses?: boolean;
  /** When it is due, instead of the policy's deadline. */
  readonly deadline?: Deadline;
  /** From when on (ISO) its time counts, where it began before the task was opened. */
  readonly countsFrom?: string;
  /** The clock of the case that has the same limit: what is overrun is counted once, with that. */
  readonly countedAs?: string;
  /** True for what stays open while other things are asked, also in later stages, until it is answered or withdrawn. */
  readonly stays?: boolean;
}

/** What tells a question from others of the same step. */
export function keyOf({ step, item }: Pick<Question, 'step' | 'item'>): string {
  return item ? `${step}#${item.key}` : step;
}

/** Opens the task of a question; its id. */
export function openQuestion(
  progress: Progress<unknown>,
  recorder: Recorder,
  stages: readonly string[],
  question: Question,
): string {
  const openedAt = recorder.now();
  const { head, policy } = progress.input;
  const id = taskId(head.id, question.step, countUp(progress, question.step));
  const deadline = question.deadline ?? policy.deadlines[question.step];
  const excluded = excludedFrom(question, head, hiddenFromOf(progress));
  const signing = policy.signatures?.[question.step];
  const task: Task = {
    id,
    caseId: head.id,
    stage: progress.stage,
    step: question.step,
    round: progress.round,
    ...(question.item && { item: question.item }),
    form: question.form,
    prefill: question.prefill ?? {},
    outcomes: question.outcomes ?? ['submit'],
    ...(signing && { signing }),
    returnTo: question.outcomes?.includes('return') ? earlierStages(stages, progress.stage, question) : [],
    openedAt,
    excluded,
    ...seatsFor(progress, question, openedAt),
    ladder: ladderFor(question, deadline),
    clock: deadline ? clockOf(id, deadline, question.countsFrom ?? openedAt) : null,
    ...(question.countedAs !== undefined && { countedAs: question.countedAs }),
    status: 'open',
    closedAt: null,
    decision: null,
  };
  progress.openTasks.push(task);
  const mails = waitingSeats(task).map((seat) =>
    toCalled(seat, mailToSeat(task, 'task-opened', seat, returnedBecause(progress))),
  );
  const tally = tallyOf(task);
  const details = {
    step: question.step,
    ...(question.item && { item: question.item }),
    ...(tally ? { quorum: task.quorum, tally } : {}),
  };
  recorder.note('task-opened', { at: openedAt, task, details }, mails);
  followTasks(progress, recorder);
  return id;
}

function earlierStages(stages: readonly string[], stage: string, { returnsFrom }: Question): string[] {
  const first = returnsFrom === undefined ? 0 : stages.indexOf(returnsFrom);
  return stages.slice(first, stages.indexOf(stage));
}

/** Nobody decides on what they applied for or did, and from whom a case is hidden has no part in it. */
function excludedFrom(
  { excludesApplicant, excludes = [] }: Question,
  { applicant }: CaseHead,
  hiddenFrom: readonly string[],
): string[] {
  return [...new Set([...(excludesApplicant ? [applicant.id] : []), ...excludes, ...hiddenFrom])];
}

function ladderFor({ lapses }: Question, deadline: Deadline | undefined): Task['ladder'] {
  if (!deadline) return [];
  const ladder = ladderOf(deadline);
  if (!lapses) return ladder;
  // What lapses does not end the case, and nothing comes after it.
  const before = ladder.filter(({ rung }) => rung.does !== 'expire' && rung.atPercent < LAPSES_AT_PERCENT);
  return [...before, { rung: { atPercent: LAPSES_AT_PERCENT, does: 'lapse' }, walkedAt: null }];
}

const LAPSES_AT_PERCENT = 100;

/** A step that somebody with a role does is done by whoever is on duty, where the policy says so. */
function seatsFor({ input }: Progress<unknown>, question: Question, at: string): Pick<Task, 'participants' | 'quorum'> {
  const onDuty = input.policy.onDuty?.[question.step];
  if (!onDuty || question.quorum || question.whom.kind !== 'role') return seatsOf(question);
  return { participants: [dutySeat(question.step, onDuty, at)] };
}

function seatsOf({ step, whom, among, quorum }: Question): Pick<Task, 'participants' | 'quorum'> {
  if (!among || !quorum) return { participants: [seatOf(step, whom)] };
  return { quorum, participants: among.map((one, index) => seatOf(`${index + 1}`, one)) };
}

function seatOf(seat: string, whom: Whom): Participant {
  const eligible = whom.kind === 'persons' ? [] : keysOf(whom);
  return { seat, whom, keys: keysOf(whom), eligible, assignee: null, owner: null, vote: null };
}

function returnedBecause({ decisions }: Progress<unknown>): Record<string, unknown> {
  const last = decisions.at(-1);
  return last?.outcome === 'return' ? { returnedBy: last.by.name, reason: last.comment } : {};
}
