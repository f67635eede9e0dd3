import { z } from 'zod';
import { commentAnswer, commentInput, commentPage } from '../../models/contracts/comment';
import { id } from '../../models/contracts/fields';
import { instantAndId, pageOf, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import { caseSeenBy } from '../use-cases/cases-seen';
import { comment, readableComments, shownComment } from '../use-cases/comments';
import { behindInstant, placeOf, type InstantAndId } from '../use-cases/filters';

const params = z.strictObject({ id });

/** What people say about a case, besides what they decide in it. */
export const COMMENT_ROUTES = [
  route({
    method: 'get',
    path: '/cases/{id}/comments',
    who: 'signed-in',
    summary: { zh: '流程评论', en: "A case's comments" },
    repeats: 'none',
    params,
    query: z.strictObject(paging),
    answers: { 200: commentPage },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: caseId }, query: { limit, after } }) => {
      await caseSeenBy(deps.db, me, caseId);
      const list = ['comments', caseId];
      const rows = await deps.db.comments
        .find({
          $and: [
            { caseId },
            readableComments(me),
            behindInstant('at', positionOf<InstantAndId>(after, list, instantAndId)),
          ],
        })
        .sort({ at: 1, _id: 1 })
        .limit(limit + 1)
        .lean();
      return { status: 200, body: pageOf(rows, limit, list, (row) => placeOf(row._id, row.at), shownComment) };
    },
  }),
  route({
    method: 'post',
    path: '/cases/{id}/comments',
    who: 'signed-in',
    summary: { zh: '发表评论', en: 'Comment on a case' },
    repeats: 'stored',
    params,
    body: commentInput,
    answers: { 201: commentAnswer },
    errors: ['not-found', 'invalid-input', 'too-often'],
    handle: async (call) => ({ status: 201, body: shownComment(await comment(call)) }),
  }),
];
