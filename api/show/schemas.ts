import { z } from 'zod';
import { CASE_STATES } from '../../models/codes';
import type { StepAnswer } from '../../models/contracts/record';

/** The answer to everything that a person does to a case. */
export const stepAnswerSchema = z.object({
  caseId: z.string(),
  taskId: z.string().nullable(),
  outcome: z.string(),
  at: z.iso.datetime(),
  caseState: z.enum(CASE_STATES),
  stage: z.string(),
  nextTasks: z.array(z.string()),
});

/** The answer without the key and hash that are the product's own. */
export function shownAnswer({ key: _key, bodyHash: _hash, ...answer }: StepAnswer): z.output<typeof stepAnswerSchema> {
  return { ...answer, nextTasks: [...answer.nextTasks] };
}
