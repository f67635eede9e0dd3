import { randomUUID } from 'node:crypto';
import { meAnswer } from '../../models/contracts/directory';
import { Person } from '../harness/person';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile({ SIGN_IN_ATTEMPTS: 5 });

async function signInStatus(username: string, password: string): Promise<number> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ username, password });
  return (await fetch(`${api.url}/api/v1/sessions`, { method: 'POST', headers, body })).status;
}

test('GET /me tells roles by name and the customers in scope', async () => {
  const { body } = await api.as('zhao').get('/me');
  expect(meAnswer.parse(body)).toMatchObject({ id: 'U-zhao', language: 'zh' });
  expect(body.roles).toEqual([
    {
      role: 'engineer',
      title: { zh: '服务工程师', en: 'Service engineer' },
      customer: { id: 'C-0001', name: '江州市财政信息中心' },
    },
    {
      role: 'engineer',
      title: { zh: '服务工程师', en: 'Service engineer' },
      customer: { id: 'C-0002', name: '云山大学第一附属医院' },
    },
  ]);
  expect(body.customers).toHaveLength(2);
  expect((await api.as('wu').get('/me')).body.customers).toBe('all');
});

describe('POST /me/password', () => {
  test.each([
    ['shorter than ten characters', { current: 'opsflow-demo', next: 'short' }, '/next'],
    ['the user name', { current: 'opsflow-demo', next: ' ADMIN-demo ' }, '/next'],
    ['an operator object', { current: { $ne: null }, next: 'long enough for all' }, '/current'],
  ])('refuses %s', async (_, body, pointer) => {
    const answer = await api.as('admin-demo').post('/me/password', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ pointer }]);
  });

  test('refuses a wrong current password, counts it, and needs a key', async () => {
    const li = api.as('li');
    const wrong = await li.post('/me/password', { current: 'not this one', next: 'long enough for all' });
    expect(wrong.status).toBe(401);
    expect(wrong.body.code).toBe('wrong-credentials');
    expect(await api.db.signInFailures.countDocuments({ failures: 1 })).toBe(2);
    const keyless = await li.post('/me/password', {}, { key: '' });
    expect(keyless.body.code).toBe('idempotency-key-missing');
  });

  test('changes it once, ends the other sessions, and the old one opens nothing', async () => {
    const [here, there] = [api.as('wang'), new Person(() => api.url, 'wang', 'opsflow-demo')];
    await there.signIn();
    const key = randomUUID();
    const change = { current: 'opsflow-demo', next: '一个足够长的新口令 2026' };
    expect((await here.post('/me/password', change, { key })).status).toBe(204);
    expect((await here.post('/me/password', change, { key })).status).toBe(204);
    expect((await here.get('/me')).status).toBe(200);
    expect((await there.get('/me')).status).toBe(401);
    expect(await signInStatus('wang', change.current)).toBe(401);
    expect(await signInStatus('wang', change.next)).toBe(201);
    const stored = JSON.stringify([
      await api.db.answers.find().lean(),
      await api.accesses(),
      await api.db.users.find().lean(),
    ]);
    for (const secret of [change.next, change.current]) expect(stored + api.logged.join('')).not.toContain(secret);
  });
});

describe('GET /demo', () => {
  test('lists the accounts without sign-in', async () => {
    const response = await fetch(`${api.url}/api/v1/demo`);
    const { accounts } = (await response.json()) as { accounts: { username: string }[] };
    expect(accounts).toHaveLength(23);
    expect(accounts.find(({ username }) => username === 'chen')).toEqual({
      username: 'chen',
      name: '陈科长',
      roles: ['主管部门'],
      customer: '江州市财政信息中心',
    });
  });

  test('is not there without DEMO_MODE, and the accounts of a former demonstration stay outside', async () => {
    const { config } = api.deps;
    Object.assign(config, { DEMO_MODE: false });
    expect((await fetch(`${api.url}/api/v1/demo`)).status).toBe(404);
    expect(await signInStatus('li', 'opsflow-demo')).toBe(401);
    Object.assign(config, { DEMO_MODE: true });
    expect(await signInStatus('li', 'opsflow-demo')).toBe(201);
  });
});
