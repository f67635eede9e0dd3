import { personKey } from '../../models/codes';
import type { OpenTask } from '../../models/contracts/open-tasks';
import { processOf } from '../../models/contracts/processes';
import { OPEN_TO, type Database, type TaskRow, type UserRow } from '../../models/db';
import { hashOf } from '../../models/hash';

/** An open task that somebody would leave behind, and why. */
export interface LeftBehind {
  readonly task: TaskRow;
  readonly why: OpenTask['why'];
}

/** The open tasks that nobody could do any more if this person went: theirs, those that name them, those that only they may do. */
export async function leftBehindBy(db: Database, { _id, keys }: Pick<UserRow, '_id' | 'keys'>): Promise<LeftBehind[]> {
  const tasks = await db.tasks
    .find({ status: 'open', openTo: { $in: keys }, excluded: { $ne: _id } })
    .sort({ sortAt: 1, _id: 1 })
    .hint(OPEN_TO)
    .lean<TaskRow[]>();
  const others = new Map<string, boolean>();
  const found: LeftBehind[] = [];
  for (const task of tasks) {
    const why = whyOf(task, _id);
    if (why === 'only-one' && (await canOthersDo(db, task, _id, others))) continue;
    found.push({ task, why });
  }
  return found;
}

/** An open task as a person reads it who has to find a successor. */
export function shownOpenTask({ task, why }: LeftBehind): OpenTask {
  const { _id, caseId, process, step, subject, customerId, dueAt } = task;
  const title = processOf(process)?.steps[step]?.title ?? null;
  return { id: _id, caseId, process, step, title, subject, customerId, dueAt: dueAt?.toISOString() ?? null, why };
}

function whyOf(task: TaskRow, id: string): OpenTask['why'] {
  const waiting = task.participants.filter((seat) => seat.vote === null);
  if (waiting.some((seat) => seat.assignee?.id === id)) return 'assigned';
  const isNamed = waiting.some((seat) => seat.whom.kind === 'persons' && seat.whom.ids.includes(id));
  return isNamed ? 'named' : 'only-one';
}

/** Many tasks are open to the same people, so each such group is looked up once. */
async function canOthersDo(db: Database, task: TaskRow, id: string, known: Map<string, boolean>): Promise<boolean> {
  const keys = task.openTo.filter((key) => key !== personKey(id));
  const group = hashOf([keys, task.excluded]);
  const before = known.get(group);
  if (before !== undefined) return before;
  const $nin = [id, ...task.excluded];
  const isThere = (await db.users.exists({ isActive: true, _id: { $nin }, keys: { $in: keys } })) !== null;
  known.set(group, isThere);
  return isThere;
}
