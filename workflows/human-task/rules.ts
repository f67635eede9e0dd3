import { OUTCOMES_WITH_COMMENT } from '../../models/codes';
import type { Actor } from '../../models/contracts/people';
import type { Decision, Participant, Task } from '../../models/contracts/task';
import { said } from '../../models/faults';
import { votersOf, waitingSeats } from '../../models/quorum';
import { ADMIN_KEY, hasVoice, isOpenTo, isStillAsked, isTheirs, keysOf, seatToMove, standsIn } from '../../models/whom';
import type { ClaimTask, CloseCase, CompleteTask, Rearm, TransferTask } from '../messages';
import { joinedTo } from './links';
import { hiddenFromOf, type Progress } from './progress';
import { refuse } from './refuse';
import { forWhomActs, isFreeFor, mayTake, type Acting } from './substitutes';

/** The seat on which the person may act; refuses when there is none. */
export function seatFor(task: Task, acting: Acting): Participant {
  const { actor, at } = acting;
  if (task.excluded.includes(actor.id)) refuse('own-request');
  const voters = votersOf(task);
  if (voters.includes(actor.id)) refuse('wrong-state', said('voted-already'));
  const waiting = waitingSeats(task);
  const seats = waiting.filter((seat) => mayTake(seat, acting));
  const theirs = task.participants.some((seat) => seat.assignee?.id === actor.id || isLater(task, seat, actor));
  if (seats.length === 0 && !theirs)
    refuse('not-allowed', wasSubstitute(task, actor) ? said('substitution-over') : undefined);
  // Nobody has two voices, one of their own and one by who acts for them.
  const hasVoted = (candidate: Participant) => voters.includes(forWhomActs(candidate, acting)?.id ?? '');
  const free = seats.filter((candidate) => isFreeFor(candidate, acting) && !hasVoted(candidate));
  const seat =
    waiting.find((candidate) => candidate.assignee?.id === actor.id) ??
    // Their own voice comes before that of somebody for whom they act.
    free.find((candidate) => isOpenTo(candidate, actor)) ??
    free[0];
  if (seat?.assignee?.id === actor.id && !isStillAsked(seat, actor, at))
    refuse('not-allowed', said(wasSubstitute(task, actor) ? 'substitution-over' : 'role-lost'));
  if (seat ? hasVoted(seat) : seats.some(hasVoted)) refuse('wrong-state', said('voted-already'));
  if (!seat && task.participants.some((one) => isLater(task, one, actor))) refuse('wrong-state', said('not-your-turn'));
  if (seat?.delegation) refuse('wrong-state', said('delegated-to', { name: seat.delegation.to.name }));
  return seat ?? refuse('task-claimed');
}

function wasSubstitute({ participants }: Task, { id }: Actor): boolean {
  return participants.some((seat) => standsIn(seat, id, null));
}

/** A seat that will be theirs when others have answered (依次审批). */
function isLater(task: Task, seat: Participant, actor: Actor): boolean {
  if (seat.vote !== null || waitingSeats(task).includes(seat)) return false;
  return isTheirs(seat, actor);
}

/** The open task of that id; refuses when the case or the task is closed. */
export function openTask(progress: Progress<unknown>, taskId: string): Task {
  if (progress.state !== 'open') refuse('case-closed');
  return progress.openTasks.find((task) => task.id === taskId && task.status === 'open') ?? refuse('task-closed');
}

/** Refuses a completion that the task does not offer, that the person may not give, or that lacks its reason. */
export function checkCompletion(progress: Progress<unknown>, command: CompleteTask): void {
  const task = openTask(progress, command.taskId);
  seatFor(task, command);
  if (!task.outcomes.includes(command.outcome))
    refuse('invalid-input', said('not-an-outcome', { offered: task.outcomes.join(', ') }));
  if (OUTCOMES_WITH_COMMENT.includes(command.outcome) && command.comment === '')
    refuse('invalid-input', said('comment-needed', { outcome: command.outcome }));
  if (command.outcome === 'return' && !task.returnTo.includes(command.returnTo ?? '')) {
    refuse('invalid-input', said('not-a-return', { stages: task.returnTo.join(', ') }));
  }
}

/** Refuses a claim by somebody who may not act on the task, or after another has claimed it. */
export function checkClaim(progress: Progress<unknown>, command: ClaimTask): void {
  seatFor(openTask(progress, command.taskId), command);
}

/** The seat that a transfer moves: of who is no administrator the one that they could answer; refuses when there is none left. */
export function seatToTransfer(task: Task, command: TransferTask): Participant {
  const { actor, from, seat: named } = command;
  if (named === undefined && !actor.keys.includes(ADMIN_KEY)) return seatFor(task, command);
  return (
    seatToMove(task.participants, actor, { from, named }) ??
    (named === undefined ? refuse('task-closed') : refuse('wrong-state', said('seat-answered')))
  );
}

/** Refuses a transfer by a stranger, without a reason, by somebody who may not decide, or to them; or of what is another's by now. */
export function checkTransfer(progress: Progress<unknown>, command: TransferTask): void {
  const task = openTask(progress, command.taskId);
  const { actor, to } = command;
  mustBeFree(progress, task, to.id);
  if (task.excluded.includes(actor.id)) refuse('own-request', said('applicant-chooses'));
  if (command.reason === '') refuse('invalid-input', said('transfer-reason'));
  const isAdmin = actor.keys.includes(ADMIN_KEY);
  const theirs = isAdmin ? null : seatFor(task, command);
  const seat = seatToTransfer(task, command);
  // Of two that they could take they may give either away; once they have one, nobody chooses who votes beside them.
  const isEither = theirs?.assignee === null && seat.assignee === null && isOpenTo(seat, actor);
  if (theirs && seat !== theirs && !isEither) refuse('not-allowed');
  if (command.from !== undefined && seat.assignee !== null && seat.assignee.id !== command.from) refuse('task-claimed');
  const others = task.participants.filter((one) => one !== seat);
  if (task.quorum && hasVoice(others, to.id)) refuse('wrong-state', said('has-a-seat', { name: to.name }));
}

/** Refuses to give a task to who has no part in it: the case is hidden from them, or they applied for what it decides. */
export function mustBeFree(progress: Progress<unknown>, task: Task, personId: string): void {
  if (hiddenFromOf(progress).includes(personId)) refuse('not-allowed', said('complained-of'));
  if (task.excluded.includes(personId)) refuse('own-request', said('applicant-as-decider'));
}

/** Refuses a withdrawal by anybody but the applicant, after the first approval or vote, or without a reason [processes §0]. */
export function checkWithdrawal(progress: Progress<unknown>, command: CloseCase): void {
  checkMayBeEnded(progress);
  const { head, approvals } = progress.input;
  if (head.applicant.id !== command.actor.id) refuse('not-allowed');
  mustNotBeTheirs(progress, command);
  if (isTakenUp(progress) || (command.isUnlessBegun && hasBegun(progress)))
    refuse('wrong-state', said('past-withdrawal'));
  const joined = joinedTo(progress);
  if (joined.length > 0) refuse('wrong-state', said('others-are-joined', { ids: joined.join('、') }));
  const isApproval = ({ step, outcome }: Decision) =>
    outcome === 'approve' && (approvals === undefined || approvals.includes(step));
  if (progress.decisions.some((one) => !one.isVoid && (isApproval(one) || one.seat !== undefined)))
    refuse('already-decided');
  if (command.reason === '') refuse('invalid-input', said('withdrawal-reason'));
}

/** Somebody works on what the procedure does not let go of any more. */
function isTakenUp({ withdrawal, openTasks, stage }: Progress<unknown>): boolean {
  const isClaimed = openTasks.some(
    (task) => task.stage === stage && task.participants.some(({ assignee }) => assignee),
  );
  return withdrawal === 'over' || (withdrawal === 'until-taken-up' && isClaimed);
}

/** Somebody has something of it in hand, or has decided something. */
function hasBegun({ decisions, openTasks }: Progress<unknown>): boolean {
  const isInHand = openTasks.some(({ participants }) =>
    participants.some(({ assignee, delegation }) => assignee !== null || delegation !== undefined),
  );
  return decisions.length > 0 || isInHand;
}

/** Refuses a cancel by a role that the policy does not name, or without a reason. */
export function checkCancel(progress: Progress<unknown>, command: CloseCase): void {
  checkMayBeEnded(progress);
  const { head, policy } = progress.input;
  const allowed = policy.cancelRoles.flatMap((role) =>
    keysOf({ kind: 'role', role, customerId: head.customer?.id ?? null }),
  );
  if (!allowed.some((key) => command.actor.keys.includes(key))) refuse('not-allowed');
  mustNotBeTheirs(progress, command);
  if (command.reason === '') refuse('invalid-input', said('cancel-reason'));
}

/** Refuses a calendar for a case that is closed, and one that is not newer than the case's. */
export function checkRearm({ state, calendar }: Progress<unknown>, command: Rearm): void {
  if (state !== 'open') refuse('case-closed');
  const { id, version } = command.calendar;
  if (id === calendar.id && version <= calendar.version) refuse('wrong-state', said('calendar-in-force'));
}

// Who is judged does not end the judging.
function mustNotBeTheirs({ noEndingBy }: Progress<unknown>, { actor }: CloseCase): void {
  if (noEndingBy.includes(actor.id)) refuse('not-allowed', said('ends-what-judges-them'));
}

function checkMayBeEnded(progress: Progress<unknown>): void {
  if (progress.state !== 'open') refuse('case-closed');
  if (!progress.mayBeEnded) refuse('wrong-state', said('past-ending'));
}
