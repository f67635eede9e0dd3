import { stopped } from '../../models/clocks';
import type { Decision, Task } from '../../models/contracts/task';
import type { Progress } from './progress';

/** The task is decided, and its clock stops. */
export function closeTask(progress: Progress<unknown>, task: Task, decision: Decision): void {
  task.status = 'completed';
  task.closedAt = decision.at;
  if (task.clock) task.clock = stopped(task.clock, decision.at);
  task.decision = decision;
  progress.decisions.push(decision);
}
