import { configSchema } from '../../models/config';
import { demoAnswer } from '../../models/contracts/directory';
import { ROLE_TITLES } from '../../models/contracts/roles';
import { Problem } from '../http/problem';
import { route } from '../http/route';

const SHIPPED_PASSWORD = configSchema.shape.DEMO_PASSWORD.parse(undefined);

/** The accounts of a demonstration, for whoever tries the product out. */
export const DEMO_ROUTES = [
  route({
    method: 'get',
    path: '/demo',
    who: 'anyone',
    summary: { zh: '演示账号', en: 'Demo accounts' },
    repeats: 'none',
    answers: { 200: demoAnswer },
    errors: ['not-found'],
    handle: async ({ deps: { db, config } }) => {
      if (!config.DEMO_MODE) throw new Problem('not-found');
      const [users, customers] = await Promise.all([
        db.users.find({ isDemo: true, isActive: true }).sort({ username: 1 }).lean(),
        db.customers.find({}, { name: 1 }).lean(),
      ]);
      const accounts = users.map(({ username, name, grants }) => {
        const roles = [...new Set(grants.map(({ role }) => ROLE_TITLES[role].zh))];
        const names = customers
          .filter(({ _id }) => grants.some(({ customerId }) => customerId === _id))
          .map((one) => one.name);
        return { username, name, roles, customer: names.length > 0 ? names.join('、') : null };
      });
      const password = config.DEMO_PASSWORD === SHIPPED_PASSWORD ? SHIPPED_PASSWORD : null;
      return { status: 200, body: { accounts, password } };
    },
  }),
];
