import { z } from 'zod';
import { LEADING_ROLES } from '../../models/codes';
import { claimTask } from '../use-cases/claim-task';
import { deadlineOfTask } from '../use-cases/deadlines';
import { pauseTask, resumeTask } from '../use-cases/pause-task';
import { commentCount } from '../use-cases/comments';
import { completeTask } from '../use-cases/complete-task';
import { transferTask } from '../use-cases/transfer-task';
import { undeliveredOf } from '../use-cases/undelivered';
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
import { taskExport } from '../use-cases/exports/tasks';
import { internalTo, speakersOn } from '../use-cases/internal-words';
import { customerNames } from '../use-cases/names';
import { policyOfCase } from '../use-cases/policy';
import { taskSeenBy } from '../use-cases/tasks-seen';
import { positionInInbox, tasksListed, type InboxPosition } from '../use-cases/inbox';
import { exportRoute } from './exports';
import { taskParams as params, taskVerb } from './task-verb';

const asked = {
  view: z.enum(['open', 'claimed', 'decided']).default('open'),
  process: z.string().max(40).optional(),
  customer: id.optional(),
  case: id.optional(),
  overdue: z.stringbool().optional(),
  paused: z.stringbool().optional(),
  q: line(100).optional(),
};

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
        ...taskShown(task, me, customerOf, pauseRoles, await internalTo(deps.db, me, speakersOn(task))),
        commentCount: await commentCount(deps.db, me, task.caseId),
        undelivered: await undeliveredOf(deps.db, me, task),
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

  taskVerb({
    path: 'pause',
    summary: { zh: '暂停任务计时', en: 'Pause the clock of a task' },
    params,
    body: pauseTaskSchema,
    act: pauseTask,
  }),
  taskVerb({
    path: 'resume',
    summary: { zh: '恢复任务计时', en: 'Let the clock of a task go on' },
    params,
    body: emptySchema,
    act: resumeTask,
  }),
  taskVerb({
    path: 'complete',
    summary: { zh: '办理任务', en: 'Decide a task' },
    params,
    body: completeTaskSchema,
    errors: ['not-your-attachment'],
    act: completeTask,
  }),
  taskVerb({
    path: 'claim',
    summary: { zh: '签收任务', en: 'Claim a task' },
    params,
    body: emptySchema,
    act: claimTask,
  }),
  taskVerb({
    path: 'transfer',
    summary: { zh: '转办任务', en: 'Hand a task to somebody else' },
    params,
    body: transferTaskSchema,
    act: transferTask,
  }),
];
