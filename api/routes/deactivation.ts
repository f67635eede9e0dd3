import { z } from 'zod';
import { id } from '../../models/contracts/fields';
import { deactivateAnswer, deactivateInput, openTasks } from '../../models/contracts/open-tasks';
import type { Database, UserRow } from '../../models/db';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { deactivateUser } from '../use-cases/deactivate-user';
import { leftBehindBy, shownOpenTask } from '../use-cases/open-tasks';

const params = z.strictObject({ id });

/** What somebody would leave behind, and their leaving. */
export const DEACTIVATION_ROUTES = [
  route({
    method: 'get',
    path: '/users/{id}/open-tasks',
    who: ['admin'],
    summary: { zh: '停用前须移交的任务', en: 'Tasks that somebody has to take over before a user is deactivated' },
    repeats: 'none',
    params,
    answers: { 200: openTasks },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, params: { id: userId } }) => {
      const left = await leftBehindBy(deps.db, await userOf(deps.db, userId));
      return { status: 200, body: { items: left.map(shownOpenTask) } };
    },
  }),
  route({
    method: 'post',
    path: '/users/{id}/deactivate',
    who: ['admin'],
    summary: { zh: '停用人员并移交其任务', en: 'Deactivate a user and hand over their tasks' },
    repeats: 'case',
    params,
    body: deactivateInput,
    answers: { 200: deactivateAnswer },
    errors: ['not-found', 'invalid-input', 'has-open-tasks', 'successor-unfit', 'wrong-state', 'own-request', 'busy'],
    handle: async (call) => await deactivateUser(call, await userOf(call.deps.db, call.params.id)),
  }),
];

async function userOf(db: Database, _id: string): Promise<UserRow> {
  const row = await db.users.findById(_id).lean<UserRow>();
  if (!row) throw new Problem('not-found');
  return row;
}
