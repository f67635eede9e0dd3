import { apiForThisFile } from './api-under-test';

const api = apiForThisFile({ SIGN_IN_ATTEMPTS: 3 });

beforeEach(async () => await api.db.signInFailures.deleteMany({}));

async function signIn(body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Record<string, unknown>,
  };
}

const WRONG = { username: 'li', password: 'not the password' };
const RIGHT = { username: 'li', password: 'opsflow-demo' };

describe('signing in', () => {
  test('gives a token that is stored only as a hash', async () => {
    const { status, body } = await signIn(RIGHT);
    expect(status).toBe(201);
    expect(body.person).toEqual({ id: 'U-li', username: 'li', name: '李工', language: 'zh' });
    expect(body.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const stored = JSON.stringify(await api.db.sessions.find().lean());
    expect(stored).not.toContain(body.token);
  });

  test('heeds no capitals in the name, and no Idempotency-Key', async () => {
    const headers = { 'idempotency-key': 'same' };
    const first = await signIn({ ...RIGHT, username: ' LI ' }, headers);
    const second = await signIn(RIGHT, headers);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.token).not.toBe(second.body.token);
  });

  test('answers an unknown name exactly like a wrong password', async () => {
    const known = await signIn(WRONG);
    const unknown = await signIn({ ...WRONG, username: 'nobody' });
    const { requestId: _one, ...ofKnown } = known.body;
    const { requestId: _other, ...ofUnknown } = unknown.body;
    expect(known.status).toBe(401);
    expect(ofUnknown).toEqual(ofKnown);
  });

  test.each([[{ $ne: null }], [['li']], [null], [7]])('refuses %j as a user name', async (username) => {
    expect((await signIn({ username, password: 'x' })).status).toBe(422);
  });

  test('refuses __proto__ and does not quote the body, which may hold a password', async () => {
    const response = await fetch(`${api.url}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"__proto__":{"isActive":true},"username":"li","password":"my-secret-word" oops',
    });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('my-secret-word');
  });
});

describe('wrong passwords', () => {
  test('are limited per account, also from many addresses, and the right one is then refused too', async () => {
    for (const address of ['10.0.0.1', '10.0.0.2', '10.0.0.3']) {
      expect((await signIn(WRONG, { 'x-forwarded-for': address })).status).toBe(401);
    }
    const refused = await signIn(RIGHT, { 'x-forwarded-for': '10.0.0.4' });
    expect(refused.status).toBe(429);
    expect(refused.body.code).toBe('too-many-attempts');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(14 * 60);
    expect((await signIn({ ...RIGHT, username: 'zhao' }, { 'x-forwarded-for': '10.0.0.4' })).status).toBe(201);
  });

  test('are limited per address, also over many accounts', async () => {
    for (const username of ['wang', 'sun', 'nobody']) await signIn({ ...WRONG, username });
    expect((await signIn(RIGHT)).status).toBe(429);
  });

  test('are limited also when they are sent at once', async () => {
    const guesses = Array.from({ length: 20 }, async () => await signIn(WRONG));
    await Promise.all(guesses);
    expect((await signIn(RIGHT)).status).toBe(429);
  });

  test('are forgotten after a quarter of an hour', async () => {
    for (const username of ['li', 'li', 'li']) await signIn({ ...WRONG, username });
    expect((await signIn(RIGHT)).status).toBe(429);
    api.pass(15 * 60_000 + 1_000);
    expect((await signIn(RIGHT)).status).toBe(201);
  });

  test('count no right ones, and those of the account end with a right one', async () => {
    for (const address of ['10.1.0.1', '10.1.0.2']) await signIn(WRONG, { 'x-forwarded-for': address });
    expect((await signIn(RIGHT, { 'x-forwarded-for': '10.1.0.3' })).status).toBe(201);
    for (const address of ['10.1.0.4', '10.1.0.5']) await signIn(WRONG, { 'x-forwarded-for': address });
    expect((await signIn(RIGHT, { 'x-forwarded-for': '10.1.0.6' })).status).toBe(201);
  });
});

describe('the access log', () => {
  test('keeps sign-ins and failures, and no password, nor a password typed as a name', async () => {
    await signIn(RIGHT);
    await signIn(WRONG);
    await signIn({ username: 'my-secret-word', password: 'my-secret-word' });
    await api.deps.accessLog.append({
      personId: null,
      address: '',
      action: 'end',
      target: '',
      result: '',
      details: {},
    });
    const entries = (await api.accesses()).slice(-4, -1);
    expect(entries).toMatchObject([
      { personId: 'U-li', action: 'POST /sessions', target: 'U-li', result: 'done' },
      { personId: null, action: 'POST /sessions', result: 'wrong-credentials', details: { username: 'li' } },
      { personId: null, action: 'POST /sessions', result: 'wrong-credentials', details: {} },
    ]);
    const everything = JSON.stringify(await api.accesses()) + api.logged.join('');
    for (const secret of ['my-secret-word', 'opsflow-demo', 'not the password', '$argon2']) {
      expect(everything).not.toContain(secret);
    }
  });
});

describe('a session', () => {
  async function me(token: unknown) {
    return (await fetch(`${api.url}/api/v1/me`, { headers: { authorization: `Bearer ${String(token)}` } })).status;
  }

  test('ends by signing out, and only that one', async () => {
    const [mine, other] = [await signIn(RIGHT), await signIn(RIGHT)];
    const response = await fetch(`${api.url}/api/v1/sessions`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${String(mine.body.token)}` },
    });
    expect(response.status).toBe(204);
    expect(await me(mine.body.token)).toBe(401);
    expect(await me(other.body.token)).toBe(200);
  });

  test('ends after its time', async () => {
    const { token } = (await signIn(RIGHT)).body;
    expect(await me(token)).toBe(200);
    api.pass(api.deps.config.SESSION_LIFETIME_MS + 1_000);
    expect(await me(token)).toBe(401);
  });

  test.each(['', 'x', 'Bearer', 'U-li', 'a'.repeat(43)])('is not opened by the token %j', async (token) => {
    expect(await me(token)).toBe(401);
  });
});
