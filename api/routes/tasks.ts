import { z } from 'zod';
import { LEADING_ROLES } from '../../models/codes';
import { claimTask } from '../use-cases/claim-task';
import { deadlineOfTask } from '../use-cases/deadlines';
import { pauseTask, resumeTask } from '../use-cases/pause-task';
import { commentCount } from '../use-cases/comments';
import { completeTask } from '../use-cases/complete-task';
import { transferTask } from '../use-cases/transfer-task';
import { stepAnswer } from '../../models/contracts/case-answers';
import { taskAnswer, taskPage } from '../../models/contracts/task-answers';
import { taskDeadlineAnswer } from '../../models/contracts/deadline-answer';
import {
  completeTaskSchema,
  emptySchema,
  pauseTaskSchema,
  transferTaskSchema,
} from '../../models/contracts/case-requests';
import { id, line } from '../../models/contracts/fields';
import { instantAndId, paging, pageOf, positionOf } from '../http/paging';
import { route } from '../http/route';
import { taskLine, taskShown } from '../show/task';
import { shownAnswer } from '../show/step';
import { taskExport } from '../use-cases/exports/tasks';
import { customerNames } from '../use-cases/names';
import { policyOfCase } from '../use-cases/policy';
import { taskSeenBy } from '../use-cases/tasks-seen';
import { positionInInbox, tasksListed, type InboxPosition } from '../use-cases/inbox';
import { exportRoute } from './exports';

const params = z.strictObject({ id: z.string().max(120) });
const asked = {
  view: z.enum(['open', 'claimed', 'decided']).default('open'),
  process: z.string().max(40).optional(),
  customer: id.optional(),
  case: id.optional(),
  overdue: z.stringbool().optional(),
  paused: z.stringbool().optional(),
  q: line(100).optional(),
};

const HOLDING = [
  ...(['not-found', 'not-allowed', 'own-request', 'wrong-state'] as const),
  ...(['task-closed', 'task-claimed', 'case-closed', 'invalid-input', 'busy'] as const),
] as const;

/** The inbox, a task with its form, and what a person may do with it. */
export const TASK_ROUTES = [
  route({
    method: 'get',
    path: '/tasks',
    who: 'signed-in',
    summary: { zh: '我的待办或已办', en: 'My open or decided tasks' },
    repeats: 'none',
    query: z.strictObject({ ...asked, ...paging }),
    answers: { 200: taskPage },
    errors: ['invalid-input'],
    handle: async ({ deps, me, query: { limit, after, ...filter } }) => {
      const position = positionOf<InboxPosition>(after, filter, instantAndId);
      const rows = await tasksListed(deps.db, me, filter, position, limit + 1, deps.now());
      const customerOf = await customerNames(
        deps.db,
        rows.map((row) => row.customerId),
      );
      const page = pageOf(
        rows,
        limit,
        filter,
        (row) => positionInInbox(row, filter.view),
        (row) => taskLine(row, me, customerOf),
      );
      return { status: 200, body: page };
    },
  }),

  exportRoute(taskExport, asked),

  route({
    method: 'get',
    path: '/tasks/{id}',
    who: 'signed-in',
    summary: { zh: '任务详情、表单与可选结果', en: 'A task with its form and outcomes' },
    repeats: 'none',
    params,
    answers: { 200: taskAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: taskId } }) => {
      const task = await taskSeenBy(deps.db, me, taskId);
      const customerOf = await customerNames(deps.db, [task.customerId]);
      const { pauseRoles = LEADING_ROLES } = await policyOfCase(deps.db, task.caseId, task.process);
      const body = {
        ...taskShown(task, me, customerOf, pauseRoles),
        commentCount: await commentCount(deps.db, task.caseId),
      };
      return { status: 200, body };
    },
  }),

  route({
    method: 'get',
    path: '/tasks/{id}/deadline',
    who: 'signed-in',
    summary: { zh: '任务时限及其计算说明', en: "A task's deadline, and why it is what it is" },
    repeats: 'none',
    params,
    answers: { 200: taskDeadlineAnswer },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: taskId }, language }) => {
      const task = await taskSeenBy(deps.db, me, taskId);
      return { status: 200, body: { deadline: await deadlineOfTask(deps, task, language) } };
    },
  }),

  route({
    method: 'post',
    path: '/tasks/{id}/pause',
    who: 'signed-in',
    summary: { zh: '暂停任务计时', en: 'Pause the clock of a task' },
    repeats: 'case',
    params,
    body: pauseTaskSchema,
    answers: { 200: stepAnswer },
    errors: HOLDING,
    handle: async (call) => ({ status: 200, body: shownAnswer(await pauseTask(call)) }),
  }),

  route({
    method: 'post',
    path: '/tasks/{id}/resume',
    who: 'signed-in',
    summary: { zh: '恢复任务计时', en: 'Let the clock of a task go on' },
    repeats: 'case',
    params,
    body: emptySchema,
    answers: { 200: stepAnswer },
    errors: HOLDING,
    handle: async (call) => ({ status: 200, body: shownAnswer(await resumeTask(call)) }),
  }),

  route({
    method: 'post',
    path: '/tasks/{id}/complete',
    who: 'signed-in',
    summary: { zh: '办理任务', en: 'Decide a task' },
    repeats: 'case',
    params,
    body: completeTaskSchema,
    answers: { 200: stepAnswer },
    errors: [
      'not-found',
      'not-allowed',
      'own-request',
      'not-your-attachment',
      'wrong-state',
      'task-closed',
      'task-claimed',
      'case-closed',
      'invalid-input',
      'busy',
    ],
    handle: async (call) => ({ status: 200, body: shownAnswer(await completeTask(call)) }),
  }),

  route({
    method: 'post',
    path: '/tasks/{id}/claim',
    who: 'signed-in',
    summary: { zh: '签收任务', en: 'Claim a task' },
    repeats: 'case',
    params,
    body: emptySchema,
    answers: { 200: stepAnswer },
    errors: [
      'not-found',
      'not-allowed',
      'own-request',
      'wrong-state',
      'task-closed',
      'task-claimed',
      'case-closed',
      'invalid-input',
      'busy',
    ],
    handle: async (call) => ({ status: 200, body: shownAnswer(await claimTask(call)) }),
  }),

  route({
    method: 'post',
    path: '/tasks/{id}/transfer',
    who: 'signed-in',
    summary: { zh: '转办任务', en: 'Hand a task to somebody else' },
    repeats: 'case',
    params,
    body: transferTaskSchema,
    answers: { 200: stepAnswer },
    errors: [
      'not-found',
      'not-allowed',
      'own-request',
      'wrong-state',
      'task-closed',
      'task-claimed',
      'case-closed',
      'invalid-input',
      'busy',
    ],
    handle: async (call) => ({ status: 200, body: shownAnswer(await transferTask(call)) }),
  }),
];
