import { z } from 'zod';
import { severalPeople } from './comment';
import { line, lines } from './fields';
import { pageSchema } from './lists';
import { nameAnswer, textAnswer } from './shown';

const LONGEST = 500;

/** Whom a case is copied to (抄送), and what they are told. */
export const copyInput = z
  .strictObject({ to: severalPeople.min(1), message: lines(LONGEST).default('') })
  .meta({ id: 'CopyInput' });

/** That one has read a copy (已阅), with a word about it if one likes. */
export const readInput = z.strictObject({ note: line(LONGEST).optional() }).meta({ id: 'CopyRead' });

/** A copy of a case as it is answered. */
export const copyAnswer = z
  .strictObject({
    id: z.string(),
    caseId: z.string(),
    process: z.string(),
    processTitle: textAnswer.nullable(),
    subject: z.string(),
    to: nameAnswer,
    by: nameAnswer,
    at: z.iso.datetime(),
    message: z.string(),
    /** Null until it is read. */
    readAt: z.iso.datetime().nullable(),
    note: z.string(),
  })
  .meta({ id: 'Copy' });

/** A page of copies. */
export const copyPage = pageSchema(copyAnswer);

/** All copies of a case. */
export const copiesAnswer = z.strictObject({ items: z.array(copyAnswer) }).meta({ id: 'Copies' });
