import type { PersonName } from '../../models/contracts/people';
import type { Vote } from '../../models/contracts/task';
import type { Database, JournalRow, TaskRow } from '../../models/db';
import { isCustomerSide } from '../../models/whom';
import type { SignedIn } from '../authentication';

/** Whether what somebody said to a colleague is not for the one who reads. */
export type IsInternal = (by: PersonName) => boolean;

/** Everything is for staff; for a customer's people, what their own people said. */
export async function internalTo(db: Database, me: SignedIn, people: readonly PersonName[]): Promise<IsInternal> {
  if (!isCustomerSide(me.user.grants)) return () => false;
  const ids = [...new Set(people.map(({ id }) => id))];
  const rows = await db.users.find({ _id: { $in: ids } }, { grants: 1 }).lean();
  const theirs = new Set(rows.filter(({ grants }) => isCustomerSide(grants)).map(({ _id }) => _id));
  return ({ id }) => !theirs.has(id);
}

/** Who has said something to colleagues on a task: voted, asked what they think, or told it. */
export function speakersOn({ participants, opinions = [] }: TaskRow): PersonName[] {
  const seats = participants.flatMap(({ vote, delegation }) => [vote?.by ?? [], delegation?.by ?? []].flat());
  return [...seats, ...opinions.map(({ by }) => by)];
}

/** The words of a vote for the one who reads; those of the vote that decided are the decision's, and for all. */
export function wordsOfVote({ decision }: Pick<TaskRow, 'decision'>, vote: Vote, isInternal: IsInternal): string {
  const isDeciding = decision?.by.id === vote.by.id && decision.at === vote.at;
  return isDeciding || !isInternal(vote.by) ? vote.comment : '';
}

/** The names of the details in which people speak to their colleagues, by the kind of the entry. */
const SPOKEN: Partial<Readonly<Record<JournalRow['kind'], 'reason' | 'comment'>>> = {
  'task-transferred': 'reason',
  'task-delegated': 'reason',
  'delegation-answered': 'comment',
  'delegation-recalled': 'reason',
  nudged: 'reason',
  'vote-cast': 'comment',
  'vote-withdrawn': 'reason',
  'voter-added': 'reason',
  'voter-removed': 'reason',
};

/** The detail of an entry that is not for the one who reads; `next` is the entry behind it. */
export function withheldOf(entry: JournalRow, next: JournalRow | undefined, isInternal: IsInternal): string[] {
  const name = SPOKEN[entry.kind];
  if (name === undefined || !entry.by || !isInternal(entry.by) || !(name in entry.details)) return [];
  return isDecision(entry, next) ? [] : [name];
}

// The vote that decides is followed by the decision, which has its words.
function isDecision({ kind, taskId, by }: JournalRow, next: JournalRow | undefined): boolean {
  return kind === 'vote-cast' && next?.kind === 'task-completed' && next.taskId === taskId && next.by?.id === by?.id;
}
