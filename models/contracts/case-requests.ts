import { z } from 'zod';
import { id, instantSent, lines } from './fields';
import { PLACES } from './quorum';

const form = z.record(z.string(), z.unknown());

/** Starts a case. */
export const startCaseSchema = z.strictObject({ process: z.string().max(40), form });

/** Decides a task; what the form may hold, the task says. */
export const completeTaskSchema = z.strictObject({
  outcome: z.string().max(20),
  comment: lines(4000).or(z.literal('')).default(''),
  returnTo: z.string().max(64).optional(),
  form: form.default({}),
});

/** Hands a task to somebody else for good. */
export const transferTaskSchema = z.strictObject({
  to: id,
  reason: lines(1000),
  /** Which seat, of a task that several decide; their own if it is not said. */
  seat: z.string().max(20).optional(),
});

/** Takes one's own vote back. */
export const withdrawVoteSchema = z.strictObject({ reason: lines(1000) });

/** Asks somebody for their opinion before one decides. */
export const delegateTaskSchema = z.strictObject({ to: id, reason: lines(1000) });

/** Gives the opinion that somebody was asked for. */
export const answerDelegationSchema = z.strictObject({ comment: lines(4000) });

/** Takes back what was delegated. */
export const recallTaskSchema = z.strictObject({ reason: lines(1000) });

/** Lets one more person vote on a task. */
export const addVoterSchema = z.strictObject({
  to: id,
  place: z.enum(PLACES),
  reason: lines(1000),
});

/** Takes a seat of a vote away. */
export const removeVoterSchema = z.strictObject({ reason: lines(1000) });

/** Asks those who have a task at hand to do it soon. */
export const nudgeSchema = z.strictObject({ reason: lines(500).or(z.literal('')).default('') });

/** Lets the clock of a task stand still, until an instant or until somebody lets it go on. */
export const pauseTaskSchema = z.strictObject({ reason: lines(1000), until: instantSent.optional() });

/** Ends a case before its time. */
export const closeCaseSchema = z.strictObject({ reason: lines(1000) });

/** A body without contents. */
export const emptySchema = z.strictObject({});
