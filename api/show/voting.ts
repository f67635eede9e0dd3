import { outcomeTitle } from '../../models/contracts/outcomes';
import { processOf } from '../../models/contracts/processes';
import { quorumWords } from '../../models/contracts/quorum-words';
import { ROLE_TITLES } from '../../models/contracts/roles';
import type { Role } from '../../models/codes';
import type { Participant } from '../../models/contracts/task';
import type { TaskRow } from '../../models/db';
import { tallyOf, waitingSeats } from '../../models/quorum';
import type { SignedIn } from '../authentication';
import { wordsOfVote, type IsInternal } from '../use-cases/internal-words';
import { mayRemoveSeat } from '../use-cases/votes-seen';

/** How several decide a task: the rule in words, and each seat with its vote; null where one person decides. */
export function votingShown(task: TaskRow, me: SignedIn, leading: readonly Role[], isInternal: IsInternal) {
  const tally = tallyOf(task);
  if (!task.quorum || !tally) return null;
  const turn = task.status === 'open' ? waitingSeats(task) : [];
  const seats = task.participants.map((seat) => ({
    ...seatShown(task, seat, turn.includes(seat), isInternal),
    mayRemove: mayRemoveSeat(me, task, seat, leading),
  }));
  return { quorum: task.quorum, rule: quorumWords(task.quorum, tally), seats };
}

function seatShown(
  task: TaskRow,
  { seat, whom, assignee, addedBy, vote }: Participant,
  isInTurn: boolean,
  isInternal: IsInternal,
) {
  const role = whom.kind === 'role' ? ROLE_TITLES[whom.role] : null;
  const asked = { seat, role, assignee, addedBy: addedBy ?? null, isInTurn };
  if (!vote) return { ...asked, vote: null };
  const { outcome, by, forWhom, at } = vote;
  const comment = wordsOfVote(task, vote, isInternal);
  return {
    ...asked,
    vote: { outcome, title: outcomeTitle(processOf(task.process), task.step, outcome), by, forWhom, at, comment },
  };
}
