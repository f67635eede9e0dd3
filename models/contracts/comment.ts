import { z } from 'zod';
import { lines } from './fields';
import { pageSchema } from './lists';

const LONGEST_COMMENT = 5_000;

/** What somebody writes about a case. */
export const commentInput = z.strictObject({ text: lines(LONGEST_COMMENT) }).meta({ id: 'CommentInput' });
/** A comment as it is answered; the name is the one that its author had then. */
export const commentAnswer = z
  .strictObject({
    id: z.string(),
    caseId: z.string(),
    at: z.iso.datetime(),
    by: z.strictObject({ id: z.string(), name: z.string() }),
    text: z.string(),
  })
  .meta({ id: 'Comment' });
/** A page of comments. */
export const commentPage = pageSchema(commentAnswer);
