import { meAnswer, ownPasswordInput, ownPatch } from '../../models/contracts/directory';
import { route } from '../http/route';
import { changesOf } from '../use-cases/changes';
import { changeOwn, shownAccount } from '../use-cases/own-account';
import { mustNotBeName, passwordHash } from '../use-cases/passwords';
import { personOf } from '../use-cases/sign-in';

/** One's own account. */
export const ME_ROUTES = [
  route({
    method: 'get',
    path: '/me',
    who: 'signed-in',
    summary: { zh: '当前用户', en: 'Who I am' },
    repeats: 'none',
    answers: { 200: meAnswer },
    errors: [],
    handle: async ({ deps, me }) => ({ status: 200, body: await shownAccount(deps, me) }),
  }),
  route({
    method: 'patch',
    path: '/me',
    who: 'signed-in',
    summary: {
      zh: '修改自己的语言、电话、邮件设置和常用意见',
      en: 'Change my language, phone, mails and common opinions',
    },
    repeats: 'none',
    body: ownPatch,
    answers: { 200: meAnswer },
    errors: ['invalid-input'],
    handle: async ({ deps, me, body }) => {
      const user = await changeOwn(deps.db, me, body, deps.now());
      const answer = { status: 200, body: await shownAccount(deps, { ...me, user }) };
      const changes = changesOf({ ...me.user, ...me.user.mailChoices }, body);
      return Object.keys(changes).length === 0
        ? answer
        : { ...answer, access: { target: me.id, details: { changes } } };
    },
  }),
  route({
    method: 'post',
    path: '/me/password',
    who: 'signed-in',
    summary: { zh: '修改自己的密码', en: 'Change my password' },
    repeats: 'stored',
    body: ownPasswordInput,
    hasSecretBody: true,
    answers: { 204: null },
    errors: ['invalid-input', 'wrong-credentials', 'too-many-attempts'],
    handle: async ({ deps, me, body, session, request }) => {
      mustNotBeName(body.next, me.user.username, '/next');
      await personOf(deps, me.user.username, body.current, request.ip);
      const changed = { passwordHash: await passwordHash(body.next) };
      await deps.db.users.updateOne({ _id: me.id }, { $set: changed }).session(session);
      await deps.db.sessions.deleteMany({ userId: me.id, _id: { $ne: me.sessionId } }).session(session);
      return { status: 204, access: { target: me.id, details: {} } };
    },
  }),
];
