import type { Task } from '../../api/types';
import type { Say } from '../../words/say';

/** Why a task is not the person's to decide: it is over, they have voted, they wait for an opinion, or it is somebody else's. */
export function standingWords({ status, assignee, delegation, voting }: Task, id: string, say: Say): string {
  if (status !== 'open') return say(`task.status.${status}`);
  if (voting?.seats.some((seat) => seat.vote?.by.id === id)) return say('task.hasVoted');
  if (delegation) return say('task.waitsForOpinion', { name: delegation.to.name });
  return assignee ? say('task.claimedBy', { name: assignee.name }) : say('task.notMine');
}
