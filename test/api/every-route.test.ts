import { z } from 'zod';
import type { Route } from '../../api/http/route';
import { ROUTES } from '../../api/routes';
import { keysOfGrants } from '../../api/access';
import { STAFF_ROLES } from '../../models/codes';
import { sha256Of } from '../../models/hash';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();
const watched = { operations: [] as string[] };

beforeAll(async () => {
  const grants = STAFF_ROLES.map((role) => ({ role, customerId: null }));
  await api.db.users.updateOne(
    { _id: 'U-admin-demo' },
    { $set: { grants, keys: keysOfGrants('U-admin-demo', grants) } },
  );
  const { _id: _, ...chen } = (await api.db.users.findById('U-chen').lean())!;
  await api.db.users.create([
    { ...chen, _id: 'U-linked', username: 'linked', email: 'linked@opsflow.example', passwordHash: '' },
  ]);
  const until = new Date(Date.now() + 3_600_000);
  await api.db.decisionLinks.create([
    {
      ...{
        _id: sha256Of(LINK),
        taskId: 'X-1',
        caseId: 'X-1',
        personId: 'U-linked',
        mailId: 'm',
        address: 'linked@opsflow.example',
      },
      ...{ createdAt: new Date(), expiresAt: until },
    },
  ]);
  await Promise.all([api.as('admin-demo').signIn(), api.as('chen').signIn()]);
  api.db.connection.set('debug', (collection: string, method: string, ...details: unknown[]) => {
    watched.operations.push(JSON.stringify([collection, method, details]));
  });
});

const LINK = 'a'.repeat(43);
const named = ROUTES.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const);
const pathOf = (route: Route) => route.path.replace(/\{\w+\}/g, 'X-1');
const CHINESE = /[\u4e00-\u9fff]/;
const ETAG = { 'if-match': '"1"' };
/** Whoever comes by a link is not signed in, nor is a monitoring system. */
const credentialOf = ({ who }: Route) => {
  if (who === 'monitoring') return { authorization: `Bearer ${LINK}` };
  return who === 'decision-link' ? { authorization: `Decision-Link ${LINK}` } : {};
};

async function send(route: Route, body: unknown, username = 'admin-demo', query = '') {
  const method = route.method.toUpperCase();
  return await api.as(username).send(method, pathOf(route) + query, method === 'GET' ? undefined : body, {
    headers: { ...ETAG, ...credentialOf(route) },
  });
}

test('each route is declared once', () => {
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
});

test.each([
  ['PUT', '/customers', 'POST'],
  ['DELETE', '/users/U-li', 'PATCH'],
  ['GET', '/sessions', 'DELETE'],
])('%s %s is no method of that address', async (method, path, allowed) => {
  const response = await fetch(`${api.url}/api/v1${path}`, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toContain(allowed);
});

test.each(named.filter(([, { who }]) => who === 'decision-link'))('%s is closed without a link', async (_, route) => {
  const response = await fetch(`${api.url}/api/v1${pathOf(route)}`, { method: route.method.toUpperCase() });
  expect(response.status).toBe(401);
  expect(response.headers.get('content-type')).toContain('application/problem+json');
});

test.each(named.filter(([, { who }]) => who !== 'anyone' && who !== 'decision-link'))(
  '%s is closed without sign-in',
  async (_, route) => {
    const response = await fetch(`${api.url}/api/v1${pathOf(route)}`, { method: route.method.toUpperCase() });
    expect(response.status).toBe(401);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  },
);

test.each(named.filter(([, { who }]) => typeof who !== 'string' && !who.includes('competent-department')))(
  '%s is closed to other roles',
  async (_, route) => expect((await send(route, {}, 'chen')).status).toBe(403),
);

test.each(named.filter(([, { needsIfMatch }]) => needsIfMatch))('%s needs If-Match', async (_, route) => {
  expect((await api.as('admin-demo').send(route.method.toUpperCase(), pathOf(route), {})).status).toBe(428);
});

test.each(named.filter(([, { repeats }]) => repeats !== 'none'))('%s needs an Idempotency-Key', async (_, route) => {
  const answer = await api.as('admin-demo').post(pathOf(route), {}, { key: '', headers: credentialOf(route) });
  expect(answer.body.code).toBe('idempotency-key-missing');
});

test.each(named.filter(([, { body }]) => body instanceof z.ZodObject))(
  '%s lets no operator object through',
  async (_, route) => {
    for (const field of Object.keys((route.body as z.ZodObject).shape)) {
      watched.operations.splice(0);
      const { status } = await send(route, { [field]: { $ne: 'an operator' } });
      expect([field, status]).toEqual([field, 422]);
      expect(watched.operations.join('')).not.toContain('an operator');
    }
    expect((await send(route, { $where: 'sleep(1)' })).status).toBe(422);
  },
);

test.each(named.filter(([, { body }]) => body instanceof z.ZodObject))(
  '%s says what is wrong in the language of the request',
  async (_, route) => {
    const junk = Object.fromEntries(Object.keys((route.body as z.ZodObject).shape).map((field) => [field, [{}]]));
    const [zh, en] = [await faultsOf(route, junk, 'zh-CN'), await faultsOf(route, junk, 'en')];
    expect(zh.length).toBeGreaterThan(0);
    expect(zh.map(({ pointer }) => pointer)).toEqual(en.map(({ pointer }) => pointer));
    expect(zh.filter(({ detail }) => !CHINESE.test(detail))).toEqual([]);
    expect(en.filter(({ detail }) => CHINESE.test(detail))).toEqual([]);
  },
);

async function faultsOf(route: Route, body: object, language: string) {
  const answer = await api.as('admin-demo').send(
    route.method.toUpperCase(),
    pathOf(route),
    { ...body, unknown: 1 },
    {
      headers: { ...ETAG, ...credentialOf(route), 'accept-language': language },
    },
  );
  return answer.body.errors as readonly { readonly pointer: string; readonly detail: string }[];
}

test.each(named.filter(([, { query }]) => query instanceof z.ZodObject))(
  '%s takes no query that it does not know',
  async (_, route) => {
    for (const query of ['?unknown=1', '?limit[$gt]=1', '?limit=1&limit=2']) {
      expect([query, (await send(route, undefined, 'admin-demo', query)).status]).toEqual([query, 422]);
    }
  },
);
