import type { Overrun } from '../../models/contracts/case-clock';
import type { PersonName } from '../../models/contracts/people';
import type { Task } from '../../models/contracts/task';
import { waitingSeats } from '../../models/quorum';
import { isTask, isWatch, timedOf, type Timed, type Watched } from './ladder';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** Notes every deadline that has passed by now and was not noted yet: in the journal, on the clock, and for the figures [002 §3.2]. */
export function noteOverruns(progress: Progress<unknown>, recorder: Recorder): void {
  for (const of of timedOf(progress)) {
    const dueAt = progress.armed.find(({ id }) => id === of.clock?.id)?.dueAt ?? null;
    if (isWatch(of) || !of.clock || of.clock.breachedAt !== null || dueAt === null || dueAt > recorder.now()) continue;
    const overrun = overrunOf(progress, of, dueAt);
    of.clock = { ...of.clock, breachedAt: dueAt };
    if (isTask(of) && of.countedAs !== undefined) {
      recorder.buffer.touch(of);
      continue;
    }
    const { stage: _stage, people, budgetInMs, time, ...breach } = overrun;
    progress.breaches.push(breach);
    recorder.buffer.effect({ kind: 'count-overrun', overrun });
    const details = { ...nameOf(of), dueAt, budgetInMs, time, people };
    recorder.note('clock-breached', isTask(of) ? { task: of, details } : { details });
  }
}

/** What the journal calls a deadline by: the step of a task, and which limit of it, or the name of a clock of the case. */
export function nameOf(of: Timed): { readonly step: string; readonly watch?: string } | { readonly clock: string } {
  if (isWatch(of)) return { step: of.task.step, watch: of.name };
  return isTask(of) ? { step: of.step } : { clock: of.name };
}

function overrunOf(progress: Progress<unknown>, of: Exclude<Timed, Watched>, at: string): Overrun {
  const { id: clockId, budgetInMs, time } = of.clock ?? { id: '', budgetInMs: null, time: 'open' };
  const tasks = isTask(of) ? [of] : progress.openTasks.filter((task) => task.status === 'open');
  return {
    clockId,
    about: isTask(of) ? 'task' : 'case',
    name: isTask(of) ? of.step : of.name,
    taskId: isTask(of) ? of.id : null,
    at,
    stage: progress.stage,
    people: tasks.flatMap(inHandOf),
    budgetInMs,
    time,
  };
}

// Who was late stays who was late, also after the task was offered to the next.
function inHandOf(task: Task): PersonName[] {
  return waitingSeats(task).flatMap(({ owner, assignee }) => owner ?? assignee ?? []);
}
