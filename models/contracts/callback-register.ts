import { z } from 'zod';
import { CASE_STATES } from '../codes';
import { callbackAskedAgain, callbackRequest } from './callback-forms';
import { caseLineAnswer } from './case-answers';
import { statisticsAsked } from './complaint-statistics';
import { id, line, month } from './fields';
import { MOST_ON_BOARD } from './fault-register';
import { pageSchema } from './lists';
import { chosenAnswer, nameAnswer } from './shown';

/** What a callback came to: the customer answered, and was satisfied or not, or was after the measures; nobody was reached; or it is under way. */
export const CALLBACK_RESULTS = ['reached', 'satisfied', 'dissatisfied', 'recovered', 'unreached', 'none'] as const;

/** What the register of callbacks can be asked for; month and year are those in which they were begun, in the company's zone. */
export const callbacksAsked = {
  q: line(100).optional(),
  state: z.enum(CASE_STATES).optional(),
  reason: callbackRequest.fields.reason.schema.optional(),
  customer: id.optional(),
  /** Who did the job that is asked about. */
  engineer: id.optional(),
  result: z.enum(CALLBACK_RESULTS).optional(),
  month: month.optional(),
  year: statisticsAsked.year.optional(),
  /** Those that the figures count: they leave out what was withdrawn or cancelled. */
  counted: z.stringbool().optional(),
};

/** A callback as a line of the register: whom it asks about what, how often they were tried, and what came of it. */
export const callbackLineAnswer = z
  .strictObject({
    ...caseLineAnswer.shape,
    reason: chosenAnswer,
    means: chosenAnswer,
    /** Whom to ask. */
    contact: z.string(),
    /** The case that it asks about; null where it is about none, or about one that is hidden from who reads this. */
    about: z.string().nullable(),
    /** Who did that job. */
    workers: z.array(nameAnswer),
    attempts: z.array(
      z.strictObject({
        at: z.iso.datetime({ offset: true }),
        by: nameAnswer,
        reached: z.boolean(),
        /** Why nobody was reached. */
        why: z.string(),
        /** When they want to be tried again; null where nothing was agreed. */
        again: z.iso.datetime({ offset: true }).nullable(),
      }),
    ),
    /** Until when the next attempt waits; null where it waits for somebody, or for nothing. */
    nextAttemptAt: z.iso.datetime({ offset: true }).nullable(),
    result: z
      .strictObject({
        ...{ score: z.number().nullable(), reached: z.boolean(), satisfied: z.boolean() },
        /** Whether they are satisfied after the measures; null where they were not asked once more. */
        now: callbackAskedAgain.fields.now.schema.nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'CallbackLine' });
/** A page of the register. */
export const callbackPage = pageSchema(callbackLineAnswer);

/** What the callbacks that are due can be asked for. */
export const callbackBoardAsked = { customer: id.optional() };
/** The most callbacks that are shown as due. */
export const MOST_DUE = MOST_ON_BOARD;
/** The open callbacks, what is due first on top. */
export const callbackBoardAnswer = z
  .strictObject({
    items: z.array(callbackLineAnswer),
    /** There are more open callbacks than are shown. */
    isCut: z.boolean(),
  })
  .meta({ id: 'CallbackBoard' });
