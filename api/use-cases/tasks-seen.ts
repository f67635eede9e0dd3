import { isLimitFixed } from '../../models/clocks';
import { personKey, type Role } from '../../models/codes';
import type { PersonName } from '../../models/contracts/people';
import type { Participant } from '../../models/contracts/task';
import type { Database, TaskRow } from '../../models/db';
import { votersOf, waitingSeats } from '../../models/quorum';
import { ADMIN_KEY, claimedFor, isAmongHolders, isOpenTo, isStillAsked, isTheirs, standsIn } from '../../models/whom';
import { customersSeenBy, holdsOneFor } from '../access';
import type { SignedIn } from '../authentication';
import { Problem } from '../http/problem';
import type { Call } from '../http/route';

/** A task that the person may see: it is or was theirs to do, or it belongs to a customer whose cases they see. */
export async function taskSeenBy(db: Database, me: SignedIn, taskId: string): Promise<TaskRow> {
  const task = await db.tasks.findById(taskId).lean();
  if (!task || !seesTask(me, task)) throw new Problem('not-found');
  return task;
}

/** The same task, as long as it is open. */
export async function openTaskOf({ deps, me, params }: Call<{ id: string }, unknown, unknown>): Promise<TaskRow> {
  const task = await taskSeenBy(deps.db, me, params.id);
  if (task.status !== 'open') throw new Problem('task-closed');
  return task;
}

/** True when the person may see a task. */
export function seesTask(me: SignedIn, task: TaskRow): boolean {
  if (me.hiddenCases.includes(task.caseId)) return false;
  const seen = customersSeenBy(me);
  if (seen === 'all' || (task.customerId !== null && seen.includes(task.customerId))) return true;
  if (task.applicant.id === me.id || task.decidedBy?.id === me.id) return true;
  if (task.opinions?.some(({ by }) => by.id === me.id) || isAskedFirst(me, task)) return true;
  return task.participants.some(
    (seat) => seat.assignee?.id === me.id || standsIn(seat, me.id, null) || isOpenTo(seat, me),
  );
}

/** True when the person could decide a task now, or vote on it. */
export function mayAct(me: SignedIn, task: Open): boolean {
  if (task.status !== 'open' || task.excluded.includes(me.id) || votersOf(task).includes(me.id)) return false;
  const mine = seatOf(me, task);
  if (mayRecall(me, task)) return false;
  // Who is asked for an opinion finds the task, and does not decide it.
  const keys = mine || !isAskedFirst(me, task) ? me.keys : me.keys.filter((key) => key !== personKey(me.id));
  return (!mine || isStillAsked(mine, me)) && task.openTo.some((key) => keys.includes(key));
}

/** True for who is asked for their opinion (委派) before somebody decides. */
export function isAskedFirst(me: SignedIn, { participants }: Pick<TaskRow, 'participants'>): boolean {
  return participants.some(({ delegation, vote }) => vote === null && delegation?.to.id === me.id);
}

/** True for who has delegated a task, or acts for them: they wait for the answer, or take the question back. */
export function mayRecall({ id }: SignedIn, { participants }: Pick<TaskRow, 'participants'>): boolean {
  return participants.some((seat) => seat.vote === null && seat.delegation && isAmongHolders(seat, id));
}

/** For whom the person would decide a task now, who is absent; null where it is theirs by its own rule. */
export function actingFor(
  me: SignedIn,
  task: Pick<TaskRow, 'status' | 'excluded' | 'participants' | 'quorum'>,
): PersonName | null {
  if (task.status !== 'open' || [...task.excluded, ...votersOf(task)].includes(me.id)) return null;
  const open = waitingSeats(task);
  const claimed = open.find(({ assignee }) => assignee?.id === me.id);
  if (claimed) return claimedFor(claimed);
  if (open.some((seat) => isTheirs(seat, me))) return null;
  const acting = open.flatMap(({ substitutes = [] }) => substitutes).find(({ id }) => id === me.id);
  return acting?.forWhom ?? null;
}

/** True when the person could take a task for themselves alone: it is open to them and to others. */
export function mayClaim(me: SignedIn, task: TaskRow): boolean {
  // Who is on duty acknowledges by it, also where nobody else was called.
  const isAwaited = task.openTo.some((key) => key !== personKey(me.id)) || task.participants.some(({ duty }) => duty);
  return mayAct(me, task) && !seatOf(me, task) && isAwaited;
}

/** True when the person could hand a task to somebody else: it is theirs to do, or they are an administrator. */
export function mayTransfer(me: SignedIn, task: TaskRow): boolean {
  const isAdmin = me.keys.includes(ADMIN_KEY);
  return mayAct(me, task) || (isAdmin && task.status === 'open' && !task.excluded.includes(me.id));
}

type Open = Pick<TaskRow, 'status' | 'excluded' | 'openTo' | 'participants' | 'quorum'>;

/** The seat of an open task that the person has taken, or was given. */
export function seatOf(me: SignedIn, task: Pick<TaskRow, 'participants'>): Participant | undefined {
  return task.participants.find((seat) => seat.vote === null && seat.assignee?.id === me.id);
}

/** Whether the person could pause the clock of a task now, or let it go on: it is theirs to do, or they lead. */
export function mayHold(me: SignedIn, task: TaskRow, leading: readonly Role[]): { pause: boolean; resume: boolean } {
  const leads = task.applicant.id !== me.id && holdsOneFor(me, leading, task.customerId);
  const mayStandStill = task.status === 'open' && task.clock !== null && !isLimitFixed(task);
  const may = mayStandStill && !task.excluded.includes(me.id) && (mayAct(me, task) || leads);
  return { pause: may && !task.pause, resume: may && Boolean(task.pause) };
}
