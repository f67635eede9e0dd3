import { personKey } from '../../models/codes';
import type { OpenTask } from '../../models/contracts/open-tasks';
import { taskTitle } from '../../models/contracts/outcomes';
import { processOf } from '../../models/contracts/processes';
import type { Participant } from '../../models/contracts/task';
import { OPEN_TO, type Database, type TaskRow, type UserRow } from '../../models/db';
import { hashOf } from '../../models/hash';
import { votersOf, waitingSeats } from '../../models/quorum';
import { isOpenTo } from '../../models/whom';

/** An open task that somebody would leave behind, and why. */
export interface LeftBehind {
  readonly task: TaskRow;
  readonly seat: Participant;
  readonly why: OpenTask['why'];
}

/** The open tasks that nobody could do any more if this person went: theirs, those that name them, those that only they may do. */
export async function leftBehindBy(db: Database, { _id, keys }: Pick<UserRow, '_id' | 'keys'>): Promise<LeftBehind[]> {
  const tasks = await db.tasks
    .find({ status: 'open', openTo: { $in: keys }, excluded: { $ne: _id }, votedBy: { $ne: _id } })
    .sort({ sortAt: 1, _id: 1 })
    .hint(OPEN_TO)
    .lean<TaskRow[]>();
  const others = new Map<string, boolean>();
  const found: LeftBehind[] = [];
  for (const task of tasks) {
    const seat = seatLeftBy(task, _id, keys);
    const why = whyOf(seat, _id);
    const openTo = task.quorum ? seat.keys : task.openTo;
    if (why === 'only-one' && (await canOthersDo(db, task, openTo, _id, others))) continue;
    found.push({ task, seat, why });
  }
  return found;
}

/** The open tasks on which somebody was asked for their opinion and has not answered yet. */
export async function questionsTo(db: Database, { _id, keys }: Pick<UserRow, '_id' | 'keys'>): Promise<LeftBehind[]> {
  const tasks = await db.tasks
    .find({ status: 'open', openTo: { $in: keys }, 'participants.delegation.to.id': _id })
    .sort({ sortAt: 1, _id: 1 })
    .hint(OPEN_TO)
    .lean<TaskRow[]>();
  return tasks.flatMap((task) =>
    task.participants
      .filter(({ delegation, vote }) => vote === null && delegation?.to.id === _id)
      .map((seat) => ({ task, seat, why: 'asked' as const })),
  );
}

/** An open task as a person reads it who has to find a successor. */
export function shownOpenTask({ task, why }: LeftBehind): OpenTask {
  const { _id, caseId, process, step, subject, customerId, dueAt } = task;
  const title = taskTitle(processOf(process), step, task.item?.title);
  return { id: _id, caseId, process, step, title, subject, customerId, dueAt: dueAt?.toISOString() ?? null, why };
}

/** The one seat that somebody would leave: what they have before what names them, and that before what they could take. */
function seatLeftBy(task: TaskRow, id: string, keys: readonly string[]): Participant {
  const waiting = task.participants.filter((seat) => seat.vote === null);
  const found =
    waiting.find((seat) => seat.assignee?.id === id) ??
    waiting.find((seat) => names(seat, id)) ??
    waitingSeats(task).find((seat) => seat.assignee === null && isOpenTo(seat, { keys })) ??
    waiting[0];
  if (!found) throw new Error(`the open task ${task._id} has no open seat`);
  return found;
}

function whyOf(seat: Participant, id: string): OpenTask['why'] {
  if (seat.assignee?.id === id) return 'assigned';
  return names(seat, id) ? 'named' : 'only-one';
}

function names({ whom }: Participant, id: string): boolean {
  return whom.kind === 'persons' && whom.ids.includes(id);
}

/** Many tasks are open to the same people, so each such group is looked up once. */
async function canOthersDo(
  db: Database,
  task: TaskRow,
  openTo: readonly string[],
  id: string,
  known: Map<string, boolean>,
): Promise<boolean> {
  const keys = openTo.filter((key) => key !== personKey(id));
  const excluded = [...task.excluded, ...votersOf(task)];
  const group = hashOf([keys, excluded]);
  const before = known.get(group);
  if (before !== undefined) return before;
  const $nin = [id, ...excluded];
  const isThere = (await db.users.exists({ isActive: true, _id: { $nin }, keys: { $in: keys } })) !== null;
  known.set(group, isThere);
  return isThere;
}
