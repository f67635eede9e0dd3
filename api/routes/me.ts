import { meAnswer, ownPasswordInput } from '../../models/contracts/directory';
import { ROLE_TITLES } from '../../models/contracts/roles';
import { customersSeenBy } from '../access';
import { route } from '../http/route';
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
    handle: async ({ deps, me }) => {
      const { username, email, language, grants } = me.user;
      const ids = grants.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
      const named = await deps.db.customers
        .find({ _id: { $in: ids } }, { name: 1 })
        .sort({ name: 1 })
        .lean();
      const customers = named.map(({ _id, name }) => ({ id: _id, name }));
      const roles = grants.map(({ role, customerId }) => ({
        role,
        title: ROLE_TITLES[role],
        customer: customers.find(({ id }) => id === customerId) ?? null,
      }));
      const seen = customersSeenBy(me);
      return {
        status: 200,
        body: {
          id: me.id,
          username,
          name: me.name,
          email,
          language,
          roles,
          customers: seen === 'all' ? seen : customers,
          csrfToken: me.csrfToken,
        },
      };
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
