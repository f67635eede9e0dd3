import { z } from 'zod';
import { absenceAnswer, absenceInput, absencePage, absencePatch } from '../../models/contracts/absences';
import { EDITORS } from '../../models/contracts/editors';
import { id, instantSent } from '../../models/contracts/fields';
import { inTransaction, type AbsenceRow } from '../../models/db';
import { isCustomerSide } from '../../models/whom';
import type { SignedIn } from '../authentication';
import { pageOf, paging, positionOf } from '../http/paging';
import { route, type Answer } from '../http/route';
import { countChange, mustBePossible, mustLookAfter, mustStillBeOpen, whomTheyLookAfter } from '../use-cases/absences';
import { differs } from '../use-cases/changes';
import { behind } from '../use-cases/filters';
import { ledBy } from '../use-cases/led-by';
import { addRow, changeRow, newRow, rowFor, type AnyCall, type Kind } from '../use-cases/master-data';
import { changesRoute } from './changes';

const kind: Kind<AbsenceRow> = {
  path: '/absences',
  title: { zh: '缺勤', en: 'absence' },
  rowsIn: (db) => db.absences,
  seenBy: (me) => (isCustomerSide(me.user.grants) ? { $or: [{ personId: me.id }, { substituteId: me.id }] } : {}),
  sortedBy: 'to',
  answer: absenceAnswer,
  page: absencePage,
  show: ({ _id, updatedAt, enteredBy: _, ...rest }) => ({ id: _id, updatedAt: updatedAt.toISOString(), ...rest }),
};

/** How absences look to somebody: the reason is for those only who may enter them. */
async function seenAs(call: AnyCall) {
  const mayChange = await whomTheyLookAfter(call.deps.db, call.session, call.me);
  return (row: AbsenceRow) => {
    const isTheirs = mayChange(row.personId);
    return { ...kind.show(row), reason: isTheirs ? row.reason : '', may: { change: isTheirs && !row.isCancelled } };
  };
}

/** Whoever says anew who acts, or when, has entered it. */
function enteredAnew(me: SignedIn, row: AbsenceRow, wanted: z.output<typeof absencePatch>) {
  const { substituteId, from, to } = { ...row, ...wanted };
  return differs([row.substituteId, row.from, row.to], [substituteId, from, to]) ? { enteredBy: me.id } : {};
}

/** How an absence looks to who has just entered or changed it. */
function shownToEditor(answer: Answer): Answer {
  const row = answer.body as AbsenceRow & { readonly id: string };
  return { ...answer, body: { ...row, may: { change: !row.isCancelled } } };
}

const asked = {
  /** An id, or `me`. */
  person: id.optional(),
  substitute: id.optional(),
  /** Only of those whom one leads. */
  led: z.enum(['true']).optional(),
  /** Those that end after it; without it, those that are not over. */
  since: instantSent.optional(),
};

/** Who is absent when, and who acts for them; customers' people see their own. */
export const ABSENCE_ROUTES = [
  route({
    method: 'get',
    path: kind.path,
    who: 'signed-in',
    summary: { zh: '缺勤列表', en: 'List absences' },
    repeats: 'none',
    query: z.strictObject({ ...asked, ...paging }),
    answers: { 200: absencePage },
    errors: ['invalid-input'],
    handle: async (call) => {
      const { db } = call.deps;
      const { person, substitute, led, since, limit, after } = call.query;
      const from = (since === undefined ? call.deps.now() : new Date(since)).toISOString();
      const list = ['absences', person ?? null, substitute ?? null, led ?? null, since ?? null];
      const position = positionOf<[string, string]>(after, list, z.tuple([z.string(), z.string()]));
      const narrowed = [
        person === undefined ? {} : { personId: idOf(person, call.me) },
        substitute === undefined ? {} : { substituteId: idOf(substitute, call.me) },
        led === undefined ? {} : { personId: { $in: [...(await ledBy(db, null, call.me.id))] } },
      ];
      const rows = await db.absences
        .find({ $and: [{ to: { $gt: from } }, ...narrowed, kind.seenBy(call.me), behind('to', position)] })
        .sort({ to: 1, _id: 1 })
        .limit(limit + 1)
        .lean<AbsenceRow[]>();
      return { status: 200, body: pageOf(rows, limit, list, (row) => [row.to, row._id], await seenAs(call)) };
    },
  }),
  route({
    method: 'get',
    path: `${kind.path}/{id}`,
    who: 'signed-in',
    summary: { zh: '查看缺勤', en: 'Read an absence' },
    repeats: 'none',
    params: z.object({ id }),
    hasEtag: true,
    answers: { 200: absenceAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async (call) => {
      const row = await rowFor(kind, call, call.params.id);
      return { status: 200, body: (await seenAs(call))(row), etag: row.version };
    },
  }),
  changesRoute(kind, EDITORS.absences),
  route({
    method: 'post',
    path: kind.path,
    who: 'signed-in',
    summary: { zh: '登记缺勤', en: 'Enter an absence' },
    repeats: 'stored',
    body: absenceInput,
    hasEtag: true,
    answers: { 201: absenceAnswer },
    errors: ['invalid-input', 'not-allowed'],
    handle: async (call) => {
      const row = { ...newRow('L', call), ...call.body, enteredBy: call.me.id, isCancelled: false };
      await mustLookAfter(call, row.personId);
      await mustBePossible(call, row, null);
      return shownToEditor(await addRow(kind, call, row));
    },
  }),
  route({
    method: 'patch',
    path: `${kind.path}/{id}`,
    who: 'signed-in',
    summary: { zh: '修改或取消缺勤', en: 'Change or cancel an absence' },
    repeats: 'none',
    params: z.object({ id }),
    body: absencePatch,
    needsIfMatch: true,
    hasEtag: true,
    answers: { 200: absenceAnswer },
    errors: ['not-found', 'not-allowed', 'wrong-state', 'invalid-input', 'changed-meanwhile', 'precondition-required'],
    handle: async (asking) =>
      await inTransaction(asking.deps.db, async (session) => {
        const call = { ...asking, session };
        const row = await rowFor(kind, call, call.params.id);
        await mustLookAfter(call, row.personId);
        mustStillBeOpen(row, call.body, call.deps.now());
        const wanted = Object.fromEntries(Object.entries(call.body).filter(([, value]) => value !== undefined));
        if (call.body.isCancelled !== true) await mustBePossible(call, { ...row, ...wanted }, row);
        else await countChange(call.deps.db, session);
        return shownToEditor(await changeRow(kind, call, row, { ...wanted, ...enteredAnew(call.me, row, wanted) }));
      }),
  }),
];

function idOf(asked: string, me: SignedIn): string {
  return asked === 'me' ? me.id : asked;
}
