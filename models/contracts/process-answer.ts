import { z } from 'zod';
import { formAnswer } from './form-answer';
import { policySchema } from './policy';
import { textAnswer } from './shown';

/** A procedure as people choose it, with the form that starts it. */
export const processAnswer = z
  .strictObject({
    type: z.string(),
    title: textAnswer,
    source: z.string(),
    mayStart: z.boolean(),
    stages: z.array(z.strictObject({ stage: z.string(), title: textAnswer })),
    /** The instants that its cases wait for. */
    alarms: z.array(z.strictObject({ alarm: z.string(), title: textAnswer })),
    startForm: formAnswer,
  })
  .meta({ id: 'Process' });
/** The procedures that are installed. */
export const processesAnswer = z.strictObject({ items: z.array(processAnswer) });

/** The policy of a procedure in force, and as shipped; version 0 is as shipped. */
export const policyAnswer = z
  .strictObject({ process: z.string(), version: z.number().int(), policy: policySchema, shipped: policySchema })
  .meta({ id: 'PolicyInForce' });

export type ProcessAnswer = z.output<typeof processAnswer>;
