import type { z } from 'zod';
import type { stepAnswer } from '../../models/contracts/case-answers';
import type { StepAnswer } from '../../models/contracts/record';

/** The answer without the key and hash that are the product's own. */
export function shownAnswer({ key: _key, bodyHash: _hash, ...answer }: StepAnswer): z.output<typeof stepAnswer> {
  return { ...answer, nextTasks: [...answer.nextTasks] };
}
