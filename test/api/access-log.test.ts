import { accessPage, changePage } from '../../models/contracts/access-log';
import { verifyAccessLog } from '../../api/verify';
import { eventually } from '../harness/eventually';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();
const admin = () => api.as('admin-demo');

async function patch(path: string, body: unknown, username = 'admin-demo') {
  const person = api.as(username);
  const etag = (await person.get(path)).headers.get('etag') ?? '"0"';
  const answer = await person.send('PATCH', path, body, { headers: { 'if-match': etag } });
  expect(answer).toMatchObject({ status: 200 });
  return answer;
}
const log = async (query = '') => accessPage.parse((await admin().get(`/access-log${query}`)).body).items;
const changesIn = async (path: string, username = 'admin-demo') =>
  changePage.parse((await api.as(username).get(`${path}/changes`)).body).items;

describe('the access log keeps what changed', () => {
  test('of a person: roles, team, manager and state, before and after', async () => {
    const before = [{ role: 'deputy-project-manager', customerId: 'C-0001' }];
    const after = [{ role: 'project-manager', customerId: 'C-0001' }];
    await patch('/users/U-sun', { grants: after, teamId: 'T-0002', managerId: null, name: '孙副经理' });
    await patch('/users/U-sun', { isActive: false });
    expect((await changesIn('/users/U-sun')).map(({ by, changes }) => [by?.name, changes])).toEqual([
      ['演示管理员', { isActive: { from: true, to: false } }],
      [
        '演示管理员',
        {
          grants: { from: before, to: after },
          teamId: { from: 'T-0001', to: 'T-0002' },
          managerId: { from: 'U-wang', to: null },
        },
      ],
    ]);
  });

  test('of master data, field by field; of a new record, all that it has', async () => {
    await patch('/devices/D-0001', { location: '主机房 A09' }, 'wang');
    expect(await changesIn('/devices/D-0001', 'wang')).toMatchObject([
      { by: { id: 'U-wang' }, changes: { location: { from: expect.any(String), to: '主机房 A09' } } },
    ]);
    const added = await admin().post('/teams', { name: '备件组' });
    expect((await changesIn(`/teams/${String(added.body.id)}`))[0]?.changes).toEqual({
      name: { from: null, to: '备件组' },
    });
  });

  test('of one’s own account and of policies', async () => {
    await api.as('zhou').send('PATCH', '/me', { language: 'en' });
    expect((await changesIn('/users/U-zhou'))[0]?.changes).toEqual({ language: { from: 'zh', to: 'en' } });
    const policy = (await admin().get<{ policy: { cancelRoles: string[] } }>('/policies/scrap')).body.policy;
    const headers = { 'if-match': '"0"' };
    await admin().send('PUT', '/policies/scrap', { ...policy, cancelRoles: ['pmo'] }, { headers });
    expect((await log('?target=scrap'))[0]?.details.changes).toEqual({
      cancelRoles: { from: policy.cancelRoles, to: ['pmo'] },
    });
  });

  test('long values shortened, and never a password, a hash or a key', async () => {
    const sites = Array.from({ length: 60 }, (_, number) => ({
      name: `机房 ${number}`,
      address: '很长的地址'.repeat(20),
    }));
    await patch('/customers/C-0001', { sites });
    const change = (await changesIn('/customers/C-0001'))[0]?.changes.sites;
    expect(String(change?.to)).toMatch(/…（\d+ characters）$/);
    expect(String(change?.to).length).toBeLessThan(1_100);
    const grants = [{ role: 'qa', customerId: null }];
    const user = { username: 'tester', name: '测试员', email: 'tester@opsflow.example', grants };
    const { body } = await admin().post('/users', user);
    await admin().send('PUT', `/users/${String(body.id)}/password`, { password: 'long enough 1' });
    const everything = JSON.stringify(await api.accesses());
    for (const secret of ['argon2', 'passwordHash', '"keys"', 'long enough']) expect(everything).not.toContain(secret);
  });

  test('nothing where nothing changed', async () => {
    const before = (await api.accesses()).length;
    expect((await patch('/users/U-wu', { name: '吴总' })).status).toBe(200);
    expect((await api.accesses()).slice(before)).toEqual([]);
  });
});

describe('administrators read it', () => {
  test('the newest first, a page at a time', async () => {
    const all = await log('?limit=200');
    expect(all.map(({ seq }) => seq)).toEqual([...all.map(({ seq }) => seq)].sort((a, b) => b - a));
    const first = await admin().get('/access-log?limit=2');
    const next = await log(`?limit=2&after=${String(first.body.nextCursor)}`);
    expect(next.map(({ seq }) => seq)).toEqual(all.slice(2, 4).map(({ seq }) => seq));
    expect((await admin().get(`/access-log?person=U-li&after=${String(first.body.nextCursor)}`)).status).toBe(422);
  });

  test('by person, action, target, result and time', async () => {
    await api.as('li').send('PUT', '/policies/scrap', {}, { headers: { 'if-match': '"0"' } });
    expect((await log('?person=U-li&result=not-allowed'))[0]).toMatchObject({
      ...{ person: { id: 'U-li', name: '李工' }, action: 'PUT /policies/{process}', result: 'not-allowed' },
    });
    expect(new Set((await log('?action=POST%20/sessions')).map(({ action }) => action))).toEqual(
      new Set(['POST /sessions']),
    );
    const now = new Date().toISOString().slice(0, 19);
    expect(await log(`?from=${now}Z&to=${now}Z`)).toEqual([]);
    expect((await log('?to=2020-01-01T00:00:00Z')).length).toBe(0);
    expect((await log('?from=2020-01-01T00:00:00Z&limit=1')).length).toBe(1);
  });

  test('and nobody else; a record’s changes are for those who may edit it', async () => {
    for (const username of ['feng', 'li', 'chen']) expect((await api.as(username).get('/access-log')).status).toBe(403);
    expect((await api.as('feng').get('/customers/C-0001/changes')).status).toBe(200);
    expect((await api.as('wang').get('/customers/C-0001/changes')).status).toBe(403);
    expect((await api.as('qian').get('/devices/D-0001/changes')).status).toBe(404);
    expect((await api.as('feng').get('/users/U-li/changes')).status).toBe(403);
  });
});

describe('npm run verify on the access log', () => {
  const faults = async () => {
    const found: string[] = [];
    const head = await verifyAccessLog(api.db, ({ where, what }) => void found.push(`${where} ${what}`));
    return { found, head };
  };

  test('finds it sound, and says where it ends, as the process’s log did', async () => {
    const { found, head } = await faults();
    expect(found).toEqual([]);
    await eventually(() => {
      const said = api.logged.map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(said.filter(({ event }) => event === 'access-log').at(-1)).toMatchObject({ ...head });
    });
  });

  test('notices that its end was cut off, also after more has been written', async () => {
    const { head } = await faults();
    const last = await api.db.access.find().sort({ _id: -1 }).limit(2).lean();
    await api.db.access.deleteMany({ _id: { $in: last.map(({ _id }) => _id) } });
    expect((await faults()).found).toEqual([
      `access#${head.seq} the end was cut off: entries ${head.seq - 1} to ${head.seq} are missing`,
    ]);
    await api.deps.accessLog.append({ personId: null, address: '', action: 'x', target: '', result: '', details: {} });
    expect((await faults()).found).toEqual([
      `access#${head.seq + 1} entries ${head.seq - 1} to ${head.seq} are missing`,
    ]);
  });

  test('notices that the anchor is gone', async () => {
    await api.db.counters.deleteOne({ _id: 'access-log' });
    expect((await faults()).found.at(-1)).toContain('the anchor of the access log is missing');
  });
});
