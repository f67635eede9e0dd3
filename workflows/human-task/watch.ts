import { heardAt, isPaused, isRunning, paused, pauseOf, resumed } from '../../models/clocks';
import type { Deadline } from '../../models/contracts/policy';
import type { JournalDraft, Recorded } from '../../models/contracts/record';
import type { Task, TaskWatch } from '../../models/contracts/task';
import { waitingSeats } from '../../models/quorum';
import { watchClockId } from '../ids';
import { clockOf, ladderOf } from './ladder';
import type { Progress } from './progress';

/**
 * Keeps the limits of acknowledging 接单 and of going on 跟进 in step with what has happened: unclaimed, the one runs; claimed,
 * the other, anew with each thing that a person does to the case. Answers the tasks whose limit is another now.
 */
export function followWatches(progress: Progress<unknown>, journal: readonly JournalDraft[]): readonly Task[] {
  const isMoving = journal.some(countsAsProgress);
  return progress.openTasks.filter((task) => {
    const before = task.watch;
    const after = watchOf(progress, task, isMoving);
    if (after === before) return false;
    if (after) task.watch = after;
    else delete task.watch;
    return true;
  });
}

/** What people do to the case counts, not what the system does by itself, and not that somebody asks for haste. */
function countsAsProgress({ by, kind }: JournalDraft): boolean {
  return by !== null && kind !== 'nudged';
}

function watchOf(progress: Progress<unknown>, task: Task, isMoving: boolean): TaskWatch | undefined {
  const declared = task.status === 'open' ? progress.input.policy.onDuty?.[task.step] : undefined;
  if (!declared) return undefined;
  const kind = waitingSeats(task).every(({ assignee }) => assignee !== null) ? 'progress' : 'acknowledge';
  const deadline = declared[kind];
  if (!deadline) return undefined;
  const isSame = task.watch?.kind === kind && !(kind === 'progress' && isMoving);
  const watch = isSame && task.watch ? task.watch : newWatch(task, kind, deadline, progress.now);
  const clock = withTask(watch, task, progress.now);
  return clock === watch.clock ? watch : { ...watch, clock };
}

function newWatch({ id }: Task, kind: TaskWatch['kind'], deadline: Deadline, at: string): TaskWatch {
  return { kind, clock: clockOf(watchClockId(id, kind), deadline, at), ladder: ladderOf(deadline) };
}

/** Who waits for the customer is not asked where they are. */
function withTask({ clock }: TaskWatch, task: Task, at: string): TaskWatch['clock'] {
  const pause = task.clock && pauseOf(task.clock);
  if (pause && isRunning(clock)) return paused(clock, at, pause.reason);
  return !pause && isPaused(clock) ? resumed(clock, at) : clock;
}

/** Takes in what the record has heard: the limit begins anew with it, or nobody has said anything. */
export function learnHeard({ openTasks, now }: Progress<unknown>, { heard = [] }: Recorded): void {
  for (const { taskId, at } of heard) {
    const task = openTasks.find(({ id }) => id === taskId);
    if (!task?.watch) continue;
    if (at === null) task.watch.silentUntil = now;
    else task.watch = heardAt(task.watch, at);
  }
}
