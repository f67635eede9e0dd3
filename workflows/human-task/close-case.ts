import { stopCaseClocks } from './case-clocks';
import { closeAsWithdrawn } from './close-task';
import type { Progress } from './progress';
import type { Recorder } from './recorder';

/** Closes what is open, tells those who had it and the applicant, and gives the locks back; a case is closed once. */
export function closeCase(progress: Progress<unknown>, recorder: Recorder): void {
  if (progress.isClosed) return;
  progress.isClosed = true;
  const at = recorder.now();
  for (const task of progress.openTasks.filter((candidate) => candidate.status === 'open')) {
    closeAsWithdrawn(recorder, task);
  }
  stopCaseClocks(progress, at);
  const { state, closing, closedBy, input } = progress;
  recorder.buffer.effect({ kind: 'release-locks' });
  recorder.note('case-closed', { at, by: closedBy, details: { state, reason: closing } }, [
    {
      kind: 'case-closed',
      step: progress.stage,
      taskId: null,
      to: { kind: 'persons', ids: [input.head.applicant.id] },
      excluded: [],
      details: state === 'withdrawn' || state === 'cancelled' ? { state, reason: closing } : { state },
    },
  ]);
}
