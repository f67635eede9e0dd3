import { z } from 'zod';
import { wrong } from '../faults';
import { id, lines } from './fields';
import { pageSchema } from './lists';
import { nameAnswer } from './shown';

const LONGEST_COMMENT = 5_000;
const MOST_MENTIONED = 20;

/** Who reads a comment: the company's own people only, or everybody who sees the case, the customer too. */
export const AUDIENCES = ['internal', 'everybody'] as const;

/** Who reads a comment. */
export type Audience = (typeof AUDIENCES)[number];

/** Several different people, by their ids. */
export const severalPeople = z
  .array(id)
  .max(MOST_MENTIONED)
  .refine((ids) => new Set(ids).size === ids.length, wrong('person-twice'));

/** What somebody writes about a case, for whom, and whom they mention (@). */
export const commentInput = z
  .strictObject({
    text: lines(LONGEST_COMMENT),
    /** Left out: `internal` for the company's own people, `everybody` for the customer's. */
    audience: z.enum(AUDIENCES).optional(),
    /** Who is told of it by mail; each must be able to read it. */
    mentions: severalPeople.default([]),
  })
  .meta({ id: 'CommentInput' });
/** A comment as it is answered; names are those of the time when it was written. */
export const commentAnswer = z
  .strictObject({
    id: z.string(),
    caseId: z.string(),
    at: z.iso.datetime(),
    by: nameAnswer,
    text: z.string(),
    audience: z.enum(AUDIENCES),
    mentions: z.array(nameAnswer),
  })
  .meta({ id: 'Comment' });
/** A page of comments. */
export const commentPage = pageSchema(commentAnswer);
