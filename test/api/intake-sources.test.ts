import { sha256Of } from '../../models/hash';
import { addSource, alert, Monitoring, type Source } from '../harness/monitoring';
import { apiForThisFile } from './api-under-test';
import { casesWithoutEngine } from './cases-without-engine';

const api = apiForThisFile({ PUBLIC_URL: 'https://ops.example.com/' });
casesWithoutEngine(api);
const admin = () => api.as('admin-demo');
const monitoring = (secret: string) => new Monitoring(() => api.url, secret);
const match = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
const statusOf = async (secret: string) => (await monitoring(secret).sends(alert({ status: 'resolved' }))).status;

describe('a source of intake', () => {
  test('has a secret that is shown once; what is kept is its hash, and no log has either', async () => {
    const input = { name: '一次', kind: 'alerts', customerId: 'C-0001' };
    const { status, body } = await admin().post<Source>('/intake-sources', input, { key: 'once' });
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(body).toMatchObject({ address: null, isEnabled: true, closesOnRecovery: true, contact: null });
    const again = await admin().post<Source>('/intake-sources', input, { key: 'once' });
    expect(again.body).toEqual({ ...body, secret: null });
    expect(await statusOf(body.secret)).toBe(200);

    const row = await api.db.intakeSources.findById(body.id).lean();
    expect(row?.secrets[0]?.hash).toBe(sha256Of(body.secret));
    const read = await admin().get(`/intake-sources/${body.id}`);
    expect(read.body).not.toHaveProperty('secret');
    const changes = (await admin().get(`/intake-sources/${body.id}/changes`)).body;
    const told = JSON.stringify([
      read.body,
      changes,
      await api.db.answers.find().lean(),
      await api.accesses(),
      api.logged,
    ]);
    for (const secret of [body.secret, sha256Of(body.secret)]) expect(told).not.toContain(secret);
    expect(JSON.stringify(row)).not.toContain(body.secret);
  });

  test('of a form has an address', async () => {
    const { secret, address } = await addSource(admin(), { kind: 'form', contact: '服务台 400-800-1234' });
    expect(address).toBe(`https://ops.example.com/intake/${secret}`);
    // What opens a form opens nothing else.
    expect(await statusOf(secret)).toBe(401);
  });

  test('is given another secret: the one before ends at once, or after the hours that are said', async () => {
    const { id, secret: first } = await addSource(admin());
    const rotate = async (body: object, version: number) =>
      (await admin().post<Source>(`/intake-sources/${id}/rotate`, body, match(version))).body;
    const second = await rotate({}, 1);
    expect([await statusOf(first), await statusOf(second.secret)]).toEqual([401, 200]);
    const third = await rotate({ keepOldForHours: 2 }, 2);
    expect(third.secrets.map(({ expiresAt }) => expiresAt !== null)).toEqual([false, true]);
    expect([await statusOf(second.secret), await statusOf(third.secret)]).toEqual([200, 200]);
    api.pass(2 * 3_600_000);
    expect([await statusOf(second.secret), await statusOf(third.secret)]).toEqual([401, 200]);
    expect((await admin().post(`/intake-sources/${id}/rotate`, {}, match(2))).status).toBe(412);
  });

  test('is switched off and on, changed and deleted, and the log tells who did', async () => {
    const { id, secret } = await addSource(admin());
    const patch = async (body: object, version: number) =>
      await admin().send('PATCH', `/intake-sources/${id}`, body, match(version));
    expect((await patch({ isEnabled: false }, 1)).status).toBe(200);
    expect(await statusOf(secret)).toBe(401);
    expect((await patch({ isEnabled: true, name: '机房监控', closesOnRecovery: false }, 2)).body).toMatchObject({
      ...{ version: 3, name: '机房监控', closesOnRecovery: false },
    });
    expect(await statusOf(secret)).toBe(200);
    expect((await patch({ kind: 'form' }, 3)).status).toBe(422);
    const { body } = await admin().get<{ items: { changes: object; by: { id: string } }[] }>(
      `/intake-sources/${id}/changes`,
    );
    expect(body.items[0]).toMatchObject({ by: { id: 'U-admin-demo' }, changes: { name: { to: '机房监控' } } });
    expect((await admin().send('DELETE', `/intake-sources/${id}`, undefined, match(3))).status).toBe(204);
    expect([await statusOf(secret), (await admin().get(`/intake-sources/${id}`)).status]).toEqual([401, 404]);
  });

  test.each([
    [{ customerId: 'C-none' }, '/customerId'],
    [{ kind: 'fax' }, '/kind'],
    [{ name: '' }, '/name'],
    [{ contact: '一\n二' }, '/contact'],
    [{ secret: 'mine' }, '/secret'],
  ])('is refused with %j', async (changes, pointer) => {
    const input = { name: '来源', kind: 'alerts', customerId: 'C-0001', ...changes };
    const { status, body } = await admin().post<{ errors: { pointer: string }[] }>('/intake-sources', input);
    expect([status, body.errors.map((one) => one.pointer)]).toEqual([422, [pointer]]);
  });

  test('has a name that no other has; lists are in their order', async () => {
    await addSource(admin(), { name: '甲' });
    const { status } = await admin().post('/intake-sources', { name: '甲', kind: 'form', customerId: 'C-0001' });
    expect(status).toBe(409);
    const { body } = await admin().get<{ items: { name: string }[] }>('/intake-sources?limit=100');
    const names = body.items.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
  });
});
