import { z } from 'zod';
import { OUTCOMES, PRIORITIES } from '../codes';
import { pauseAnswer } from './deadline-answer';
import { formAnswer } from './form-answer';
import { pageSchema } from './lists';
import { lapseSchema, rungSchema } from './policy';
import { PLACES, quorumSchema, tallySchema } from './quorum';
import { MAIL_KINDS } from './record';
import { DUTY_BY } from './roster';
import { nameAnswer, substituteAnswer, textAnswer, valuesAnswer } from './shown';
import { TASK_STATUSES } from './task';

const lineShape = {
  id: z.string(),
  caseId: z.string(),
  process: z.string(),
  processTitle: textAnswer.nullable(),
  step: z.string(),
  /** The step's title, with which of several things the task is about. */
  title: textAnswer.nullable(),
  /** The key of what it is about; null where its step is asked about one thing. */
  item: z.string().nullable(),
  stage: z.string(),
  round: z.number().int(),
  subject: z.string(),
  applicant: nameAnswer,
  customerId: z.string().nullable(),
  customer: nameAnswer.nullable(),
  priority: z.enum(PRIORITIES),
  status: z.enum(TASK_STATUSES),
  isVoid: z.boolean(),
  outcome: z.enum(OUTCOMES).nullable(),
  outcomeTitle: textAnswer.nullable(),
  decidedBy: nameAnswer.nullable(),
  assignee: nameAnswer.nullable(),
  owner: nameAnswer.nullable(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime().nullable(),
  /** The public holidays until then are not all announced: a new calendar may move it. */
  isDueProvisional: z.boolean(),
  closedAt: z.iso.datetime().nullable(),
  pause: pauseAnswer.nullable(),
  breachedAt: z.iso.datetime().nullable(),
  mayAct: z.boolean(),
  /** How the votes stand where several decide; null where one person does. */
  tally: tallySchema.nullable(),
  /** For whom the asking person acts on it, who is absent. */
  actingFor: nameAnswer.nullable(),
};

/** A task as a line of a list; `mayAct` says whether the asking person could decide it now. */
export const taskLineAnswer = z.strictObject(lineShape).meta({ id: 'TaskLine' });
/** A page of tasks. */
export const taskPage = pageSchema(taskLineAnswer);

/** What a person decided on a task. */
export const decisionAnswer = z
  .strictObject({
    taskId: z.string(),
    stage: z.string(),
    step: z.string(),
    round: z.number().int(),
    outcome: z.enum(OUTCOMES),
    by: nameAnswer,
    forWhom: nameAnswer.nullable(),
    at: z.iso.datetime(),
    comment: z.string(),
    returnTo: z.string().nullable(),
    /** The key of what it is about, of several. */
    item: z.string().optional(),
    seat: z.string().optional(),
    tally: tallySchema.optional(),
    /** `by` took a seat away (减签), and the votes that there were decided: `by` has approved nothing. */
    isByRemoval: z.literal(true).optional(),
    form: valuesAnswer,
    names: z.record(z.string(), z.string()),
    isVoid: z.boolean(),
  })
  .meta({ id: 'Decision' });

/** One of several who decide together: the role that was asked, who has taken the seat, and the vote. */
const seatAnswer = z
  .strictObject({
    seat: z.string(),
    role: textAnswer.nullable(),
    assignee: nameAnswer.nullable(),
    /** True for a seat that may vote now; one after another, the others have to wait. */
    isInTurn: z.boolean(),
    /** Who asked them besides (加签). */
    addedBy: nameAnswer.nullable(),
    mayRemove: z.boolean(),
    vote: z
      .strictObject({
        outcome: z.enum(OUTCOMES),
        title: textAnswer,
        by: nameAnswer,
        forWhom: nameAnswer.nullable(),
        at: z.iso.datetime(),
        comment: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'Seat' });

/** How several decide a task: the rule in words, and each seat with its vote. */
const votingAnswer = z
  .strictObject({ quorum: quorumSchema, rule: textAnswer, seats: z.array(seatAnswer) })
  .meta({ id: 'Voting' });

/** Who asks whom what they think, before they decide (委派). */
const delegationAnswer = z
  .strictObject({ to: nameAnswer, by: nameAnswer, reason: z.string(), at: z.iso.datetime() })
  .meta({ id: 'Delegation' });

/** What somebody who was asked thinks of a task. */
const opinionAnswer = z
  .strictObject({ by: nameAnswer, forWhom: nameAnswer, at: z.iso.datetime(), comment: z.string() })
  .meta({ id: 'Opinion' });

/** Whom the roster of a team has called to a task, and what happens if they do not take it in hand. */
const dutyAnswer = z
  .strictObject({
    teamId: z.string(),
    called: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        at: z.iso.datetime(),
        shift: textAnswer.nullable(),
        by: z.enum([...DUTY_BY, 'manager']),
      }),
    ),
    /** Which limit runs: to claim it, which acknowledges it, or to go on with it; null where none does. */
    limit: z.enum(['acknowledge', 'progress']).nullable(),
    next: z.strictObject({ at: z.iso.datetime(), does: z.string(), to: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'TaskDuty' });

/** A mail about a task that was refused, or that nobody knows the end of, with what to do. */
const undeliveredAnswer = z
  .strictObject({
    mailId: z.string(),
    kind: z.enum(MAIL_KINDS),
    recipient: nameAnswer,
    state: z.enum(['refused', 'unknown']),
    at: z.iso.datetime(),
    /** What the mail server said. */
    reply: z.string(),
    advice: textAnswer,
  })
  .meta({ id: 'UndeliveredMail' });

/** A task with its form, its outcomes, the ladder of its deadline and what was decided. */
export const taskAnswer = z
  .strictObject({
    ...lineShape,
    may: z.strictObject({
      claim: z.boolean(),
      transfer: z.boolean(),
      pause: z.boolean(),
      resume: z.boolean(),
      delegate: z.boolean(),
      answerDelegation: z.boolean(),
      recall: z.boolean(),
      nudge: z.boolean(),
      withdrawVote: z.boolean(),
      /** Where this person could let one more vote; empty where they could not. */
      addVoter: z.array(z.enum(PLACES)),
    }),
    form: formAnswer.nullable(),
    /** What there is to know of what it is about. */
    facts: z.array(z.strictObject({ label: textAnswer, value: z.union([z.string(), textAnswer]) })),
    prefill: valuesAnswer,
    outcomes: z.array(z.strictObject({ outcome: z.enum(OUTCOMES), title: textAnswer, needsComment: z.boolean() })),
    returnTo: z.array(z.strictObject({ stage: z.string(), title: textAnswer.nullable() })),
    ladder: z.array(
      z.strictObject({ rung: z.union([rungSchema, lapseSchema]), walkedAt: z.iso.datetime().nullable() }),
    ),
    decision: decisionAnswer.nullable(),
    /** Who is asked for their opinion first: where one person decides, or by this person. */
    delegation: delegationAnswer.nullable(),
    opinions: z.array(opinionAnswer),
    /** When somebody nudged last. */
    nudgedAt: z.iso.datetime().nullable(),
    /** Null where one person decides. */
    voting: votingAnswer.nullable(),
    /** Null where no roster says who does it. */
    duty: dutyAnswer.nullable(),
    /** Who acts for whom on it; those who are absent keep it. */
    substitutes: z.array(substituteAnswer),
    commentCount: z.number().int(),
    /** To whom the last mail about it did not get through, or may not have; empty for a customer's people. */
    undelivered: z.array(undeliveredAnswer),
  })
  .meta({ id: 'Task' });

export type TaskLineAnswer = z.output<typeof taskLineAnswer>;
export type TaskAnswer = z.output<typeof taskAnswer>;
