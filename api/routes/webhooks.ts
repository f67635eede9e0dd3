import { z } from 'zod';
import { EDITORS } from '../../models/contracts/editors';
import { id } from '../../models/contracts/fields';
import {
  rotationInput,
  webhookAnswer,
  webhookInput,
  webhookPage,
  webhookPatch,
  webhookWithSecret,
} from '../../models/contracts/webhooks';
import type { WebhookRow } from '../../models/db';
import { sealed } from '../../models/sealed';
import { route } from '../http/route';
import { webhookShown } from '../show/webhook';
import { mustKnowCustomers } from '../use-cases/known-customers';
import { addRow, changeRow, newRow, removeRow, rowFor, type Kind } from '../use-cases/master-data';
import {
  addressOf,
  firstSecretOf,
  mustBeOutside,
  mustKnowProcesses,
  mustLeadOutside,
  nextSecretOf,
  patched,
  rotated,
  secretsKeyOf,
  tellingOfAddress,
} from '../use-cases/webhooks';
import { changesRoute } from './changes';
import { plainListRoute, readRoute } from './master-data';

/** Endpoints as records that administrators edit. */
export const WEBHOOKS: Kind<WebhookRow> = {
  path: '/webhooks',
  title: { zh: 'Webhook', en: 'webhook' },
  rowsIn: (db) => db.webhooks,
  seenBy: () => ({}),
  sortedBy: 'name',
  answer: webhookAnswer,
  page: webhookPage,
  show: webhookShown,
};

const who = EDITORS.webhooks;
const params = z.strictObject({ id });

/** Where events are sent to: other systems of the company's or a customer's, and group robots. */
export const WEBHOOK_ROUTES = [
  plainListRoute(WEBHOOKS, who, { zh: 'Webhook 列表', en: 'List webhooks' }),
  readRoute(WEBHOOKS, who),
  changesRoute(WEBHOOKS, who),
  route({
    method: 'post',
    path: WEBHOOKS.path,
    who,
    summary: { zh: '新建 Webhook，密钥只显示这一次', en: 'Add a webhook; its secret is shown this once' },
    repeats: 'stored',
    body: webhookInput,
    hasEtag: true,
    answers: { 201: webhookWithSecret },
    errors: ['invalid-input', 'duplicate', 'wrong-state'],
    handle: async (call) => {
      const { url, secret: given, ...rest } = call.body;
      const { config, now } = call.deps;
      const key = secretsKeyOf(config);
      const secret = firstSecretOf(rest.format, given);
      mustBeOutside(url, config);
      await mustLeadOutside(url, config);
      mustKnowProcesses(rest.processes);
      await mustKnowCustomers(call.deps.db, rest.customers, (index) => `/customers/${index}`);
      const row: WebhookRow = {
        ...newRow('W', call),
        ...rest,
        ...addressOf(url, key),
        secrets: secret === null ? [] : [{ sealed: sealed(secret, key), createdAt: now(), expiresAt: null }],
        ...{ isEnabled: true, disabledBecause: null, failingSince: null, pace: [] },
      };
      const answer = await addRow(WEBHOOKS, call, row);
      const isOurs = rest.format === 'standard';
      return { ...answer, body: { ...webhookShown(row), secret: null }, ...(isOurs && { shownOnce: { secret } }) };
    },
  }),
  route({
    method: 'patch',
    path: `${WEBHOOKS.path}/{id}`,
    who,
    summary: { zh: '修改、停用或启用 Webhook', en: 'Change, disable or enable a webhook' },
    repeats: 'none',
    params,
    body: webhookPatch,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: webhookAnswer },
    errors: ['not-found', 'duplicate', 'wrong-state'],
    handle: async (call) => {
      const row = await rowFor(WEBHOOKS, call, call.params.id);
      const changes = patched(row, call.body, call.deps.config);
      await mustKnowCustomers(call.deps.db, call.body.customers ?? [], (index) => `/customers/${index}`);
      if (call.body.url !== undefined) await mustLeadOutside(call.body.url, call.deps.config);
      return tellingOfAddress(await changeRow(WEBHOOKS, call, row, changes), row, changes);
    },
  }),
  route({
    method: 'post',
    path: `${WEBHOOKS.path}/{id}/rotate`,
    who,
    summary: {
      zh: '更换 Webhook 密钥，旧密钥可保留一段时间',
      en: 'Give a webhook a new secret; the old one signs for a while',
    },
    repeats: 'stored',
    params,
    body: rotationInput,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: webhookWithSecret },
    errors: ['not-found', 'invalid-input', 'wrong-state', 'changed-meanwhile'],
    handle: async (call) => {
      const row = await rowFor(WEBHOOKS, call, call.params.id);
      const key = secretsKeyOf(call.deps.config);
      const now = call.deps.now();
      const secret = nextSecretOf(row.format, call.body.secret);
      const next = { sealed: sealed(secret, key), createdAt: now, expiresAt: null };
      const answer = await changeRow(WEBHOOKS, call, row, { secrets: rotated(row, next, call.body, now) });
      const isOurs = row.format === 'standard';
      return {
        ...answer,
        body: { ...(answer.body as object), secret: null },
        ...(isOurs && { shownOnce: { secret } }),
        access: { target: row._id, details: { keepOldForHours: call.body.keepOldForHours } },
      };
    },
  }),
  route({
    method: 'delete',
    path: `${WEBHOOKS.path}/{id}`,
    who,
    summary: { zh: '删除 Webhook', en: 'Delete a webhook' },
    repeats: 'none',
    params,
    needsIfMatch: true,
    answers: { 204: null },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const row = await rowFor(WEBHOOKS, call, call.params.id);
      const { name, format, url } = row;
      const removed = await removeRow(WEBHOOKS, call, row, { name, format, url });
      // Not in one transaction, which must not last as long as many of them take; what is left over is refused, and gone after 30 days.
      await call.deps.db.deliveries.deleteMany({ webhookId: row._id });
      return removed;
    },
  }),
];
