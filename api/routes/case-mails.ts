import { z } from 'zod';
import { STAFF_ROLES } from '../../models/codes';
import { id } from '../../models/contracts/fields';
import { mailPage } from '../../models/contracts/mail';
import type { MailRow } from '../../models/db';
import { instantAndId, pageOf, paging, positionOf } from '../http/paging';
import { route } from '../http/route';
import { caseSeenBy } from '../use-cases/cases-seen';
import { behindInstant, placeOf, type InstantAndId } from '../use-cases/filters';

/** The mails of a case: who was told what, and whether it arrived. */
export const CASE_MAIL_ROUTES = [
  route({
    method: 'get',
    path: '/cases/{id}/mails',
    who: STAFF_ROLES,
    summary: { zh: '流程邮件及投递情况', en: "A case's mails and how they were sent" },
    repeats: 'none',
    params: z.strictObject({ id }),
    query: z.strictObject(paging),
    answers: { 200: mailPage },
    errors: ['not-found', 'not-allowed', 'invalid-input'],
    handle: async ({ deps, me, params: { id: caseId }, query: { limit, after } }) => {
      await caseSeenBy(deps.db, me, caseId);
      const list = ['mails', caseId];
      const rows = await deps.db.mails
        .find({ $and: [{ caseId }, behindInstant('createdAt', positionOf<InstantAndId>(after, list, instantAndId))] })
        .sort({ createdAt: 1, _id: 1 })
        .limit(limit + 1)
        .lean<MailRow[]>();
      return { status: 200, body: pageOf(rows, limit, list, (row) => placeOf(row._id, row.createdAt), shownMail) };
    },
  }),
];

function shownMail(row: MailRow) {
  const {
    _id,
    messageId,
    kind,
    step,
    taskId,
    recipient,
    state,
    attempts,
    createdAt,
    sentAt,
    nextAttemptAt,
    heldUntil,
  } = row;
  return {
    ...{ id: _id, messageId, kind, step, taskId, state, attempts, createdAt, sentAt },
    recipient: { id: recipient.id, name: recipient.name },
    heldUntil: state === 'queued' && attempts.length === 0 ? (heldUntil ?? null) : null,
    nextAttemptAt: state === 'queued' ? nextAttemptAt : null,
  };
}
