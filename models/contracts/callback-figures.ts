import { z } from 'zod';
import { month } from './fields';
import { nameAnswer } from './shown';

/** What the figures of callbacks are asked for: the first and the last month, as `2026-11`, in the company's zone. */
export const callbackFiguresAsked = { from: month, to: month };

const counts = {
  /** Those that were begun, without what was withdrawn or cancelled. */
  callbacks: z.number().int(),
  /** Those of them in which the customer has answered. */
  reached: z.number().int(),
  /** Those in which nobody was reached; what is neither is still under way. */
  unreached: z.number().int(),
  /** Those in which the customer is satisfied: over the threshold, and without a problem. */
  satisfied: z.number().int(),
  /** Those that were not, and are once the measures were verified and they were answered. */
  recovered: z.number().int(),
  /** In percent of full satisfaction, over those that were reached; null where nobody was. */
  meanScore: z.number().nullable(),
  /** How many percent of those that were reached are satisfied; null where nobody was. */
  satisfiedPercent: z.number().nullable(),
  /** True where that is less than the aim. */
  isUnderAim: z.boolean(),
};

const figuresAnswer = z.strictObject({
  ...counts,
  customers: z.array(z.strictObject({ customer: nameAnswer, ...counts })),
  /** Who did the jobs that were asked about. */
  engineers: z.array(z.strictObject({ engineer: nameAnswer, ...counts })),
});

const monthAnswer = z.strictObject({
  /** As `2026-11`, by the day on which they were begun. */
  month: z.string(),
  ...figuresAnswer.shape,
});

/** Satisfaction per month, customer and engineer against the aim [001]: months with callbacks, the earliest first. */
export const callbackFiguresAnswer = z
  .strictObject({
    /** The share of satisfied customers below which the company must not fall. */
    aimPercent: z.number(),
    all: figuresAnswer,
    months: z.array(monthAnswer),
  })
  .meta({ id: 'CallbackFigures' });

/** What is counted. */
export type CallbackCounts = z.output<z.ZodObject<typeof counts>>;
/** The figures of a span. */
export type CallbackSpan = z.output<typeof figuresAnswer>;
/** The figures of a month. */
export type CallbackMonth = z.output<typeof monthAnswer>;
/** The figures of some months. */
export type CallbackFigures = z.output<typeof callbackFiguresAnswer>;
