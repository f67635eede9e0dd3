import { sessionList } from '../../models/contracts/sessions';
import { Browser } from '../harness/browser';
import { eventually } from '../harness/eventually';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();
const ON_WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36';
const IN_WECHAT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 MicroMessenger/8.0.50';

async function signedIn(username: string, agent: string, address = '10.0.0.7'): Promise<Browser> {
  const browser = new Browser(() => api.url);
  await browser.signsIn(username, 'opsflow-demo', { 'user-agent': agent, 'x-forwarded-for': address });
  return browser;
}
const listOf = async (browser: Browser, path = '/me/sessions') =>
  sessionList.parse((await browser.asks('GET', path)).body).items;

beforeEach(async () => await api.db.sessions.deleteMany({ userId: { $ne: 'U-admin-demo' } }));

test('a person sees where they are signed in: address, browser, and which one this is', async () => {
  const [desk, phone] = [await signedIn('li', ON_WINDOWS), await signedIn('li', IN_WECHAT, '10.0.0.8')];
  await signedIn('wang', ON_WINDOWS);
  const seen = await listOf(desk);
  expect(seen.map(({ agent, address, isThis }) => [agent, address, isThis]).sort()).toEqual([
    ['Chrome 126 · Windows', '10.0.0.7', true],
    ['WeChat 8 · iOS', '10.0.0.8', false],
  ]);
  expect((await listOf(phone)).find(({ isThis }) => isThis)?.agent).toBe('WeChat 8 · iOS');
  const token = desk.jar.split('=')[1] ?? '';
  expect(JSON.stringify(seen)).not.toContain(token);
});

test('an agent that nobody knows is shown as it calls itself, shortened', async () => {
  const [script] = await listOf(await signedIn('li', `(night shift) ${'x'.repeat(300)}`));
  expect(script?.agent).toMatch(/^\(night shift\) x+$/);
  expect(script?.agent.length).toBeLessThanOrEqual(60);
});

test('a session says when it was last used, written at most once a minute', async () => {
  const li = await signedIn('li', ON_WINDOWS);
  const lastSeen = async () => (await listOf(li))[0]?.lastSeenAt ?? '';
  const atFirst = await lastSeen();
  const update = jest.spyOn(api.db.sessions, 'updateOne');
  for (let count = 0; count < 5; count += 1) expect(await lastSeen()).toBe(atFirst);
  expect(update).not.toHaveBeenCalled();
  api.pass(61_000);
  await li.asks('GET', '/me');
  await eventually(async () => expect((await lastSeen()) > atFirst).toBe(true));
  expect(update).toHaveBeenCalledTimes(1);
  update.mockRestore();
});

test('one session is ended, and nobody ends those of others that way', async () => {
  const [desk, phone] = [await signedIn('li', ON_WINDOWS), await signedIn('li', IN_WECHAT)];
  const other = (await listOf(desk)).find(({ isThis }) => !isThis)?.id ?? '';
  const wang = await signedIn('wang', ON_WINDOWS);
  expect((await wang.asks('DELETE', `/me/sessions/${other}`)).status).toBe(404);
  expect((await phone.asks('GET', '/me')).status).toBe(200);
  expect((await desk.asks('DELETE', `/me/sessions/${other}`)).status).toBe(204);
  expect((await phone.asks('GET', '/me')).status).toBe(401);
  expect((await desk.asks('DELETE', `/me/sessions/${other}`)).status).toBe(404);
});

test('all other sessions are ended at once', async () => {
  const [here, ...others] = await Promise.all([1, 2, 3].map(async () => await signedIn('li', ON_WINDOWS)));
  expect((await here!.asks('DELETE', '/me/sessions')).body).toEqual({ ended: 2 });
  for (const other of others) expect((await other.asks('GET', '/me')).status).toBe(401);
  expect(await listOf(here!)).toHaveLength(1);
});

test('a session whose time is over is not listed', async () => {
  await signedIn('li', ON_WINDOWS);
  await api.db.sessions.updateMany({ userId: 'U-li' }, { $set: { expiresAt: new Date(Date.now() - 1000) } });
  expect(await listOf(await signedIn('li', ON_WINDOWS))).toHaveLength(1);
});

test("administrators see and end everybody's; the access log keeps that they did", async () => {
  const li = await signedIn('li', ON_WINDOWS);
  const admin = await signedIn('admin-demo', ON_WINDOWS);
  expect(await listOf(admin, '/users/U-li/sessions')).toMatchObject([{ agent: 'Chrome 126 · Windows', isThis: false }]);
  expect((await admin.asks('DELETE', '/users/U-li/sessions')).body).toEqual({ ended: 1 });
  expect((await li.asks('GET', '/me')).status).toBe(401);
  for (const method of ['GET', 'DELETE'])
    expect((await admin.asks(method, '/users/U-nobody/sessions')).status).toBe(404);
  expect(await api.accesses()).toContainEqual(
    expect.objectContaining({ action: 'DELETE /users/{id}/sessions', target: 'U-li', details: { ended: 1 } }),
  );
});
