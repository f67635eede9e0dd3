import type { Role } from '../../models/codes';
import type { Place } from '../../models/contracts/quorum';
import { processOf } from '../../models/contracts/processes';
import type { Participant } from '../../models/contracts/task';
import type { TaskRow } from '../../models/db';
import { ballotsOf, isOvertaken, placesFor, votedSeat, waitingSeats, whyNotRemoved } from '../../models/quorum';
import { isAskedOn, isTheirs } from '../../models/whom';
import { holdsOneFor } from '../access';
import type { SignedIn } from '../authentication';
import { mayAct } from './tasks-seen';

/** True when the person could nudge (催办) about a task: they applied or lead, and somebody else has it at hand. */
export function mayNudge(me: SignedIn, task: TaskRow, leading: readonly Role[]): boolean {
  if (task.status !== 'open' || task.pause) return false;
  if (task.applicant.id !== me.id && !holdsOneFor(me, leading, task.customerId)) return false;
  return task.excluded.includes(me.id) || waitingSeats(task).some((seat) => !isTheirs(seat, me));
}

/** True when the person could take their own vote back now. */
export function mayWithdrawVote(me: SignedIn, task: TaskRow): boolean {
  const seat = task.status === 'open' ? votedSeat(task, me.id) : undefined;
  return seat !== undefined && !isOvertaken(task, seat);
}

/** Where the person could let one more vote (加签); nowhere unless it is an approval that is theirs to give. */
export function placesToAdd(me: SignedIn, task: TaskRow): readonly Place[] {
  const isApproval = processOf(task.process)?.steps[task.step]?.isApproval === true;
  return isApproval && task.outcomes.includes('approve') && mayAct(me, task) ? placesFor(task.quorum) : [];
}

/** True when the person could take a seat of a vote away (减签): they added it, or they lead and are not asked themselves. */
export function mayRemoveSeat(me: SignedIn, task: TaskRow, seat: Participant, leading: readonly Role[]): boolean {
  if (task.status !== 'open' || !task.quorum || task.excluded.includes(me.id)) return false;
  const leads = holdsOneFor(me, leading, task.customerId) && !isAskedOn(task.participants, me);
  if (!leads && seat.addedBy?.id !== me.id) return false;
  return whyNotRemoved(task.quorum, ballotsOf(task.participants), seat.seat) === null;
}
