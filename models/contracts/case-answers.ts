import { z } from 'zod';
import { ATTENTION_CODES, CASE_STATES, PRIORITIES } from '../codes';
import { pauseAnswer } from './deadline-answer';
import { formAnswer } from './form-answer';
import { pageSchema } from './lists';
import { tallySchema } from './quorum';
import { JOURNAL_KINDS, STEP_OUTCOMES } from './record';
import { nameAnswer, substituteAnswer, sha256Answer, textAnswer, valuesAnswer } from './shown';
import { taskLineAnswer } from './task-answers';

const lineShape = {
  id: z.string(),
  process: z.string(),
  processTitle: textAnswer.nullable(),
  subject: z.string(),
  customer: nameAnswer.nullable(),
  applicant: nameAnswer,
  priority: z.enum(PRIORITIES),
  state: z.enum(CASE_STATES),
  stage: z.string(),
  stageTitle: textAnswer.nullable(),
  round: z.number().int(),
  waitingFor: z.string(),
  attention: z.strictObject({ code: z.enum(ATTENTION_CODES), detail: z.string(), since: z.iso.datetime() }).nullable(),
  dueAt: z.iso.datetime().nullable(),
  /** The public holidays until then are not all announced: a new calendar may move it. */
  isDueProvisional: z.boolean(),
  isBreached: z.boolean(),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
};

/** A case as a line of a list; `waitingFor` is one sentence in the language of the request. */
export const caseLineAnswer = z.strictObject(lineShape).meta({ id: 'CaseLine' });
/** A page of cases. */
export const casePage = pageSchema(caseLineAnswer);

const waitingForTask = z.strictObject({
  kind: z.literal('task'),
  taskId: z.string(),
  step: z.string(),
  assignee: nameAnswer.nullable(),
  candidates: z.array(nameAnswer),
  isFallback: z.boolean(),
  substitutes: z.array(substituteAnswer).optional(),
  unserved: z.array(nameAnswer).optional(),
  onDuty: z.strictObject({ shift: textAnswer.nullable(), isManager: z.boolean() }).optional(),
  dueAt: z.iso.datetime().nullable(),
  tally: tallySchema.optional(),
  delegatedBy: nameAnswer.optional(),
  asked: z.array(z.strictObject({ to: nameAnswer, by: nameAnswer })).optional(),
  isDueProvisional: z.boolean().optional(),
  pause: pauseAnswer.nullish(),
  next: z.strictObject({ at: z.iso.datetime(), does: z.string(), to: z.string().nullable() }).nullable(),
  /** Which of several things the step is asked about. */
  item: textAnswer.optional(),
  /** How many tasks are open besides. */
  besides: z.number().int().optional(),
});

/** What a case waits for, as data. */
export const waitingAnswer = z
  .discriminatedUnion('kind', [
    waitingForTask,
    z.strictObject({ kind: z.literal('work'), doing: z.string() }),
    z.strictObject({ kind: z.literal('instant'), name: z.string(), at: z.iso.datetime() }),
    z.strictObject({ kind: z.literal('case'), caseId: z.string(), process: z.string() }),
    z.strictObject({ kind: z.literal('nothing') }),
  ])
  .meta({ id: 'Waiting' });

/** A document that a procedure produced; its id is what `/documents/{id}` takes. */
export const documentAnswer = z
  .strictObject({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    fileName: z.string(),
    sha256: sha256Answer,
    sizeInBytes: z.number().int(),
    at: z.iso.datetime(),
  })
  .meta({ id: 'Document' });
/** The documents of a case. */
export const caseDocumentsAnswer = z.strictObject({
  items: z.array(z.strictObject({ ...documentAnswer.shape, caseId: z.string() })),
});

/** A file that was handed in with a case; its id is what `/attachments/{id}` takes. */
export const caseFileAnswer = z
  .strictObject({
    id: z.string(),
    fileName: z.string(),
    contentType: z.string(),
    sizeInBytes: z.number().int(),
    at: z.iso.datetime(),
    owner: nameAnswer,
  })
  .meta({ id: 'CaseFile' });

/** A clock of the whole case, such as the limit of all its work together; `dueAt` is null while it stands still. */
export const caseClockAnswer = z
  .strictObject({
    name: z.string(),
    title: textAnswer,
    dueAt: z.iso.datetime().nullable(),
    isProvisional: z.boolean(),
    isStopped: z.boolean(),
    pause: pauseAnswer.nullable(),
    breachedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'CaseClock' });

/** A case with its data, its documents, its tasks, and what it waits for as data. */
export const caseAnswer = z
  .strictObject({
    ...lineShape,
    data: valuesAnswer,
    closing: z.string().nullable(),
    waiting: waitingAnswer,
    documents: z.array(documentAnswer),
    clocks: z.array(caseClockAnswer),
    journalHead: z.strictObject({ seq: z.number().int(), hash: z.string() }),
    history: z.string().nullable(),
    request: z.strictObject({ form: formAnswer, values: valuesAnswer }).nullable(),
    attachments: z.array(caseFileAnswer),
    may: z.strictObject({ withdraw: z.boolean(), cancel: z.boolean() }),
    tasks: z.array(taskLineAnswer),
    commentCount: z.number().int(),
    /** The case that opened it, and those that it has opened, which the asking person may see. */
    links: z.array(
      z.strictObject({
        caseId: z.string(),
        process: z.string(),
        processTitle: textAnswer.nullable(),
        subject: z.string(),
        state: z.enum(CASE_STATES),
        isOrigin: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Case' });

/** One entry of a case's journal, chained by hash to the one before. */
export const journalEntryAnswer = z
  .strictObject({
    caseId: z.string(),
    seq: z.number().int(),
    kind: z.enum(JOURNAL_KINDS),
    at: z.iso.datetime(),
    by: nameAnswer.nullable(),
    stage: z.string(),
    taskId: z.string().nullable(),
    details: valuesAnswer,
    /** What of the details is not for who asks: a customer's people do not read what the company's people told each other. */
    withheld: z.array(z.string()),
    previousHash: z.string(),
    hash: sha256Answer,
  })
  .meta({ id: 'JournalEntry' });
/** A page of a case's journal. */
export const journalPage = pageSchema(journalEntryAnswer);

/** The answer to everything that a person does to a case: when it comes, the record is written and the next task is there. */
export const stepAnswer = z
  .strictObject({
    caseId: z.string(),
    taskId: z.string().nullable(),
    outcome: z.enum(STEP_OUTCOMES),
    at: z.iso.datetime(),
    caseState: z.enum(CASE_STATES),
    stage: z.string(),
    nextTasks: z.array(z.string()),
  })
  .meta({ id: 'Step' });

export type CaseLineAnswer = z.output<typeof caseLineAnswer>;
export type CaseAnswer = z.output<typeof caseAnswer>;
export type JournalEntryAnswer = z.output<typeof journalEntryAnswer>;
