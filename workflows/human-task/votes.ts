import type { Quorum } from '../../models/contracts/quorum';
import type { Decision, Participant, Task, Voice } from '../../models/contracts/task';
import { ballotsOf, decidedBy, tallyOf, waitingSeats } from '../../models/quorum';
import { followTasks } from './case-clocks';
import { closeTask } from './close-task';
import { mailToAbsent, mailToSeat } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** One vote: on which task and seat, how the votes count, and what it says. */
export interface Cast {
  readonly task: Task;
  readonly quorum: Quorum;
  readonly seat: Participant;
  readonly decision: Decision;
}

/**
 * One of several answers [processes §0 Approvals]: it is noted, the one whose turn is next is told, and the vote that decides
 * closes the task at once, so that nobody is asked for what is settled.
 */
export function castVote(
  progress: Progress<unknown>,
  recorder: Recorder,
  { task, quorum, seat, decision }: Cast,
): void {
  const { at, by, forWhom, outcome, comment, returnTo, form, names } = decision;
  const asked = waitingSeats(task);
  seat.vote = { outcome, by, forWhom, at, comment };
  progress.decisions.push({ ...decision, seat: seat.seat, voice: voiceOf(quorum, seat) });
  const together = decidedBy(quorum, ballotsOf(task.participants));
  const next = together === null ? waitingSeats(task).filter((one) => !asked.includes(one)) : [];
  const cast = { step: task.step, seat: seat.seat, outcome, comment, returnTo, form, names, tally: tallyOf(task) };
  const details = { ...cast, ...(forWhom && { forWhom }) };
  const mails = [...next.map((one) => mailToSeat(task, 'task-opened', one)), ...mailToAbsent(task, seat.vote)];
  recorder.note('vote-cast', { at, by, task, details }, mails);
  if (together) closeVote(progress, recorder, task, asked, { ...decision, outcome: together, form: {}, names: {} });
}

function voiceOf(quorum: Quorum, { whom, addedBy }: Participant): Voice {
  return { quorum, role: whom.kind === 'role' ? whom.role : null, addedBy: addedBy ?? null };
}

/** The votes have decided the task; who was asked and need not answer any more is told. */
export function closeVote(
  progress: Progress<unknown>,
  recorder: Recorder,
  task: Task,
  asked: readonly Participant[],
  closing: Decision,
): void {
  const tally = tallyOf(task) ?? undefined;
  closeTask(progress, task, tally ? { ...closing, tally } : closing);
  const { at, by, outcome, comment, returnTo, form, names, isByRemoval } = closing;
  const decided = { step: task.step, outcome, comment, returnTo, form, names, tally };
  const details = { ...decided, ...(isByRemoval && { isByRemoval }) };
  const mails = asked
    .filter((seat) => seat.vote === null)
    .map((seat) => mailToSeat(task, 'vote-closed', seat, { outcome, reason: comment }));
  recorder.note('task-completed', { at, by, task, details }, mails);
  followTasks(progress, recorder);
}
