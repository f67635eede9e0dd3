import { signInAnswer, signInInput } from '../../models/contracts/directory';
import { route } from '../http/route';
import { cookieWith, cookieWithout, csrfTokenOf, isSecure, mustComeFromHere } from '../session-cookie';
import { endReplaced, openSession, personOf } from '../use-cases/sign-in';

/** Signing in and out: with a token to send along, or with a cookie that a browser keeps. */
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
    errors: ['invalid-input', 'wrong-credentials', 'too-many-attempts', 'csrf-token-wrong'],
    handle: async ({ deps, body, request }) => {
      const isForBrowser = body.as === 'cookie';
      // Else another site could sign a browser in as somebody else.
      if (isForBrowser) mustComeFromHere(request);
      const user = await personOf(deps, body.username, body.password, request.ip);
      const { token, createdAt, expiresAt } = await openSession(deps, user._id, request);
      const { _id: id, username, name, language } = user;
      const opened = { expiresAt: expiresAt.toISOString(), person: { id, username, name, language } };
      const access = { target: id, details: {}, personId: id };
      if (!isForBrowser) return { status: 201, body: { token, ...opened }, access };
      await endReplaced(deps, request.headers.cookie);
      const cookie = cookieWith(token, expiresAt, createdAt, isSecure(request, deps.config));
      return { status: 201, body: { csrfToken: csrfTokenOf(token), ...opened }, cookie, access };
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
    handle: async ({ deps, me, request }) => {
      await deps.db.sessions.deleteOne({ _id: me.sessionId });
      const answer = { status: 204, access: { target: me.id, details: {} } };
      return me.csrfToken === null ? answer : { ...answer, cookie: cookieWithout(isSecure(request, deps.config)) };
    },
  }),
];
