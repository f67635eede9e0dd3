import { z } from 'zod';
import { EDITORS } from '../../models/contracts/editors';
import { id } from '../../models/contracts/fields';
import { TEST_EVENT } from '../../models/contracts/webhook-formats';
import { deliveryAnswer, deliveryPage, deliveryWithEvent } from '../../models/contracts/webhooks';
import type { DeliveryRow, WebhookRow } from '../../models/db';
import { said } from '../../models/faults';
import { publicUrlOf } from '../../models/public-url';
import { eventOf } from '../../models/webhook-event';
import { notHiddenFrom } from '../access-to-cases';
import { instantAndId, pageOf, paging, positionOf } from '../http/paging';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { deliveryShown } from '../show/webhook';
import { beyond, placeOf, type InstantAndId } from '../use-cases/filters';
import { idOfNew, rowFor, type AnyCall } from '../use-cases/master-data';
import { WEBHOOKS } from './webhooks';

const who = EDITORS.webhooks;
const PATH = `${WEBHOOKS.path}/{id}/deliveries`;
const params = z.strictObject({ id });
const paramsOfOne = z.strictObject({ id, delivery: id });

/** What was sent to an endpoint, and what it answered. */
export const WEBHOOK_DELIVERY_ROUTES = [
  route({
    method: 'get',
    path: PATH,
    who,
    summary: { zh: 'Webhook 投递记录', en: "A webhook's deliveries, the latest first" },
    repeats: 'none',
    params,
    query: z.strictObject({ ...paging, state: deliveryAnswer.shape.state.optional(), case: id.optional() }),
    answers: { 200: deliveryPage },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const { _id: webhookId } = await rowFor(WEBHOOKS, call, call.params.id);
      const { limit, after, state, case: caseId } = call.query;
      const list = ['deliveries', webhookId, state ?? null, caseId ?? null];
      const position = positionOf<InstantAndId>(after, list, instantAndId);
      const wanted = { webhookId, ...(state && { state }), ...(caseId && { caseId }) };
      const behind = position ? beyond('createdAt', '$lt', new Date(position.at), position.id) : {};
      const rows = await call.deps.db.deliveries
        .find({ $and: [wanted, behind, notHiddenFrom(call.me, 'caseId')] })
        .sort({ createdAt: -1, _id: -1 })
        .limit(limit + 1)
        .lean<DeliveryRow[]>();
      return {
        status: 200,
        body: pageOf(rows, limit, list, (row) => placeOf(row._id, row.createdAt), deliveryShown),
      };
    },
  }),
  route({
    method: 'get',
    path: `${PATH}/{delivery}`,
    who,
    summary: { zh: '查看一次投递及其内容', en: 'Read a delivery with what is sent' },
    repeats: 'none',
    params: paramsOfOne,
    answers: { 200: deliveryWithEvent },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const row = await deliveryOf(call, call.params.id, call.params.delivery);
      return { status: 200, body: { ...deliveryShown(row), body: eventOf(row, publicUrlOf(call.deps.config)) } };
    },
  }),
  route({
    method: 'post',
    path: `${PATH}/{delivery}/redeliver`,
    who,
    summary: { zh: '重新投递', en: 'Send it once more, under the same webhook-id' },
    repeats: 'stored',
    params: paramsOfOne,
    answers: { 202: deliveryAnswer },
    errors: ['not-found', 'invalid-input', 'wrong-state'],
    handle: async (call) => {
      mustBeEnabled(await rowFor(WEBHOOKS, call, call.params.id));
      const row = await deliveryOf(call, call.params.id, call.params.delivery);
      const now = call.deps.now();
      const again = await call.deps.db.deliveries
        .findOneAndUpdate(
          { _id: row._id, state: { $ne: 'sending' }, attempts: { $size: row.attempts.length } },
          { $set: { state: 'queued', nextAttemptAt: now, earlierAttempts: row.attempts.length, sentAt: null } },
          { returnDocument: 'after', session: call.session },
        )
        .lean<DeliveryRow>();
      if (!again) throw new Problem('wrong-state', said('delivery-under-way'));
      return {
        status: 202,
        body: deliveryShown(again),
        access: { target: row.webhookId, details: { delivery: row._id } },
      };
    },
  }),
  route({
    method: 'post',
    path: `${WEBHOOKS.path}/{id}/test`,
    who,
    summary: { zh: '发送测试事件', en: 'Send it a test event' },
    repeats: 'stored',
    params,
    answers: { 202: deliveryAnswer },
    errors: ['not-found', 'invalid-input', 'wrong-state'],
    handle: async (call) => {
      const webhook = await rowFor(WEBHOOKS, call, call.params.id);
      mustBeEnabled(webhook);
      const row = testDelivery(webhook, idOfNew('msg', call).replace('-', '_'), call.deps.now());
      await new call.deps.db.deliveries(row).save({ session: call.session });
      return {
        status: 202,
        body: deliveryShown(row),
        access: { target: webhook._id, details: { delivery: row._id } },
      };
    },
  }),
];

async function deliveryOf(call: AnyCall, webhookId: string, delivery: string): Promise<DeliveryRow> {
  await rowFor(WEBHOOKS, call, webhookId);
  const row = await call.deps.db.deliveries
    .findOne({ $and: [{ _id: delivery, webhookId }, notHiddenFrom(call.me, 'caseId')] })
    .session(call.session)
    .lean<DeliveryRow>();
  if (!row) throw new Problem('not-found');
  return row;
}

function mustBeEnabled({ isEnabled }: WebhookRow): void {
  if (!isEnabled) throw new Problem('wrong-state', said('webhook-disabled'));
}

function testDelivery({ _id, format }: WebhookRow, id: string, now: Date): DeliveryRow {
  return {
    ...{ _id: id, webhookId: _id, format, kind: TEST_EVENT, caseId: null, seq: null },
    event: { at: now.toISOString(), case: null, entry: null },
    ...{ state: 'queued', attempts: [], leaseUntil: null, nextAttemptAt: now },
    createdAt: now,
    sentAt: null,
  };
}
