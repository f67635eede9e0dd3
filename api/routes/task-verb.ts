import { z } from 'zod';
import type { ErrorCode } from '../../models/codes';
import { stepAnswer } from '../../models/contracts/case-answers';
import type { StepAnswer } from '../../models/contracts/record';
import type { Text } from '../../models/contracts/text';
import { route, type Call, type Route } from '../http/route';
import { shownAnswer } from '../show/step';

/** The task of an address. */
export const taskParams = z.strictObject({ id: z.string().max(120) });

/** What a case refuses with, whatever is done about one of its tasks. */
export const TASK_REFUSALS = [
  ...(['not-found', 'not-allowed', 'own-request', 'wrong-state'] as const),
  ...(['task-closed', 'task-claimed', 'case-closed', 'invalid-input', 'busy'] as const),
] as const;

interface TaskVerb<Params extends z.ZodType, Body extends z.ZodType> {
  /** Below `/tasks/{id}`. */
  readonly path: string;
  readonly summary: Text;
  readonly params: Params;
  readonly body: Body;
  /** What it refuses with besides what every verb does. */
  readonly errors?: readonly ErrorCode[];
  readonly act: (call: Call<z.output<Params>, unknown, z.output<Body>>) => Promise<StepAnswer>;
}

/** Declares what people do about a task: everybody signed in may ask, the case itself accepts or refuses. */
export function taskVerb<Params extends z.ZodType, Body extends z.ZodType>(verb: TaskVerb<Params, Body>): Route {
  const { path, summary, params, body, errors = [], act } = verb;
  return route({
    method: 'post',
    path: `/tasks/{id}/${path}`,
    who: 'signed-in',
    summary,
    repeats: 'case',
    params,
    body,
    answers: { 200: stepAnswer },
    errors: [...TASK_REFUSALS, ...errors],
    handle: async (call) => ({ status: 200, body: shownAnswer(await act(call)) }),
  });
}
