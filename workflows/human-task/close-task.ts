import { stopped } from '../../models/clocks';
import type { MailDraft } from '../../models/contracts/record';
import type { Decision, Task } from '../../models/contracts/task';
import { waitingSeats } from '../../models/quorum';
import { mailToSeat } from './mails';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** The task is decided, and its clock stops. */
export function closeTask(progress: Progress<unknown>, task: Task, decision: Decision): void {
  task.status = 'completed';
  task.closedAt = decision.at;
  if (task.clock) task.clock = stopped(task.clock, decision.at);
  task.decision = decision;
  progress.decisions.push(decision);
}

/** The task needs no answer any more; who had it at hand is told. */
export function closeAsWithdrawn(recorder: Recorder, task: Task, why: MailDraft['details'] = {}): void {
  const at = recorder.now();
  task.status = 'withdrawn';
  task.closedAt = at;
  if (task.clock) task.clock = stopped(task.clock, at);
  const mails = waitingSeats(task).map((seat) => mailToSeat(task, 'task-withdrawn', seat, why));
  recorder.note('task-withdrawn', { at, task, details: { step: task.step } }, mails);
}
