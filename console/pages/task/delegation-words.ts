import type { Task } from '../../api/types';
import type { Say } from '../../words/say';

/** Who asks whom what they think, as the reader is spoken to. */
export function delegationWords({ by, to, reason }: NonNullable<Task['delegation']>, reader: string, say: Say): string {
  const key = to.id === reader ? 'task.delegatedToYou' : by.id === reader ? 'task.delegatedByYou' : 'task.delegatedTo';
  return say(key, { by: by.name, to: to.name, reason });
}
