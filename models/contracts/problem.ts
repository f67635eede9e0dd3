import { z } from 'zod';
import { openTask } from './open-tasks';
import { ERRORS, type ErrorCode } from '../codes';

const CODES = Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]];

/** One fault of the input: where, as a JSON pointer into the body or the name of a parameter, and what. */
export const faultAnswer = z.strictObject({ pointer: z.string(), detail: z.string() }).meta({ id: 'Fault' });

/** Every refusal and failure, as `application/problem+json` [RFC 9457]. */
export const problemAnswer = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(CODES),
    retryable: z.boolean(),
    detail: z.string().optional(),
    errors: z.array(faultAnswer).optional(),
    /** The tasks that stand in the way. */
    tasks: z.array(openTask).optional(),
    instance: z.string(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' });
