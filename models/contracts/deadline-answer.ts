import { z } from 'zod';
import { textAnswer } from './shown';

const instant = z.iso.datetime();
const ms = z.number().int();
const time = z.enum(['open', 'elapsed']);

/** Since when a clock stands still, why, and, where that is known, when it goes on by itself. */
export const pauseAnswer = z
  .strictObject({ since: instant, reason: z.string(), until: instant.optional() })
  .meta({ id: 'Pause' });

/** Why a deadline is what it is: everything that was counted, and what was not. */
export const deadlineReasonAnswer = z
  .strictObject({
    time,
    /** What was counted at first, where that was the other kind of time. */
    timeBefore: time.nullable(),
    budgetInMs: ms,
    /** The budget as the policy says it, where that is in working days. */
    workingDays: z.number().int().nullable(),
    dueAt: instant.nullable(),
    stretches: z.array(z.strictObject({ from: instant, to: instant, ms })),
    specialDays: z.array(
      z.strictObject({
        from: z.iso.date(),
        to: z.iso.date(),
        kind: z.enum(['off', 'make-up', 'exception', 'closed']),
        title: textAnswer.nullable(),
      }),
    ),
    pauses: z.array(
      z.strictObject({ from: instant, to: instant.nullable(), openInMs: ms.nullable(), reason: z.string() }),
    ),
    calendar: z.strictObject({ id: z.string(), version: z.number().int(), title: textAnswer }).nullable(),
    timeZone: z.string(),
    isProvisional: z.boolean(),
  })
  .meta({ id: 'DeadlineReason' });

const shape = {
  state: z.enum(['running', 'paused', 'stopped']),
  pause: pauseAnswer.nullable(),
  /** Used and left of the budget now, or when it was stopped; less than nothing is left of an overrun one. */
  usedInMs: ms,
  remainingInMs: ms,
  breachedAt: instant.nullable(),
  /** Why the deadline is what it is, in one sentence of the request's language. */
  sentence: z.string(),
  reason: deadlineReasonAnswer,
};

/** How a deadline stands, and why it is what it is. */
export const deadlineAnswer = z.strictObject(shape).meta({ id: 'ClockState' });
/** The deadline of a task; null where the policy sets none. */
export const taskDeadlineAnswer = z.strictObject({ deadline: deadlineAnswer.nullable() });

/** The clocks of a whole case, each with why its deadline is what it is, and what was overrun. */
export const caseClocksAnswer = z.strictObject({
  items: z.array(
    z.strictObject({
      name: z.string(),
      title: textAnswer,
      /** Of a response or a resolution that was reached [001 §3]. */
      grade: z.strictObject({ value: z.number().int().min(1).max(4), title: textAnswer }).nullable(),
      ...shape,
    }),
  ),
  breaches: z.array(
    z.strictObject({
      about: z.enum(['task', 'case']),
      name: z.string(),
      title: textAnswer,
      taskId: z.string().nullable(),
      at: instant,
    }),
  ),
});

export type DeadlineAnswer = z.output<typeof deadlineAnswer>;
export type CaseClocksAnswer = z.output<typeof caseClocksAnswer>;
