import { deactivateAnswer, deactivateInput, openTasks } from '../../models/contracts/open-tasks';
import { deactivateUser } from '../use-cases/deactivate-user';
import { leftBehindBy, shownOpenTask } from '../use-cases/open-tasks';
import { seesTask } from '../use-cases/tasks-seen';
import { ofUser } from './of-user';

/** What somebody would leave behind, and their leaving. */
export const DEACTIVATION_ROUTES = [
  ofUser({
    method: 'get',
    path: '/users/{id}/open-tasks',
    summary: { zh: '停用前须移交的任务', en: 'Tasks that somebody has to take over before a user is deactivated' },
    repeats: 'none',
    answers: { 200: openTasks },
    handle: async ({ deps, me }, user) => {
      const left = await leftBehindBy(deps.db, user);
      return { status: 200, body: { items: left.filter(({ task }) => seesTask(me, task)).map(shownOpenTask) } };
    },
  }),
  ofUser({
    method: 'post',
    path: '/users/{id}/deactivate',
    summary: { zh: '停用人员并移交其任务', en: 'Deactivate a user and hand over their tasks' },
    repeats: 'case',
    body: deactivateInput,
    answers: { 200: deactivateAnswer },
    errors: ['has-open-tasks', 'successor-unfit', 'wrong-state', 'own-request', 'busy'],
    handle: async (call, user) => await deactivateUser(call, user),
  }),
];
