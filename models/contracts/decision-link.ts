import { z } from 'zod';
import { OUTCOMES } from '../codes';
import { formAnswer } from './form-answer';
import { nameAnswer, textAnswer, valuesAnswer } from './shown';
import { taskAnswer } from './task-answers';

/** How what a link asks for stands: it is theirs to decide, they have decided it, or it is no longer asked of them. */
export const LINK_STATES = ['open', 'decided', 'closed'] as const;

const task = taskAnswer
  .pick({ id: true, caseId: true, process: true, processTitle: true, step: true, title: true, subject: true })
  .extend(
    taskAnswer.pick({ applicant: true, customer: true, round: true, dueAt: true, isDueProvisional: true, pause: true })
      .shape,
  )
  .extend(taskAnswer.pick({ form: true, facts: true, prefill: true, outcomes: true, returnTo: true }).shape);

const filledSchema = z.strictObject({
  form: formAnswer,
  values: valuesAnswer,
  names: z.record(z.string(), z.string()),
});

const decided = z.strictObject({
  title: textAnswer,
  outcome: z.enum(OUTCOMES),
  outcomeTitle: textAnswer,
  by: nameAnswer,
  forWhom: nameAnswer.nullable(),
  at: z.iso.datetime(),
  comment: z.string(),
  /** What was filled in with it; null where that was nothing, and of votes. Of others without their signatures. */
  filled: filledSchema.nullable(),
});

/**
 * What the link of a mail leads to: one task of one person, with all of its case that they need to decide it, for as long as it is
 * theirs to decide.
 */
export const decisionLinkAnswer = z
  .strictObject({
    person: nameAnswer,
    language: z.enum(['zh', 'en']),
    state: z.enum(LINK_STATES),
    expiresAt: z.iso.datetime(),
    task,
    /** What was applied for, and what the records in it are called. */
    request: filledSchema.nullable(),
    /** What is on record of the device that it is about. */
    about: z.array(z.strictObject({ label: textAnswer, value: z.string() })),
    /** What others have decided in this case so far; what a return made void is left out. */
    decisions: z.array(decided),
    /** Files that were handed in, and documents that were made. */
    files: z.array(z.strictObject({ id: z.string(), fileName: z.string(), sizeInBytes: z.number().int() })),
    /** What the person has decided, once they have. */
    decided: decided.nullable(),
  })
  .meta({ id: 'DecisionLink' });

export type DecisionLinkAnswer = z.output<typeof decisionLinkAnswer>;
