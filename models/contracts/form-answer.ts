import { z } from 'zod';
import { FIELD_KINDS } from './fields';
import { textAnswer } from './shown';
import { SIGNINGS } from './signing';

const described = {
  kind: z.enum(FIELD_KINDS),
  label: textAnswer,
  optional: z.boolean(),
  unit: z.string().optional(),
  multiline: z.boolean().optional(),
  /** Of a signature: a drawing is asked for or required; missing where a tick is all. */
  signing: z.enum(SIGNINGS).optional(),
  /** Of a day or an instant that has been: today in the company's zone, or now, is the latest that is taken. */
  latest: z.enum(['today', 'now']).optional(),
  /** Of an instant: it is still to come. */
  earliest: z.literal('now').optional(),
  starts: z.literal('now').optional(),
  onRefusal: z.enum(['also', 'only']).optional(),
  /** Of a person: one of the company's own, who works there now. */
  among: z.literal('staff').optional(),
  options: z.array(z.strictObject({ value: z.string(), label: textAnswer })).optional(),
};

/** What a form knows of a field beyond its JSON Schema: kind, labels, unit, options, and the columns of a table. */
export const fieldAnswer = z
  .strictObject({ ...described, columns: z.record(z.string(), z.strictObject(described)).optional() })
  .meta({ id: 'Field' });

/** A form as JSON Schema, with what else is known of each field under `x-field`. */
export const formAnswer = z
  .strictObject({
    $id: z.string(),
    title: z.string(),
    'x-title': textAnswer,
    type: z.literal('object'),
    properties: z.record(z.string(), z.looseObject({ title: z.string(), 'x-field': fieldAnswer })),
    required: z.array(z.string()),
    additionalProperties: z.literal(false),
  })
  .meta({ id: 'Form' });
