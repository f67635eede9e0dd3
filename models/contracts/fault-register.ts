import { z } from 'zod';
import { CASE_STATES } from '../codes';
import { caseClockAnswer, caseLineAnswer } from './case-answers';
import { faultCause, faultTriage } from './fault-forms';
import { statisticsAsked } from './complaint-statistics';
import { id, line, month } from './fields';
import { pageSchema } from './lists';
import { chosenAnswer, nameAnswer } from './shown';

/** What the register of faults can be asked for; month and year are those in which they were received, in the company's zone. */
export const faultsAsked = {
  q: line(100).optional(),
  state: z.enum(CASE_STATES).optional(),
  level: faultTriage.fields.level.schema.optional(),
  urgency: faultTriage.fields.urgency.schema.optional(),
  class: faultTriage.fields.class.schema.optional(),
  customer: id.optional(),
  /** Who took it. */
  engineer: id.optional(),
  device: id.optional(),
  month: month.optional(),
  year: statisticsAsked.year,
};

/** A fault as a line of 维护记录库: from its report to its solution [002 §3.2]; null where that is not known yet. */
export const faultLineAnswer = z
  .strictObject({
    ...caseLineAnswer.shape,
    level: chosenAnswer.nullable(),
    urgency: chosenAnswer.nullable(),
    class: chosenAnswer.nullable(),
    reporter: z.strictObject({ name: z.string(), phone: z.string() }),
    engineer: nameAnswer.nullable(),
    device: nameAnswer.nullable(),
    clocks: z.array(caseClockAnswer),
    /** What kind of cause, and in words. */
    cause: z.strictObject({ kind: chosenAnswer, words: z.string() }).nullable(),
    solution: z.string().nullable(),
  })
  .meta({ id: 'FaultLine' });
/** A page of the register. */
export const faultPage = pageSchema(faultLineAnswer);

/** The most faults that the board shows. */
export const MOST_ON_BOARD = 500;
/** The open faults, what is due first on top. */
export const faultBoardAnswer = z
  .strictObject({
    items: z.array(faultLineAnswer),
    /** There are more open faults than the board shows. */
    isCut: z.boolean(),
  })
  .meta({ id: 'FaultBoard' });

/** How many had each grade, from 特别满意 to 不及格 [001 §3]. */
const grades = z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int()]);

const counts = {
  /** Those that were completed. */
  faults: z.number().int(),
  /** Those of them that were answered too late. */
  lateResponses: z.number().int(),
  /** Those of them that were solved too late. */
  lateSolutions: z.number().int(),
  /** Those of them whose answer and whose solution had each grade. */
  responseGrades: grades,
  solutionGrades: grades,
  /** What it took to solve one on average: minutes on its clock, without the time in which that stood still; null: nothing known. */
  meanMinutesToSolve: z.number().nullable(),
  /** Reports that were joined to a fault that was open already. */
  joined: z.number().int(),
  /** Those that ended without being solved: withdrawn or cancelled. */
  dropped: z.number().int(),
};

/** The figures of faults that ended in a year or a month, rolled up as each ended. */
export const faultFiguresAnswer = z
  .strictObject({
    ...counts,
    /** As `2026-11`; those with faults, the earliest first. */
    months: z.array(z.strictObject({ month: z.string(), ...counts })),
    levels: z.array(z.strictObject({ of: chosenAnswer, ...counts })),
    urgencies: z.array(z.strictObject({ of: chosenAnswer, ...counts })),
    classes: z.array(z.strictObject({ of: chosenAnswer, ...counts })),
    causes: z.array(z.strictObject({ of: chosenAnswer, ...counts })),
    customers: z.array(z.strictObject({ customer: nameAnswer, ...counts })),
    engineers: z.array(z.strictObject({ engineer: nameAnswer, ...counts })),
  })
  .meta({ id: 'FaultFigures' });

/** The figures of a span. */
export type FaultFigures = z.output<typeof faultFiguresAnswer>;
/** What is counted. */
export type FaultCounts = Pick<FaultFigures, keyof typeof counts>;
/** The kinds of cause, as the form has them. */
export const CAUSE_FIELD = faultCause.fields.causeKind;
/** What the figures are asked for: a month or a year, as the statistics of complaints. */
export const faultFiguresAsked = statisticsAsked;
