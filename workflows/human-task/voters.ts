import { personKey } from '../../models/codes';
import type { PersonName } from '../../models/contracts/people';
import type { Decision, Participant, Task } from '../../models/contracts/task';
import { said } from '../../models/faults';
import {
  ballotsOf,
  decidedBy,
  isOvertaken,
  placesFor,
  tallyOf,
  votedSeat,
  waitingSeats,
  whyNotRemoved,
} from '../../models/quorum';
import { hasVoice, isAskedOn, standsIn } from '../../models/whom';
import type { MailDraft, StepAnswer } from '../../models/contracts/record';
import type { AddVoter, RemoveVoter, WithdrawVote } from '../messages';
import { mailOver, mailToSeat } from './mails';
import { leads } from './pause';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';
import { mustBeFree, openTask, seatFor } from './rules';
import { forWhomActs, takeSeat } from './substitutes';
import { closeVote } from './votes';

/** As many as a panel of a policy may have. */
const SEATS_AT_MOST = 20;

type Decided = Pick<StepAnswer, 'taskId' | 'outcome'>;

/** Refuses to take back a vote that is not theirs, or, one after another, after the next has voted. */
export function checkWithdrawVote(progress: Progress<unknown>, command: WithdrawVote): void {
  const task = openTask(progress, command.taskId);
  const seat = votedSeat(task, command.actor.id) ?? refuse('wrong-state', said('not-voted'));
  if (command.reason === '') refuse('invalid-input', said('vote-reason'));
  if (isOvertaken(task, seat)) refuse('wrong-state', said('next-has-voted'));
  const { forWhom } = seat.vote ?? {};
  if (forWhom && !standsIn(seat, command.actor.id, command.at)) refuse('not-allowed', said('substitution-over'));
}

/** 撤回 of one's own vote while the vote runs: it is void, and the seat votes again. */
export function withdrawVote(progress: Progress<unknown>, recorder: Recorder, command: WithdrawVote): Decided {
  const task = openTask(progress, command.taskId);
  const seat = votedSeat(task, command.actor.id) ?? refuse('wrong-state', said('not-voted'));
  const asked = waitingSeats(task);
  const stands = (one: Decision) => one.taskId === task.id && one.seat === seat.seat && !one.isVoid;
  for (const decision of progress.decisions.filter(stands)) decision.isVoid = true;
  seat.vote = null;
  const now = waitingSeats(task);
  const notNow = asked.filter((one) => !now.includes(one));
  const { reason, actor } = command;
  const by = { id: actor.id, name: actor.name };
  const details = { step: task.step, seat: seat.seat, reason, tally: tallyOf(task) };
  const mails = notNow.map((one) => mailToSeat(task, 'vote-withdrawn', one, { by: by.name, reason }));
  recorder.note('vote-withdrawn', { by, task, details }, mails);
  return { taskId: task.id, outcome: 'vote-withdrawn' };
}

/** Refuses to add a voter to what is no approval, twice, in a place that the vote has not, or by somebody who has no seat to answer. */
export function checkAddVoter(progress: Progress<unknown>, command: AddVoter): void {
  const task = openTask(progress, command.taskId);
  const own = seatFor(task, command);
  // What is done and reported has one author: a vote has no form.
  const { approvals = [task.step] } = progress.input;
  if (!task.outcomes.includes('approve') || !approvals.includes(task.step))
    refuse('wrong-state', said('not-an-approval'));
  if (command.reason === '') refuse('invalid-input', said('vote-reason'));
  mustBeFree(progress, task, command.to.id);
  const isOwn = [command.actor.id, forWhomActs(own, command)?.id].includes(command.to.id);
  if (isOwn || hasVoice(task.participants, command.to.id))
    refuse('wrong-state', said('has-a-seat', { name: command.to.name }));
  if (task.participants.length >= SEATS_AT_MOST) refuse('wrong-state', said('too-many-seats', { most: SEATS_AT_MOST }));
  if (!placesFor(task.quorum).includes(command.place))
    refuse('invalid-input', said(task.quorum?.kind === 'in-turn' ? 'place-in-order' : 'no-order'));
}

/** 加签: one more has to vote, before, after or alongside the one who asks for it. What one person decided, both decide from now on. */
export function addVoter(progress: Progress<unknown>, recorder: Recorder, command: AddVoter): Decided {
  const task = openTask(progress, command.taskId);
  const { actor, to, place, reason } = command;
  const by = { id: actor.id, name: actor.name };
  const own = seatFor(task, command);
  const forWhom = takeSeat(own, command);
  const asked = waitingSeats(task);
  task.quorum ??= { kind: place === 'alongside' ? 'all' : 'in-turn', hasVeto: false };
  const seat = seatOf(nextSeat(progress, task), to, by);
  const index = task.participants.indexOf(own) + (place === 'before' ? 0 : 1);
  task.participants.splice(place === 'alongside' ? task.participants.length : index, 0, seat);
  const newly = waitingSeats(task).filter((one) => !asked.includes(one));
  const added = { step: task.step, seat: seat.seat, to, place, quorum: task.quorum, reason, tally: tallyOf(task) };
  const details = { ...added, ...(forWhom && { forWhom }) };
  const mails = newly.map((one) => mailToSeat(task, 'task-opened', one, { addedBy: by.name, reason }));
  recorder.note('voter-added', { by, task, details }, mails);
  return { taskId: task.id, outcome: 'voter-added' };
}

/**
 * Refuses to remove a voter by anybody but who added them or who leads and is not asked themselves (nobody chooses who votes
 * beside them), one who has voted, or so that nobody could decide.
 */
export function checkRemoveVoter(progress: Progress<unknown>, command: RemoveVoter): void {
  const task = openTask(progress, command.taskId);
  const { actor } = command;
  if (task.excluded.includes(actor.id)) refuse('own-request', said('applicant-chooses'));
  const seat = task.participants.find((one) => one.seat === command.seat);
  const isLeader = leads(progress, actor) && !isAskedOn(task.participants, actor);
  if (!isLeader && seat?.addedBy?.id !== actor.id) refuse('not-allowed');
  if (command.reason === '') refuse('invalid-input', said('vote-reason'));
  if (!seat) refuse('wrong-state', said('no-such-seat'));
  if (!task.quorum) refuse('wrong-state', said('last-seat'));
  const why = whyNotRemoved(task.quorum, ballotsOf(task.participants), seat.seat);
  if (why) refuse('wrong-state', said(why === 'answered' ? 'seat-answered' : 'last-seat'));
}

/** 减签: a seat is taken away; the votes that there are may decide by it. */
export function removeVoter(progress: Progress<unknown>, recorder: Recorder, command: RemoveVoter): Decided {
  const task = openTask(progress, command.taskId);
  const { actor, reason } = command;
  const by = { id: actor.id, name: actor.name };
  const asked = waitingSeats(task);
  rememberSeats(progress, task, 0);
  const index = task.participants.findIndex((one) => one.seat === command.seat);
  const [seat] = task.participants.splice(index, 1);
  const newly = waitingSeats(task).filter((one) => !asked.includes(one));
  const together = task.quorum ? decidedBy(task.quorum, ballotsOf(task.participants)) : null;
  const details = { step: task.step, seat: command.seat, from: seat?.assignee ?? null, reason, tally: tallyOf(task) };
  const told = seat ? tellOfRemoval(task, seat, asked.includes(seat), { by: by.name, reason }) : [];
  const opened = together ? [] : newly.map((one) => mailToSeat(task, 'task-opened', one));
  recorder.note('voter-removed', { by, task, details }, [...told, ...opened]);
  if (together)
    closeVote(
      progress,
      recorder,
      task,
      asked.filter((one) => one !== seat),
      removalOf(task, together, by, recorder.now()),
    );
  return { taskId: task.id, outcome: 'voter-removed' };
}

/** Who was asked, or had taken it before their turn came, and whom they have asked what they think. */
function tellOfRemoval(task: Task, seat: Participant, wasAsked: boolean, details: MailDraft['details']): MailDraft[] {
  const isKnown = wasAsked || seat.assignee !== null;
  const over = mailOver(task, seat, details);
  delete seat.delegation;
  return [...(isKnown ? [mailToSeat(task, 'voter-removed', seat, details)] : []), ...over];
}

/** A number that no seat of the task has had, also none that was taken away. */
function nextSeat(progress: Progress<unknown>, task: Task): string {
  return `${rememberSeats(progress, task, 1)}`;
}

function rememberSeats({ counts }: Progress<unknown>, { id, participants }: Task, more: number): number {
  const counted = `${id} seats`;
  const numbers = participants.map(({ seat }) => Number(seat)).filter(Number.isInteger);
  const highest = Math.max(counts[counted] ?? 0, participants.length, ...numbers) + more;
  counts[counted] = highest;
  return highest;
}

function seatOf(seat: string, to: PersonName, addedBy: PersonName): Participant {
  const whom = { kind: 'persons', ids: [to.id] } as const;
  return { seat, whom, keys: [personKey(to.id)], eligible: [], assignee: to, owner: to, vote: null, addedBy };
}

/** What those come to who have voted, in the words of the last that said so; who took the seat away has no voice in it. */
function removalOf(
  { id, stage, step, round, participants }: Task,
  outcome: Decision['outcome'],
  by: PersonName,
  at: string,
): Decision {
  const last = participants.findLast(({ vote }) => vote?.outcome === outcome)?.vote;
  return {
    taskId: id,
    stage,
    step,
    round,
    outcome,
    by,
    forWhom: null,
    at,
    comment: last?.comment ?? '',
    returnTo: null,
    form: {},
    names: {},
    isByRemoval: true,
    isVoid: false,
  };
}
