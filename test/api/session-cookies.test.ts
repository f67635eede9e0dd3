import { meAnswer, signInAnswer } from '../../models/contracts/directory';
import { ROUTES } from '../../api/routes';
import { Browser } from '../harness/browser';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();
const browsers: { admin?: Browser } = {};
const browser = () => new Browser(() => api.url);

async function signedIn(username = 'li'): Promise<Browser> {
  const one = browser();
  expect((await one.signsIn(username)).status).toBe(201);
  return one;
}

describe('signing in with a cookie', () => {
  test('keeps the token out of the answer and out of reach of scripts and other sites', async () => {
    const li = browser();
    const { body } = await li.signsIn('li');
    expect(signInAnswer.parse(body)).toEqual(body);
    expect(body).toMatchObject({ person: { id: 'U-li' } });
    expect(body).not.toHaveProperty('token');
    const [name, ...attributes] = (li.cookiesSet[0] ?? '').split('; ');
    expect(name).toMatch(/^opsflow_session=[A-Za-z0-9_-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Max-Age=43200', 'Path=/', 'SameSite=Strict']);
    const token = name?.split('=')[1] ?? '';
    expect(JSON.stringify(body)).not.toContain(token);
    const stored = JSON.stringify([await api.db.sessions.find().lean(), await api.accesses()]) + api.logged.join('');
    for (const secret of [token, body.csrfToken]) expect(stored).not.toContain(secret);
  });

  test('sends the cookie over https only, where people come by https', async () => {
    const behindProxy = browser();
    await behindProxy.signsIn('li', 'opsflow-demo', { 'x-forwarded-proto': 'https' });
    expect(behindProxy.cookiesSet[0]).toContain('; Secure');
    Object.assign(api.deps.config, { PUBLIC_URL: 'https://opsflow.example' });
    const published = await signedIn();
    Object.assign(api.deps.config, { PUBLIC_URL: undefined });
    expect(published.cookiesSet[0]).toContain('; Secure');
  });

  test('once more ends the session that this browser had', async () => {
    const li = await signedIn();
    const before = li.jar;
    await li.signsIn('li');
    expect(li.jar).not.toBe(before);
    expect((await browser().sends('GET', '/me', undefined, { cookie: before })).status).toBe(401);
    expect((await li.asks('GET', '/me')).status).toBe(200);
  });

  test('is refused where another site makes the browser do it', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const lured = browser();
      const answer = await lured.signsIn('li', 'opsflow-demo', { 'sec-fetch-site': site });
      expect([answer.status, answer.body.code]).toEqual([403, 'csrf-token-wrong']);
      expect(lured.cookiesSet).toEqual([]);
    }
  });
});

describe('a request with the cookie', () => {
  test('reads without more, and is told the CSRF token', async () => {
    const li = await signedIn();
    const { status, body } = await li.sends('GET', '/me', undefined, {});
    expect(status).toBe(200);
    expect(meAnswer.parse(body).csrfToken).toBe(li.csrfToken);
    expect((await api.as('li').get('/me')).body.csrfToken).toBeNull();
  });

  test('writes with the CSRF token of its own session only', async () => {
    const [li, wang] = [await signedIn('li'), await signedIn('wang')];
    const write = async (headers: Record<string, string>) =>
      (await li.sends('POST', '/me/password', {}, headers)).body.code;
    expect(await write({})).toBe('csrf-token-wrong');
    expect(await write({ 'x-csrf-token': '' })).toBe('csrf-token-wrong');
    expect(await write({ 'x-csrf-token': 'x'.repeat(64) })).toBe('csrf-token-wrong');
    expect(await write({ 'x-csrf-token': wang.csrfToken })).toBe('csrf-token-wrong');
    expect(await write({ 'x-csrf-token': li.csrfToken })).toBe('invalid-input');
    for (const site of ['cross-site', 'same-site'])
      expect(await write({ 'x-csrf-token': li.csrfToken, 'sec-fetch-site': site })).toBe('csrf-token-wrong');
    for (const site of ['same-origin', 'none'])
      expect(await write({ 'x-csrf-token': li.csrfToken, 'sec-fetch-site': site })).toBe('invalid-input');
  });

  test('leaves a refused attempt in the access log', async () => {
    const li = await signedIn();
    await li.sends('POST', '/me/password', {}, {});
    await api.deps.accessLog.append({
      personId: null,
      address: '',
      action: 'end',
      target: '',
      result: '',
      details: {},
    });
    expect((await api.accesses()).at(-2)).toMatchObject({
      personId: 'U-li',
      action: 'POST /me/password',
      result: 'csrf-token-wrong',
    });
  });

  test('goes by the Authorization header where it has one, right or wrong', async () => {
    const li = await signedIn();
    const authorization = `Bearer ${await api.as('wang').signIn()}`;
    expect((await li.sends('GET', '/me', undefined, { authorization })).body.id).toBe('U-wang');
    expect((await li.sends('POST', '/me/password', {}, { authorization })).body.code).toBe('invalid-input');
    expect((await li.sends('GET', '/me', undefined, { authorization: 'Bearer wrong' })).status).toBe(401);
  });

  test.each([
    'opsflow_session=',
    'opsflow_session=%00',
    'opsflow_session',
    'other=1',
    `opsflow_session=${'a'.repeat(43)}`,
  ])('opens nothing by %j', async (cookie) =>
    expect((await browser().sends('GET', '/me', undefined, { cookie })).status).toBe(401),
  );
});

test.each(
  ROUTES.filter(
    ({ who, method }) => !['anyone', 'decision-link', 'monitoring'].includes(String(who)) && method !== 'get',
  ).map(({ method, path }) => [method.toUpperCase(), path.replace(/\{\w+\}/g, 'X-1')] as const),
)('%s %s needs the CSRF token', async (method, path) => {
  const admin = (browsers.admin ??= await signedIn('admin-demo'));
  const { status, body } = await admin.sends(method, path, undefined, { 'if-match': '"1"' });
  expect([status, body.code]).toEqual([403, 'csrf-token-wrong']);
});

describe('a session with a cookie ends', () => {
  test('by signing out, which takes the cookie away', async () => {
    const li = await signedIn();
    const kept = li.jar;
    expect((await li.asks('DELETE', '/sessions')).status).toBe(204);
    expect(li.cookiesSet.at(-1)).toMatch(/^opsflow_session=; Max-Age=0; Path=\/; HttpOnly; SameSite=Strict$/);
    expect((await browser().sends('GET', '/me', undefined, { cookie: kept })).status).toBe(401);
  });

  test('when its time is over, however much it was used', async () => {
    const li = await signedIn();
    api.pass(api.deps.config.SESSION_LIFETIME_MS - 60_000);
    expect((await li.asks('GET', '/me')).status).toBe(200);
    api.pass(61_000);
    expect((await li.asks('GET', '/me')).status).toBe(401);
  });

  test('at once when the person is deactivated', async () => {
    const zhao = await signedIn('zhao');
    await api.db.users.updateOne({ _id: 'U-zhao' }, { $set: { isActive: false } });
    expect((await zhao.asks('GET', '/me')).status).toBe(401);
  });
});

describe('pages', () => {
  test('may run no inline script or style but their own, and are framed nowhere', async () => {
    const [one, other] = [await fetch(api.url), await fetch(api.url)];
    const policy = one.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-(inline|eval)|\*|https?:(?!\/\/)/);
    const nonce = /script-src 'self' 'nonce-([\w-]{24})'/.exec(policy)?.[1];
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(await one.text()).toContain(`nonce="${nonce}"`);
    expect(other.headers.get('content-security-policy')).not.toContain(nonce);
    expect(one.headers.get('x-frame-options')).toBe('DENY');
  });
});
