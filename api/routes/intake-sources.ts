import { z } from 'zod';
import { EDITORS } from '../../models/contracts/editors';
import { id } from '../../models/contracts/fields';
import {
  intakeRotationInput,
  intakeSourceAnswer,
  intakeSourceInput,
  intakeSourcePage,
  intakeSourcePatch,
  intakeSourceWithSecret,
} from '../../models/contracts/intake';
import type { IntakeSourceRow } from '../../models/db';
import { INTAKE_ID } from '../../models/whom';
import { route } from '../http/route';
import { intakeSourceShown } from '../show/intake-source';
import { addressOf, newSecret } from '../use-cases/intake/source';
import { mustKnowCustomers } from '../use-cases/known-customers';
import { addRow, changeRow, newRow, removeRow, rowFor, type Kind } from '../use-cases/master-data';
import { secretsWith } from '../use-cases/secrets';
import { changesRoute } from './changes';
import { plainListRoute, readRoute } from './master-data';

const SOURCES: Kind<IntakeSourceRow> = {
  path: '/intake-sources',
  title: { zh: '外部受理来源', en: 'source of intake' },
  rowsIn: (db) => db.intakeSources,
  seenBy: () => ({}),
  sortedBy: 'name',
  answer: intakeSourceAnswer,
  page: intakeSourcePage,
  show: intakeSourceShown,
};

const who = EDITORS.intakeSources;
const params = z.strictObject({ id });

/** By which ways faults come in from outside: public forms and monitoring systems of customers. */
export const INTAKE_SOURCE_ROUTES = [
  plainListRoute(SOURCES, who, { zh: '外部受理来源列表', en: 'List the sources of intake' }),
  readRoute(SOURCES, who),
  changesRoute(SOURCES, who),
  route({
    method: 'post',
    path: SOURCES.path,
    who,
    summary: {
      zh: '新建外部受理来源，密钥只显示这一次',
      en: 'Add a source of intake; its secret is shown this once',
    },
    repeats: 'stored',
    body: intakeSourceInput,
    hasEtag: true,
    answers: { 201: intakeSourceWithSecret },
    errors: ['invalid-input', 'duplicate'],
    handle: async (call) => {
      const { config, db, now } = call.deps;
      await mustKnowCustomers(db, [call.body.customerId], () => '/customerId');
      const { secret, kept } = newSecret(now());
      const row = { ...newRow(INTAKE_ID, call), ...call.body, isEnabled: true, secrets: [kept] };
      const answer = await addRow(SOURCES, call, row);
      const shownOnce = { secret, address: addressOf(row, secret, config) };
      return { ...answer, body: { ...intakeSourceShown(row), secret: null, address: null }, shownOnce };
    },
  }),
  route({
    method: 'patch',
    path: `${SOURCES.path}/{id}`,
    who,
    summary: { zh: '修改、停用或启用外部受理来源', en: 'Change a source of intake, switch it off or on' },
    repeats: 'none',
    params,
    body: intakeSourcePatch,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: intakeSourceAnswer },
    errors: ['not-found', 'duplicate'],
    handle: async (call) =>
      await changeRow(SOURCES, call, await rowFor(SOURCES, call, call.params.id), { ...call.body }),
  }),
  route({
    method: 'post',
    path: `${SOURCES.path}/{id}/rotate`,
    who,
    summary: {
      zh: '更换外部受理来源的密钥，旧密钥可保留一段时间',
      en: 'Give a source a new secret; the old one is taken for a while',
    },
    repeats: 'stored',
    params,
    body: intakeRotationInput,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: intakeSourceWithSecret },
    errors: ['not-found', 'invalid-input', 'changed-meanwhile'],
    handle: async (call) => {
      const row = await rowFor(SOURCES, call, call.params.id);
      const now = call.deps.now();
      const { keepOldForHours } = call.body;
      const { secret, kept } = newSecret(now);
      const answer = await changeRow(SOURCES, call, row, {
        secrets: secretsWith(kept, row.secrets, keepOldForHours, now),
      });
      return {
        ...answer,
        body: { ...(answer.body as object), secret: null, address: null },
        shownOnce: { secret, address: addressOf(row, secret, call.deps.config) },
        access: { target: row._id, details: { keepOldForHours } },
      };
    },
  }),
  route({
    method: 'delete',
    path: `${SOURCES.path}/{id}`,
    who,
    summary: { zh: '删除外部受理来源', en: 'Delete a source of intake' },
    repeats: 'none',
    params,
    needsIfMatch: true,
    answers: { 204: null },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const row = await rowFor(SOURCES, call, call.params.id);
      const { name, kind, customerId } = row;
      return await removeRow(SOURCES, call, row, { name, kind, customerId });
    },
  }),
];
