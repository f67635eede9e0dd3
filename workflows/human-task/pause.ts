import { hasVoice, keysOf } from '../../models/whom';
import { LEADING_ROLES } from '../../models/codes';
import { isLimitFixed, isPaused, isRunning, paused, pauseOf, resumed } from '../../models/clocks';
import type { Actor } from '../../models/contracts/people';
import type { MailDraft, StepAnswer } from '../../models/contracts/record';
import type { SlaClock } from '../../models/contracts/sla-clock';
import type { Task } from '../../models/contracts/task';
import { said } from '../../models/faults';
import { waitingSeats } from '../../models/quorum';
import type { PauseTask, ResumeTask } from '../messages';
import { followTasks } from './case-clocks';
import { mailAbout, mailToSeat } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';
import { refuse } from './refuse';
import { openTask, seatFor } from './rules';
import { mayTake, takeSeat, type Acting } from './substitutes';

/** Refuses a pause by somebody who neither has the task nor leads, without a reason, or of a clock that does not run. */
export function checkPause(progress: Progress<unknown>, command: PauseTask): void {
  const clock = clockToHold(progress, command);
  if (command.reason === '') refuse('invalid-input', said('pause-reason'));
  if (!isRunning(clock)) refuse('wrong-state', said('paused-already'));
}

/** Refuses to let a clock go on that is not paused, or for somebody who could not pause it. */
export function checkResume(progress: Progress<unknown>, command: ResumeTask): void {
  if (!isPaused(clockToHold(progress, command))) refuse('wrong-state', said('not-paused'));
}

/** The clock of the task stands still, and with it those of the case when nothing else is to be done. */
export function pauseTask(progress: Progress<unknown>, recorder: Recorder, command: PauseTask): Decided {
  const task = openTask(progress, command.taskId);
  const { actor, reason, until } = command;
  takeIfMine(task, command);
  if (task.clock) task.clock = paused(task.clock, recorder.now(), reason, until);
  noteHeld(progress, recorder, task, actor, { step: task.step, reason, ...(until !== undefined && { until }) });
  return { taskId: task.id, outcome: 'paused' };
}

/** The clock of the task goes on. */
export function resumeTask(progress: Progress<unknown>, recorder: Recorder, command: ResumeTask): Decided {
  const task = openTask(progress, command.taskId);
  if (task.clock) task.clock = resumed(task.clock, recorder.now());
  noteHeld(progress, recorder, task, command.actor, { step: task.step });
  return { taskId: task.id, outcome: 'resumed' };
}

/** The end of a pause has come: the clock goes on by itself, and who has the task is told. */
export function resumeByItself(progress: Progress<unknown>, recorder: Recorder, task: Task): void {
  const until = task.clock && pauseOf(task.clock)?.until;
  if (!task.clock || until === undefined) return;
  task.clock = resumed(task.clock, recorder.now());
  const mails = waitingSeats(task).map((seat) => mailToSeat(task, 'task-resumed', seat, {}));
  recorder.note('clock-resumed', { task, details: { step: task.step, until } }, mails);
  followTasks(progress, recorder);
}

type Decided = Pick<StepAnswer, 'taskId' | 'outcome'>;

function clockToHold(progress: Progress<unknown>, command: PauseTask | ResumeTask): SlaClock {
  const task = openTask(progress, command.taskId);
  const { actor } = command;
  if (task.excluded.includes(actor.id)) refuse('own-request');
  // Who applied pauses what is theirs to do, and nothing of others, also where they lead.
  const isApplicant = progress.input.head.applicant.id === actor.id;
  if (isApplicant || !leads(progress, actor)) seatFor(task, command);
  if (isLimitFixed(task)) refuse('wrong-state', said('limit-is-fixed'));
  return task.clock ?? refuse('wrong-state', said('no-deadline'));
}

/** True for who leads the work of the case, by the policy's roles. */
export function leads({ input: { head, policy } }: Progress<unknown>, actor: Actor): boolean {
  const roles = policy.pauseRoles ?? LEADING_ROLES;
  const keys = roles.flatMap((role) => keysOf({ kind: 'role', role, customerId: head.customer?.id ?? null }));
  return keys.some((key) => actor.keys.includes(key));
}

/** Who waits for the customer has the task in hand: an unclaimed one that they could do becomes theirs, as when they answer it. */
function takeIfMine(task: Task, acting: Acting): void {
  const seat = waitingSeats(task).find((one) => one.assignee === null && mayTake(one, acting));
  if (seat && !hasVoice(task.participants, acting.actor.id)) takeSeat(seat, acting);
}

function noteHeld(
  progress: Progress<unknown>,
  recorder: Recorder,
  task: Task,
  actor: Actor,
  details: { readonly step: string; readonly reason?: string; readonly until?: string },
): void {
  const { id, name } = actor;
  const isPause = details.reason !== undefined;
  const kind = isPause ? 'clock-paused' : 'clock-resumed';
  recorder.note(kind, { by: { id, name }, task, details }, mailsTo(progress, task, actor, isPause, details));
  followTasks(progress, recorder);
}

/** Tells who has the task, unless they did it themselves, and the applicant, for whom it takes longer. */
function mailsTo(
  { input: { head } }: Progress<unknown>,
  task: Task,
  { id, name }: Actor,
  isPause: boolean,
  { reason, until }: { readonly reason?: string; readonly until?: string },
): MailDraft[] {
  const kind = isPause ? 'task-paused' : 'task-resumed';
  const details = isPause ? { heldBy: name, reason, ...(until !== undefined && { until }) } : { heldBy: name };
  const others = waitingSeats(task).filter((seat) => seat.assignee?.id !== id);
  const mails = others.map((seat) => mailToSeat(task, kind, seat, details));
  const isTold = head.applicant.id === id || others.some((seat) => seat.assignee?.id === head.applicant.id);
  if (isTold || !isPause) return mails;
  const applicant = { kind: 'persons', ids: [head.applicant.id] } as const;
  return [...mails, { ...mailAbout(task, kind, applicant, details), taskId: null, clockId: task.id, excluded: [] }];
}
