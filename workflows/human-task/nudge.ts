import { isPaused } from '../../models/clocks';
import { NUDGED_FOR_MS } from '../../models/codes';
import type { Actor } from '../../models/contracts/people';
import type { StepAnswer } from '../../models/contracts/record';
import type { Participant, Task } from '../../models/contracts/task';
import { said } from '../../models/faults';
import { waitingSeats } from '../../models/quorum';
import { isTheirs } from '../../models/whom';
import type { NudgeTask } from '../messages';
import { mailToSeat } from './mails';
import { leads } from './pause';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';
import { openTask } from './rules';

const MINUTE_IN_MS = 60_000;

/** Refuses to nudge by anybody but the applicant and who leads, about what is theirs to do or paused, or soon after the last time. */
export function checkNudge(progress: Progress<unknown>, { taskId, actor, at }: NudgeTask): void {
  const task = openTask(progress, taskId);
  if (progress.input.head.applicant.id !== actor.id && !leads(progress, actor)) refuse('not-allowed');
  if (seatsOfOthers(task, actor).length === 0) refuse('wrong-state', said('nudge-oneself'));
  if (task.clock && isPaused(task.clock)) refuse('wrong-state', said('nudge-paused'));
  const left = task.nudgedAt === undefined ? 0 : Date.parse(task.nudgedAt) + NUDGED_FOR_MS - Date.parse(at);
  if (left > 0) refuse('too-often', said('nudged-lately', { minutes: Math.ceil(left / MINUTE_IN_MS) }), left);
}

/** 催办: those who have the task at hand are written to, in the words of who waits for it. */
export function nudge(
  progress: Progress<unknown>,
  recorder: Recorder,
  { taskId, actor, reason }: NudgeTask,
): Pick<StepAnswer, 'taskId' | 'outcome'> {
  const task = openTask(progress, taskId);
  const by = { id: actor.id, name: actor.name };
  task.nudgedAt = recorder.now();
  const mails = seatsOfOthers(task, actor).map((seat) =>
    mailToSeat(task, 'task-nudged', seat, { by: by.name, reason }),
  );
  recorder.note('nudged', { by, task, details: { step: task.step, reason } }, mails);
  return { taskId, outcome: 'nudged' };
}

function seatsOfOthers(task: Task, actor: Actor): Participant[] {
  const waiting = waitingSeats(task);
  return task.excluded.includes(actor.id) ? waiting : waiting.filter((seat) => !isTheirs(seat, actor));
}
