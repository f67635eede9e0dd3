import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();

const input = { username: 'tester', name: '测试员', email: 'tester@opsflow.example' };

async function patch(id: string, body: unknown, username = 'admin-demo') {
  const person = api.as(username);
  const etag = (await person.get(`/users/${id}`)).headers.get('etag') ?? '"0"';
  return await person.send('PATCH', `/users/${id}`, body, { headers: { 'if-match': etag } });
}

describe('grants', () => {
  test.each([
    ['none', []],
    ["a role on a customer's side for the whole company", [{ role: 'customer', customerId: null }]],
    [
      'both sides',
      [
        { role: 'engineer', customerId: null },
        { role: 'customer', customerId: 'C-0001' },
      ],
    ],
    ['an administrator of one customer', [{ role: 'admin', customerId: 'C-0001' }]],
    [
      'the same twice',
      [
        { role: 'qa', customerId: null },
        { role: 'qa', customerId: null },
      ],
    ],
    ['a role that does not exist', [{ role: 'root', customerId: null }]],
    ['a customer that does not exist', [{ role: 'engineer', customerId: 'C-9999' }]],
    ['an operator', [{ role: { $ne: null }, customerId: null }]],
  ])('are not %s', async (_, grants) => {
    expect((await api.as('admin-demo').post('/users', { ...input, grants })).status).toBe(422);
    expect((await patch('U-li', { grants })).status).toBe(422);
  });

  test('change what a person sees at once', async () => {
    const sun = api.as('sun');
    expect((await sun.get('/devices/D-0006')).status).toBe(404);
    const changed = await patch('U-sun', { grants: [{ role: 'deputy-project-manager', customerId: 'C-0002' }] });
    expect(changed.status).toBe(200);
    expect((await sun.get('/devices/D-0006')).status).toBe(200);
    expect((await sun.get('/devices/D-0001')).status).toBe(404);
    const row = await api.db.users.findById('U-sun').lean();
    expect(row?.keys).toEqual(['person:U-sun', 'role:deputy-project-manager:C-0002']);
  });
});

describe('a new user', () => {
  test('signs in once an administrator has set a password, which nobody sees', async () => {
    const admin = api.as('admin-demo');
    const added = await admin.post('/users', { ...input, grants: [{ role: 'qa', customerId: null }] });
    expect(added.body).toMatchObject({ hasPassword: false, isActive: true, isDemo: false, language: 'zh' });
    const path = `/users/${String(added.body.id)}/password`;
    for (const password of ['short', 'tester', { $ne: null }]) {
      expect((await admin.send('PUT', path, { password })).status).toBe(422);
    }
    expect((await api.as('feng').send('PUT', path, { password: 'long enough 1' })).status).toBe(403);
    expect((await admin.send('PUT', path, { password: 'long enough 1' })).status).toBe(204);
    const tester = api.as('tester', 'long enough 1');
    expect((await tester.get('/me')).status).toBe(200);
    expect((await admin.send('PUT', path, { password: 'long enough 2' })).status).toBe(204);
    expect((await tester.get('/me')).status).toBe(401);
    const everything = JSON.stringify([await api.accesses(), await api.db.answers.find().lean()]) + api.logged.join('');
    expect(everything).not.toContain('long enough');
  });

  test.each(['Li', 'a', 'a b', '-li', '李', 'x'.repeat(33), 'li\n'])('is not called %j', async (username) => {
    const answer = await api
      .as('admin-demo')
      .post('/users', { ...input, username, grants: [{ role: 'qa', customerId: null }] });
    expect(answer.body.errors).toMatchObject([{ pointer: '/username' }]);
  });
});

describe('the directory', () => {
  const list = async (username: string, query = '') =>
    (await api.as(username).get<{ items: Record<string, unknown>[] }>(`/users?limit=200${query}`)).body.items;

  test('never holds passwords or keys', async () => {
    for (const username of ['admin-demo', 'li', 'chen']) {
      const text = JSON.stringify([await list(username), (await api.as(username).get('/me')).body]);
      for (const secret of ['argon2', 'passwordHash', '"keys"']) expect(text).not.toContain(secret);
    }
  });

  test("shows a customer's people only their own side", async () => {
    expect((await list('chen')).map(({ id }) => id)).toEqual(['U-chen', 'U-liu']);
    expect((await api.as('chen').get('/users/U-li')).status).toBe(404);
  });

  test("shows staff their colleagues and their customers' people", async () => {
    const ids = (await list('li')).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['U-zhou', 'U-wang', 'U-chen']));
    expect(ids).not.toContain('U-he');
    expect((await list('zhou')).map(({ id }) => id)).toEqual(expect.arrayContaining(['U-chen', 'U-he', 'U-xu']));
  });

  test('is searched by role, customer and state', async () => {
    expect((await list('feng', '&role=project-manager&customer=C-0003')).map(({ id }) => id)).toEqual(['U-qian']);
    expect(await list('feng', '&isActive=false')).toEqual([]);
  });
});

describe('deactivation', () => {
  test('stops a token at once, and activation does not bring it back', async () => {
    const zhao = api.as('zhao');
    expect((await zhao.get('/me')).status).toBe(200);
    expect((await patch('U-zhao', { isActive: false })).status).toBe(200);
    expect((await zhao.get('/me')).status).toBe(401);
    expect((await patch('U-zhao', { isActive: true })).status).toBe(200);
    expect((await zhao.get('/me')).status).toBe(401);
  });

  test('of a row in the database alone stops a token too', async () => {
    await api.as('wu').signIn();
    await api.db.users.updateOne({ _id: 'U-wu' }, { $set: { isActive: false } });
    expect((await api.as('wu').get('/me')).status).toBe(401);
  });

  test('leaves an administrator who can sign in, also when two dismiss each other at once', async () => {
    for (const change of [{ isActive: false }, { grants: [{ role: 'qa', customerId: null }] }]) {
      const answer = await patch('U-admin-demo', change);
      expect([answer.status, answer.body.code]).toEqual([409, 'wrong-state']);
    }
    expect((await patch('U-feng', { grants: [{ role: 'admin', customerId: null }] })).status).toBe(200);
    await Promise.all([api.as('feng').signIn(), api.as('admin-demo').signIn()]);
    const both = await Promise.all([
      patch('U-feng', { isActive: false }),
      patch('U-admin-demo', { grants: [{ role: 'qa', customerId: null }] }, 'feng'),
    ]);
    const remaining = await api.db.users.countDocuments({ isActive: true, keys: 'role:admin:*' });
    expect(remaining).toBe(1);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});
