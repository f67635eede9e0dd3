import { signInAnswer, signInInput } from '../../models/contracts/directory';
import { route } from '../http/route';
import { openSession, personOf } from '../use-cases/sign-in';

/** Signing in and out. */
export const SESSION_ROUTES = [
  route({
    method: 'post',
    path: '/sessions',
    who: 'anyone',
    summary: { zh: '登录', en: 'Sign in' },
    repeats: 'none',
    body: signInInput,
    hasSecretBody: true,
    answers: { 201: signInAnswer },
    errors: ['invalid-input', 'wrong-credentials', 'too-many-attempts'],
    handle: async ({ deps, body, request }) => {
      const user = await personOf(deps, body.username, body.password, request.ip);
      const { token, expiresAt } = await openSession(deps, user._id);
      const { _id: id, username, name, language } = user;
      return {
        status: 201,
        body: { token, expiresAt: expiresAt.toISOString(), person: { id, username, name, language } },
        access: { target: id, details: {}, personId: id },
      };
    },
  }),
  route({
    method: 'delete',
    path: '/sessions',
    who: 'signed-in',
    summary: { zh: '退出登录', en: 'Sign out' },
    repeats: 'none',
    answers: { 204: null },
    errors: [],
    handle: async ({ deps, me }) => {
      await deps.db.sessions.deleteOne({ _id: me.sessionId });
      return { status: 204, access: { target: me.id, details: {} } };
    },
  }),
];
