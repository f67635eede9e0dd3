import { z } from 'zod';
import { CASE_STATES } from '../../models/codes';
import {
  caseAnswer,
  caseDocumentsAnswer,
  casePage,
  journalPage,
  stepAnswer,
} from '../../models/contracts/case-answers';
import { closeCaseSchema, startCaseSchema } from '../../models/contracts/case-requests';
import { caseClocksAnswer } from '../../models/contracts/deadline-answer';
import { id, instantSent, line } from '../../models/contracts/fields';
import { instantAndId, paging, pageOf, positionOf } from '../http/paging';
import { route } from '../http/route';
import { caseLine, caseShown } from '../show/case';
import { caseFile } from '../show/case-files';
import { entryShown } from '../show/journal';
import { shownAnswer } from '../show/step';
import { taskLine } from '../show/task';
import { casesListed, positionInList, type ListPosition } from '../use-cases/case-list';
import { caseVerbs } from '../use-cases/case-verbs';
import { caseSeenBy } from '../use-cases/cases-seen';
import { clocksOfCase } from '../use-cases/deadlines';
import { commentCount } from '../use-cases/comments';
import { caseExport } from '../use-cases/exports/cases';
import { closeCase } from '../use-cases/close-case';
import { internalTo } from '../use-cases/internal-words';
import { personNames } from '../use-cases/names';
import { startCase } from '../use-cases/start-case';
import { linkedCases } from '../use-cases/linked-cases';
import { exportRoute } from './exports';

const params = z.strictObject({ id });
const asked = {
  q: line(100).optional(),
  state: z.enum(CASE_STATES).optional(),
  process: z.string().max(40).optional(),
  stage: z.string().max(64).optional(),
  customer: id.optional(),
  device: id.optional(),
  applicant: id.optional(),
  mine: z.stringbool().optional(),
  startedFrom: instantSent.optional(),
  startedBefore: instantSent.optional(),
  dueBefore: instantSent.optional(),
  needsAttention: z.stringbool().optional(),
  breached: z.stringbool().optional(),
};
const place = z.number().int().min(0);

/** Cases: start, find, read, and end before their time. */
export const CASE_ROUTES = [
  route({
    method: 'post',
    path: '/cases',
    who: 'signed-in',
    summary: { zh: '发起流程', en: 'Start a case' },
    repeats: 'case',
    body: startCaseSchema,
    answers: { 201: stepAnswer },
    errors: ['not-allowed', 'not-your-attachment', 'already-open', 'wrong-state', 'invalid-input', 'busy'],
    handle: async ({ deps, me, body, answerKey, bodyHash }) => ({
      status: 201,
      body: shownAnswer(await startCase(deps, me, { ...body, answerKey, bodyHash })),
    }),
  }),

  route({
    method: 'get',
    path: '/cases',
    who: 'signed-in',
    summary: { zh: '流程列表', en: 'Cases that I may see' },
    repeats: 'none',
    query: z.strictObject({ ...asked, ...paging }),
    answers: { 200: casePage },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after, ...filter }, language }) => {
      const position = positionOf<ListPosition>(after, filter, instantAndId);
      const rows = await casesListed(deps.db, me, filter, position, limit + 1);
      return {
        status: 200,
        body: pageOf(rows, limit, filter, positionInList, (row) => caseLine(row, deps.config, language)),
      };
    },
  }),

  exportRoute(caseExport, asked),

  route({
    method: 'get',
    path: '/cases/{id}',
    who: 'signed-in',
    summary: { zh: '流程详情', en: 'A case' },
    repeats: 'none',
    params,
    hasEtag: true,
    answers: { 200: caseAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: caseId }, language }) => {
      const row = await caseSeenBy(deps.db, me, caseId);
      const tasks = await deps.db.tasks.find({ caseId }).sort({ openedAt: 1, _id: 1 }).lean();
      const files = await deps.db.attachments.find({ caseId }).sort({ createdAt: 1, _id: 1 }).lean();
      const ownerOf = await personNames(
        deps.db,
        files.map((file) => file.ownerId),
      );
      const customerOf = (id: string) => row.customer ?? { id, name: id };
      const body = {
        ...caseShown(row, deps.config, language, me),
        attachments: files.map((file) => caseFile(file, ownerOf)),
        may: await caseVerbs(deps.db, me, row, tasks),
        tasks: tasks.map((task) => taskLine(task, me, customerOf)),
        commentCount: await commentCount(deps.db, me, caseId),
        links: await linkedCases(deps.db, me, row),
      };
      return { status: 200, etag: row.recordSeq, body };
    },
  }),

  route({
    method: 'get',
    path: '/cases/{id}/clocks',
    who: 'signed-in',
    summary: { zh: '流程的整单时限与超时记录', en: "A case's own clocks, and what was overrun" },
    repeats: 'none',
    params,
    answers: { 200: caseClocksAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: caseId }, language }) => {
      const row = await caseSeenBy(deps.db, me, caseId);
      return { status: 200, body: await clocksOfCase(deps, row, language) };
    },
  }),

  route({
    method: 'get',
    path: '/cases/{id}/journal',
    who: 'signed-in',
    summary: { zh: '流程日志', en: "A case's journal" },
    repeats: 'none',
    params,
    query: z.strictObject(paging),
    answers: { 200: journalPage },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: caseId }, query: { limit, after } }) => {
      await caseSeenBy(deps.db, me, caseId);
      const seq = positionOf<number>(after, { caseId }, place) ?? 0;
      const rows = await deps.db.journal
        .find({ caseId, seq: { $gt: seq } })
        .sort({ seq: 1 })
        .limit(limit + 1)
        .lean();
      const isInternal = await internalTo(
        deps.db,
        me,
        rows.flatMap(({ by }) => by ?? []),
      );
      return {
        status: 200,
        body: pageOf(rows, limit, { caseId }, (row) => row.seq, entryShown(rows, isInternal)),
      };
    },
  }),

  route({
    method: 'get',
    path: '/cases/{id}/documents',
    who: 'signed-in',
    summary: { zh: '流程文档', en: "A case's documents" },
    repeats: 'none',
    params,
    answers: { 200: caseDocumentsAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: caseId } }) => {
      await caseSeenBy(deps.db, me, caseId);
      const rows = await deps.db.documents.find({ caseId }).sort({ at: 1, _id: 1 }).lean();
      return { status: 200, body: { items: rows.map(({ _id, ...row }) => ({ id: _id, ...row })) } };
    },
  }),

  ...(['withdraw', 'cancel'] as const).map((verb) =>
    route({
      method: 'post',
      path: `/cases/{id}/${verb}`,
      who: 'signed-in',
      summary:
        verb === 'withdraw' ? { zh: '撤回申请', en: 'Withdraw my request' } : { zh: '取消流程', en: 'Cancel a case' },
      repeats: 'case',
      params,
      body: closeCaseSchema,
      answers: { 200: stepAnswer },
      errors: ['not-found', 'not-allowed', 'already-decided', 'wrong-state', 'case-closed', 'invalid-input', 'busy'],
      handle: async (call) => ({ status: 200, body: shownAnswer(await closeCase(call, verb)) }),
    }),
  ),
];
