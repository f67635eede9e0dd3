import type { Task } from '../../api/types';
import type { Say } from '../../words/say';

/** Why a task is not the person's to decide: it is over, they have voted, or it is somebody else's. */
export function standingWords({ status, assignee, voting }: Task, id: string, say: Say): string {
  if (status !== 'open') return say(`task.status.${status}`);
  if (voting?.seats.some((seat) => seat.vote?.by.id === id)) return say('task.hasVoted');
  return assignee ? say('task.claimedBy', { name: assignee.name }) : say('task.notMine');
}
