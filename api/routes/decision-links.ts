import { z } from 'zod';
import { stepAnswer } from '../../models/contracts/case-answers';
import { completeTaskSchema } from '../../models/contracts/case-requests';
import { decisionLinkAnswer } from '../../models/contracts/decision-link';
import { id } from '../../models/contracts/fields';
import { FILE_TYPES } from '../use-cases/file-types';
import { route } from '../http/route';
import { linkShown } from '../show/decision-link';
import { shownAnswer } from '../show/step';
import { decideByLink, fileByLink, whatLinkAsks } from '../use-cases/decision-link';
import { TASK_REFUSALS } from './task-verb';

/** What somebody without an account does by the link of a mail: look, and decide one task. */
export const DECISION_LINK_ROUTES = [
  route({
    method: 'get',
    path: '/decision-link',
    who: 'decision-link',
    summary: { zh: '邮件链接所请求办理的事项', en: 'What the link of a mail asks for' },
    repeats: 'none',
    answers: { 200: decisionLinkAnswer },
    errors: [],
    handle: async ({ deps, me }) => ({ status: 200, body: linkShown(me, await whatLinkAsks(deps.db, me)) }),
  }),

  route({
    method: 'post',
    path: '/decision-link/decision',
    who: 'decision-link',
    summary: { zh: '凭邮件链接办理', en: 'Decide by the link of a mail' },
    repeats: 'case',
    body: completeTaskSchema,
    answers: { 200: stepAnswer },
    errors: [...TASK_REFUSALS, 'not-your-attachment'],
    handle: async (call) => {
      const { step, access } = await decideByLink(call);
      return { status: 200, body: shownAnswer(step), access };
    },
  }),

  route({
    method: 'get',
    path: '/decision-link/files/{id}',
    who: 'decision-link',
    summary: { zh: '下载附件或文档', en: 'Download a file or a document' },
    repeats: 'none',
    params: z.strictObject({ id }),
    answers: { 200: { contentTypes: ['application/pdf', ...FILE_TYPES.map(({ contentType }) => contentType)] } },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params }) => {
      const file = await fileByLink(deps.db, me, params.id);
      return { status: 200, file, access: { target: params.id, details: { caseId: me.link?.caseId } } };
    },
  }),
];
