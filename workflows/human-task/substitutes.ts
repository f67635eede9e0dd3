import type { PersonName } from '../../models/contracts/people';
import type { StepAnswer } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';
import { isOutOfDate, standInFor } from '../../models/absences';
import { said } from '../../models/faults';
import { waitingSeats } from '../../models/quorum';
import { claimedFor, isAmongHolders, isOpenTo, standsIn } from '../../models/whom';
import type { AbsenceChanged, Command } from '../messages';
import { besideVoters, mailAbout, seatName } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';

/** Who acts, and when. */
export type Acting = Pick<Command, 'actor' | 'at'>;

/** Whether somebody may act on a seat: it is theirs by its rule, or they act for one who is absent. */
export function mayTake(seat: Participant, { actor, at }: Acting): boolean {
  return isOpenTo(seat, actor) || standsIn(seat, actor.id, at);
}

/** Whether a seat is free for somebody: nobody has claimed it, or one for whom they act or who acts for them. */
export function isFreeFor(seat: Participant, { actor, at }: Acting): boolean {
  return seat.assignee === null || isAmongHolders(seat, actor.id, at);
}

/** For whom somebody acts on a seat; null when it is theirs by its own rule [processes §0: the record says who decided for whom]. */
export function forWhomActs(seat: Participant, { actor, at }: Acting): PersonName | null {
  const { assignee, substitutes = [] } = seat;
  if (assignee?.id === actor.id) return claimedFor(seat);
  const mine = substitutes.filter(({ id, until }) => id === actor.id && at < until);
  if (assignee !== null) return mine.find(({ forWhom }) => forWhom.id === assignee.id)?.forWhom ?? null;
  return isOpenTo(seat, actor) ? null : (mine[0]?.forWhom ?? null);
}

/** Somebody takes a seat, for themselves or for one who is absent and whose work it stays; for whom. */
export function takeSeat(seat: Participant, acting: Acting): PersonName | null {
  const { id, name } = acting.actor;
  const forWhom = forWhomActs(seat, acting);
  if (forWhom || seat.assignee?.id !== id) seat.owner = forWhom ?? { id, name };
  seat.assignee = { id, name };
  return forWhom;
}

/** Refuses when the case has ended, or nothing of it changes hands. */
export function checkAbsence(progress: Progress<unknown>, command: AbsenceChanged): void {
  if (progress.state !== 'open') refuse('case-closed');
  if (concerned(progress, command).length === 0) refuse('wrong-state', said('nothing-to-substitute'));
}

/**
 * Somebody's absence has begun, has changed or is over: the record of this step finds who acts for them on their open tasks
 * now; what another has claimed for them goes back to them.
 */
export function changeSubstitutes(
  progress: Progress<unknown>,
  recorder: Recorder,
  command: AbsenceChanged,
): Pick<StepAnswer, 'taskId' | 'outcome'> {
  for (const { task, seat } of concerned(progress, command)) callAnew(recorder, task, seat, command);
  return { taskId: null, outcome: 'substituted' };
}

function concerned({ openTasks }: Progress<unknown>, command: AbsenceChanged) {
  const seats = openTasks.flatMap((task) => task.participants.map((seat) => ({ task, seat })));
  return seats.filter(({ task, seat }) => task.status === 'open' && isOutOfDate(task, seat, command));
}

function callAnew(recorder: Recorder, task: Task, seat: Participant, command: AbsenceChanged): void {
  const { id, name } = command.person;
  if (seat.vote !== null) {
    // What was voted for them stands; who acted for them takes it back no more.
    seat.substitutes = (seat.substitutes ?? []).filter(({ forWhom }) => forWhom.id !== id);
    recorder.note('substitute-released', {
      task,
      details: { step: task.step, ...seatName(task, seat), person: { id, name } },
    });
    return;
  }
  const standIn = standInFor(task, command);
  const isOver = standIn.kind === 'there';
  const claimedBy = claimedFor(seat)?.id === id ? seat.assignee : null;
  const isTakenBack = claimedBy !== null && (isOver || standIn.by?.id !== claimedBy.id);
  if (isTakenBack) seat.assignee = { id, name };
  const details = { step: task.step, ...seatName(task, seat), person: { id, name } };
  const back = { kind: 'persons', ids: [id, ...(claimedBy ? [claimedBy.id] : [])] } as const;
  const mails = [
    ...(isTakenBack ? [mailAbout(task, 'substitution-over', back, { person: name })] : []),
    ...(isOver || !waitingSeats(task).includes(seat)
      ? []
      : [besideVoters(task, mailAbout(task, 'task-substituted', { kind: 'persons', ids: [id] }))]),
  ];
  recorder.note(isOver ? 'substitute-released' : 'substitute-called', { task, details }, mails);
}
