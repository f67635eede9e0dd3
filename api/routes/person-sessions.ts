import { z } from 'zod';
import { id } from '../../models/contracts/fields';
import { sessionList, sessionsEnded } from '../../models/contracts/sessions';
import { Problem } from '../http/problem';
import { route } from '../http/route';
import { endOthers, sessionsOf } from '../use-cases/sessions';
import { ofUser } from './of-user';

const params = z.strictObject({ id });

/** Where somebody is signed in, for themselves and for administrators. */
export const PERSON_SESSION_ROUTES = [
  route({
    method: 'get',
    path: '/me/sessions',
    who: 'signed-in',
    summary: { zh: '我的登录会话', en: 'Where I am signed in' },
    repeats: 'none',
    answers: { 200: sessionList },
    errors: [],
    handle: async ({ deps, me }) => ({ status: 200, body: await sessionsOf(deps, me, me.id) }),
  }),
  route({
    method: 'delete',
    path: '/me/sessions',
    who: 'signed-in',
    summary: { zh: '结束我的其他会话', en: 'Sign me out everywhere else' },
    repeats: 'none',
    answers: { 200: sessionsEnded },
    errors: [],
    handle: async ({ deps, me }) => {
      const ended = await endOthers(deps, me, me.id);
      return { status: 200, body: { ended }, access: { target: me.id, details: { ended } } };
    },
  }),
  route({
    method: 'delete',
    path: '/me/sessions/{id}',
    who: 'signed-in',
    summary: { zh: '结束我的一个会话', en: 'Sign me out in one place' },
    repeats: 'none',
    params,
    answers: { 204: null },
    errors: ['not-found', 'invalid-input'],
    handle: async ({ deps, me, params: { id: _id } }) => {
      const { deletedCount } = await deps.db.sessions.deleteOne({ _id, userId: me.id });
      if (deletedCount === 0) throw new Problem('not-found');
      return { status: 204, access: { target: me.id, details: { ended: 1 } } };
    },
  }),
  ofUser({
    method: 'get',
    path: '/users/{id}/sessions',
    summary: { zh: '人员的登录会话', en: 'Where a user is signed in' },
    repeats: 'none',
    answers: { 200: sessionList },
    handle: async ({ deps, me }, user) => ({ status: 200, body: await sessionsOf(deps, me, user._id) }),
  }),
  ofUser({
    method: 'delete',
    path: '/users/{id}/sessions',
    summary: { zh: '结束人员的全部会话', en: 'Sign a user out everywhere' },
    repeats: 'none',
    answers: { 200: sessionsEnded },
    handle: async ({ deps, me }, user) => {
      const ended = await endOthers(deps, me, user._id);
      return { status: 200, body: { ended }, access: { target: user._id, details: { ended } } };
    },
  }),
];
