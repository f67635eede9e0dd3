import { z } from 'zod';
import { STAFF_ROLES } from '../../models/codes';
import { copiesAnswer, copyAnswer, copyInput, copyPage, readInput } from '../../models/contracts/copies';
import { id } from '../../models/contracts/fields';
import type { CopyRow } from '../../models/db';
import { notHiddenFrom } from '../access-to-cases';
import { instantAndId, pageOf, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import { caseSeenBy } from '../use-cases/cases-seen';
import { copiesOf, copyCase, readCopy, shownCopy } from '../use-cases/copies';
import { beforeInstant, placeOf, type InstantAndId } from '../use-cases/filters';

const params = z.strictObject({ id });

/** 抄送: who was shown a case without having to do anything in it, and whether they have read it. */
export const COPY_ROUTES = [
  route({
    method: 'post',
    path: '/cases/{id}/copies',
    who: STAFF_ROLES,
    summary: { zh: '抄送', en: 'Send people a copy of a case' },
    repeats: 'stored',
    params,
    body: copyInput,
    answers: { 201: copiesAnswer },
    errors: ['not-found', 'not-allowed', 'invalid-input', 'too-often'],
    handle: async (call) => ({
      status: 201,
      body: { items: (await copyCase(call)).map(shownCopy) },
      access: { target: call.params.id, details: { copiedTo: call.body.to } },
    }),
  }),
  route({
    method: 'get',
    path: '/cases/{id}/copies',
    who: STAFF_ROLES,
    summary: { zh: '流程的抄送及阅读情况', en: "A case's copies, and who has read them" },
    repeats: 'none',
    params,
    answers: { 200: copiesAnswer },
    errors: ['not-found', 'not-allowed', 'invalid-input'],
    handle: async ({ deps, me, params: { id: caseId } }) => {
      await caseSeenBy(deps.db, me, caseId);
      return { status: 200, body: { items: (await copiesOf(deps.db, caseId)).map(shownCopy) } };
    },
  }),
  route({
    method: 'get',
    path: '/copies',
    who: 'signed-in',
    summary: { zh: '抄送给我的', en: 'What was copied to me' },
    repeats: 'none',
    query: z.strictObject({ unread: z.stringbool().optional(), case: id.optional(), ...paging }),
    answers: { 200: copyPage },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after, unread, case: caseId } }) => {
      const list = ['copies', unread ?? null, caseId ?? null];
      const mine = {
        'to.id': me.id,
        ...(unread === undefined ? {} : { readAt: unread ? null : { $ne: null } }),
        ...(caseId === undefined ? {} : { caseId }),
      };
      const rows = await deps.db.copies
        .find({
          $and: [
            mine,
            notHiddenFrom(me, 'caseId'),
            beforeInstant('at', positionOf<InstantAndId>(after, list, instantAndId)),
          ],
        })
        .sort({ at: -1, _id: -1 })
        .limit(limit + 1)
        .lean<CopyRow[]>();
      return { status: 200, body: pageOf(rows, limit, list, (row) => placeOf(row._id, row.at), shownCopy) };
    },
  }),
  route({
    method: 'post',
    path: '/copies/{id}/read',
    who: 'signed-in',
    summary: { zh: '标为已阅', en: 'Say that one has read a copy' },
    repeats: 'none',
    params,
    body: readInput,
    answers: { 200: copyAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: copyId }, body }) => ({
      status: 200,
      body: shownCopy(await readCopy(deps.db, me, copyId, body, deps.now())),
    }),
  }),
];
