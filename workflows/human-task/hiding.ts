import type { StepAnswer } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';
import { waitingSeats } from '../../models/quorum';
import type { HideCase } from '../messages';
import { mailAbout } from './mails';
import { hiddenFromOf, type Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';

/** Refuses once the case has closed, or is hidden from all of them. */
export function checkHide(progress: Progress<unknown>, { ids }: HideCase): void {
  if (progress.state !== 'open') refuse('case-closed');
  if (newIn(progress, ids).length === 0) refuse('wrong-state');
}

/** From now on these never learn of the case: none of its tasks is theirs any more, and what they had taken others are asked. */
export function hideCase(
  progress: Progress<unknown>,
  recorder: Recorder,
  { ids }: HideCase,
): Pick<StepAnswer, 'taskId' | 'outcome'> {
  const hidden = newIn(progress, ids);
  progress.hiddenLater.push(...hidden);
  for (const task of progress.openTasks.filter(({ status }) => status === 'open')) takeFrom(task, hidden, recorder);
  recorder.buffer.want();
  return { taskId: null, outcome: 'hidden' };
}

function newIn(progress: Progress<unknown>, ids: readonly string[]): string[] {
  return ids.filter((id) => !hiddenFromOf(progress).includes(id));
}

function takeFrom(task: Task, hidden: readonly string[], recorder: Recorder): void {
  task.excluded = [...new Set([...task.excluded, ...hidden])];
  const theirs = waitingSeats(task).filter((seat) => isHeldBy(seat, hidden));
  for (const seat of waitingSeats(task)) letGo(seat, hidden);
  recorder.buffer.touch(task);
  recorder.buffer.send(...theirs.map((seat) => mailAbout(task, 'task-opened', seat.whom)));
}

function isHeldBy({ whom, assignee }: Participant, hidden: readonly string[]): boolean {
  const named = whom.kind === 'persons' ? whom.ids : [];
  return [...named, ...(assignee ? [assignee.id] : [])].some((id) => hidden.includes(id));
}

function letGo(seat: Participant, hidden: readonly string[]): void {
  const { assignee, owner, delegation, substitutes } = seat;
  if (delegation && [delegation.to.id, delegation.by.id].some((id) => hidden.includes(id))) delete seat.delegation;
  if (assignee && hidden.includes(assignee.id)) seat.assignee = null;
  if (owner && hidden.includes(owner.id)) seat.owner = null;
  if (substitutes) seat.substitutes = substitutes.filter(({ id }) => !hidden.includes(id));
}
