import { z } from 'zod';
import { month } from './fields';
import { nameAnswer, textAnswer } from './shown';

/** What 投诉统计表 is asked for: a month, as `2026-11`, or a year; one of them has to be named. */
export const statisticsAsked = {
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  month: month.optional(),
};

const counts = {
  /** Those that were entered and not withdrawn, cancelled ones among them. */
  complaints: z.number().int(),
  /** Those that were withdrawn: entered in error. */
  withdrawn: z.number().int(),
  /** Those of the complaints that somebody has cancelled. */
  cancelled: z.number().int(),
  /**
   * How many of them were complained of before within the set days: of a kind and of a customer the same customer and kind, of a
   * person that person, of a month either.
   */
  recurring: z.number().int(),
  /** How often the customer was not satisfied with what came of them. */
  dissatisfied: z.number().int(),
};

const monthAnswer = z.strictObject({
  /** As `2026-11`, by the day on which they were entered. */
  month: z.string(),
  ...counts,
  kinds: z.array(z.strictObject({ kind: z.string(), title: textAnswer, ...counts })),
  customers: z.array(z.strictObject({ customer: nameAnswer, ...counts })),
  persons: z.array(z.strictObject({ person: nameAnswer, ...counts })),
});

/** 投诉统计表 [001 客户投诉处理流程]: months with complaints, the earliest first. */
export const complaintStatisticsAnswer = z
  .strictObject({ recurringWithinDays: z.number().int(), months: z.array(monthAnswer) })
  .meta({ id: 'ComplaintStatistics' });

/** The figures of a month. */
export type ComplaintMonth = z.output<typeof monthAnswer>;
