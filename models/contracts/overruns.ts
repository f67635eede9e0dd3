import { z } from 'zod';
import { id, month } from './fields';
import { pageSchema } from './lists';
import { nameAnswer, textAnswer } from './shown';

const name = z.string().min(1).max(64);

/** What overruns can be asked for; the month is that of the deadline in the company's zone, `2026-11`. */
export const overrunsAsked = {
  month: month.optional(),
  person: id.optional(),
  step: name.optional(),
  clock: name.optional(),
  process: z.string().max(40).optional(),
  customer: id.optional(),
};

/** A deadline that was overrun, and who had it in hand [002 §3.2]. */
export const overrunAnswer = z
  .strictObject({
    id: z.string(),
    caseId: z.string(),
    process: z.string(),
    processTitle: textAnswer.nullable(),
    customer: nameAnswer.nullable(),
    about: z.enum(['task', 'case']),
    /** The step of a task, or the name of a clock of the whole case. */
    name: z.string(),
    title: textAnswer,
    taskId: z.string().nullable(),
    stage: z.string(),
    stageTitle: textAnswer.nullable(),
    people: z.array(nameAnswer),
    budgetInMs: z.number().int(),
    time: z.enum(['open', 'elapsed']),
    dueAt: z.iso.datetime(),
    month,
    calendar: z.strictObject({ id: z.string(), version: z.number().int() }),
  })
  .meta({ id: 'Overrun' });
/** A page of overruns. */
export const overrunPage = pageSchema(overrunAnswer);
