import { z } from 'zod';
import { CASE_STATES, OUTCOMES } from '../codes';
import { id, instantSent, line } from './fields';
import { nameAnswer, textAnswer } from './shown';
import { wrong } from '../faults';

/** How something that a cutover asks of a person stands. */
export const ASKED_STATES = ['waiting', 'under-way', 'done', 'failed', 'over-time', 'stopped'] as const;
/** How a step of the plan stands; its roll-back, once that has begun, says more than what came before it. */
export const STEP_STATES = [...ASKED_STATES, 'undoing', 'undone', 'undo-failed'] as const;

/** Where something that is asked of a person stands; of several attempts the last. */
const asked = {
  state: z.enum(ASKED_STATES),
  /** The task of the last attempt; null before the first. */
  taskId: z.string().nullable(),
  attempts: z.number().int(),
  /** Whose it is; null where it is whoever holds the role, and nobody has done it yet. */
  by: nameAnswer.nullable(),
  begunAt: z.iso.datetime().nullable(),
  /** When it was confirmed, or found to have failed; null as long as nobody has said. */
  answeredAt: z.iso.datetime().nullable(),
  /** Until when it may take, while it is under way. */
  dueAt: z.iso.datetime().nullable(),
  /** What the person found, or why it failed. */
  result: z.string(),
};

/** Something beside the steps: backup, check, observation, restoring. */
const part = z.strictObject({ ...asked, title: textAnswer }).meta({ id: 'CutoverPart' });

/** A step of the plan with its undo. */
const step = z
  .strictObject({
    ...asked,
    number: z.number().int(),
    state: z.enum(STEP_STATES),
    /** How doing it went, also once it is undone. */
    doing: z.enum(ASKED_STATES),
    by: nameAnswer,
    action: z.string(),
    check: z.string(),
    undo: z.string(),
    /** The limit. */
    minutes: z.number(),
    isConfirmed: z.boolean(),
    /** Null where there is nothing to undo. */
    undoing: z.strictObject(asked).nullable(),
  })
  .meta({ id: 'CutoverStep' });

/** What went wrong, and, after the point of no return, what the maintenance manager decided. */
const trouble = z
  .strictObject({
    cause: z.string(),
    title: textAnswer,
    step: z.number().int().nullable(),
    reason: z.string(),
    by: nameAnswer.nullable(),
    at: z.iso.datetime(),
    isPastNoReturn: z.boolean(),
    /** Nothing was begun in its window, and it was planned anew. */
    isCalledOff: z.boolean(),
    /** Null where nobody is asked, since it is rolled back by itself. */
    direction: z
      .strictObject({
        taskId: z.string(),
        /** Null until it is decided. */
        outcome: z.enum(OUTCOMES).nullable(),
        title: textAnswer.nullable(),
        by: nameAnswer.nullable(),
        at: z.iso.datetime().nullable(),
        comment: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'CutoverTrouble' });

const auditAnswer = z
  .strictObject({
    question: z.string(),
    text: textAnswer,
    answer: z.enum(['yes', 'no', 'not-applicable', 'ask']),
    /** What QA said, where QA was asked. */
    basis: z.string(),
    cites: z.array(
      z.strictObject({
        kind: z.enum(['task', 'document', 'start']),
        id: z.string(),
        title: textAnswer,
        at: z.iso.datetime(),
      }),
    ),
  })
  .meta({ id: 'CutoverAuditAnswer' });

/** A cutover while it goes on and afterwards: the plan with how each of its steps stands. */
export const cockpitAnswer = z
  .strictObject({
    caseId: z.string(),
    /** When this was so. */
    at: z.iso.datetime(),
    state: z.enum(CASE_STATES),
    stage: z.string(),
    kind: z.strictObject({ value: z.string(), title: textAnswer }),
    system: z.string(),
    /** Null until there is a plan. */
    plan: z
      .strictObject({
        window: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }),
        watch: nameAnswer,
        /** After which step there is no return; null: there always is. */
        noReturnAfter: z.number().int().nullable(),
        /** Whether that step is confirmed. */
        isPastNoReturn: z.boolean(),
        triggers: z.string(),
        observationHours: z.number(),
        /** When the observation is over; null before it has begun. */
        observedUntil: z.iso.datetime().nullable(),
        steps: z.array(step),
        backup: part,
        verification: part,
        observation: part,
        /** What frames the undoing of the steps; null where nothing is rolled back. */
        rollBack: z.strictObject({ backup: part, restoring: part, verification: part }).nullable(),
      })
      .nullable(),
    isRolledBack: z.boolean(),
    troubles: z.array(trouble),
    audit: z.array(auditAnswer),
    /** The task by which the asking person calls a halt; null where they may not. */
    mayHalt: z.string().nullable(),
  })
  .meta({ id: 'CutoverCockpit' });

/** The longest span of the cutover calendar that is shown at once. */
export const LONGEST_SPAN_IN_DAYS = 100;
/** No more windows are shown at once. */
export const MOST_WINDOWS = 500;

/** Which part of the calendar of cutovers is asked for. */
export const cutoversQuery = z.strictObject({ from: instantSent, to: instantSent });

const MOST_DEVICES = 50;

/** For which window is asked what it would clash with; the case for which it is planned does not clash with itself. */
export const clashesQuery = z.strictObject({
  from: instantSent,
  to: instantSent,
  /** The end of the observation: until then it works on the same things. */
  until: instantSent.optional(),
  customer: id.optional(),
  system: line(100).optional(),
  /** The ids of devices, with commas between. */
  devices: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}(,[A-Za-z0-9][A-Za-z0-9._-]{0,63})*$/, wrong('not-an-id'))
    .transform((ids) => ids.split(','))
    .refine((ids) => ids.length <= MOST_DEVICES)
    .optional(),
  case: id.optional(),
});

const dayOff = z.strictObject({ date: z.iso.date(), name: textAnswer }).meta({ id: 'DayOff' });

/** The windows of cutovers in a span, the first that begins first, and the days off in it, on which nobody cuts over. */
export const cutoversAnswer = z
  .strictObject({
    items: z.array(
      z
        .strictObject({
          id: z.string(),
          subject: z.string(),
          system: z.string(),
          customer: nameAnswer.nullable(),
          state: z.enum(CASE_STATES),
          stage: z.string(),
          stageTitle: textAnswer.nullable(),
          from: z.iso.datetime(),
          to: z.iso.datetime(),
        })
        .meta({ id: 'CutoverWindow' }),
    ),
    /** True where there are more than are shown. */
    hasMore: z.boolean(),
    daysOff: z.array(dayOff),
  })
  .meta({ id: 'Cutovers' });

/** What a window would clash with. */
export const clashesAnswer = z
  .strictObject({
    daysOff: z.array(dayOff),
    cases: z.array(
      z.strictObject({
        ...{ id: z.string(), subject: z.string(), from: z.iso.datetime(), to: z.iso.datetime() },
        /** Until when it is observed; null while it is being rolled back. */
        until: z.iso.datetime().nullable(),
      }),
    ),
  })
  .meta({ id: 'Clashes' });

export type AskedState = (typeof ASKED_STATES)[number];
export type CutoverCockpit = z.output<typeof cockpitAnswer>;
export type CutoverPart = z.output<typeof part>;
export type CutoverStep = z.output<typeof step>;
