import { heardAt } from '../../models/clocks';
import type { Recorded, StepRecord } from '../../models/contracts/record';
import type { Task } from '../../models/contracts/task';
import type { Database } from '../../models/db';

type Heard = NonNullable<Recorded['heard']>;

/**
 * A step with what has been heard about its case since the limits to go on began: a comment is no part of the journal, but who
 * writes one has not forgotten the case. What the applicant writes does not count.
 */
export async function withHeard(
  db: Database,
  step: StepRecord,
): Promise<{ readonly step: StepRecord; readonly heard?: Heard }> {
  const { listensTo, tasks } = step;
  if (!listensTo) return { step };
  const asking = tasks.filter(({ id }) => listensTo.includes(id));
  const heard = await Promise.all(
    asking.map(async (task) => ({ taskId: task.id, at: await lastSaid(db, step, task) })),
  );
  const anew = tasks.map((task) => {
    const at = heard.find(({ taskId }) => taskId === task.id)?.at;
    return at && task.watch ? { ...task, watch: heardAt(task.watch, at) } : task;
  });
  const clocks = step.clocks.map(
    (clock) => anew.find(({ watch }) => watch?.clock.id === clock.id)?.watch?.clock ?? clock,
  );
  return { step: { ...step, tasks: anew, clocks }, heard };
}

async function lastSaid(db: Database, { head, at }: StepRecord, { watch }: Task): Promise<string | null> {
  const since = watch?.clock.intervals[0]?.from;
  if (since === undefined) return null;
  const comment = await db.comments
    .findOne({ caseId: head.id, at: { $gt: new Date(since), $lte: new Date(at) }, 'by.id': { $ne: head.applicant.id } })
    .sort({ at: -1, _id: -1 })
    .lean();
  return comment?.at.toISOString() ?? null;
}
