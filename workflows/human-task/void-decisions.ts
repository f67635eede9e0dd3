import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** What was decided in these stages counts no more, and is asked anew; the tasks that it was decided on. */
export function voidDecisions(
  { decisions, kept, settled }: Progress<unknown>,
  recorder: Recorder,
  stages: readonly string[],
): readonly string[] {
  const undone = decisions.filter(
    ({ isVoid, stage, taskId }) => !isVoid && stages.includes(stage) && !settled.includes(taskId),
  );
  for (const decision of undone) decision.isVoid = true;
  const taskIds = [...new Set(undone.map(({ taskId }) => taskId))];
  for (const [key, taskId] of Object.entries(kept)) if (taskIds.includes(taskId)) delete kept[key];
  recorder.buffer.effect({ kind: 'void-decisions', taskIds });
  return taskIds;
}
