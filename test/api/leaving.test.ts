import { deactivateAnswer } from '../../models/contracts/open-tasks';
import { apiForThisFile } from './api-under-test';
import { caseRow, taskRow } from './case-rows';

const api = apiForThisFile();

const leaves = async (id: string, successorId: string | null) =>
  await api.as('admin-demo').post(`/users/${id}/deactivate`, { successorId, reason: '已离职' });
const managerOf = async (id: string) => (await api.db.users.findById(id).lean())?.managerId;
const leaderOf = async (id: string) => (await api.db.teams.findById(id).lean())?.leaderId;
const changesOf = async (path: string) =>
  (await api.as('admin-demo').get<{ items: { by: unknown; changes: unknown }[] }>(`${path}/changes`)).body.items;

const FENG = { id: 'U-feng', name: '冯 PMO' };
const SUN = { id: 'U-sun', name: '孙副经理' };
const LI = { id: 'U-li', name: '李工' };
const WU = { id: 'U-wu', name: '吴总' };

describe('who leaves leads nobody any more', () => {
  test('team and reports go to the successor; the successor, who reported to them, to their manager', async () => {
    const { status, body } = await leaves('U-wang', 'U-sun');
    expect(status).toBe(200);
    expect(deactivateAnswer.parse(body)).toEqual({
      ...{ id: 'U-wang', isActive: false, successor: SUN, handedOver: [] },
      reports: [
        { ...LI, manager: SUN },
        { ...SUN, manager: FENG },
        { id: 'U-zhao', name: '赵工', manager: SUN },
      ],
      teams: [{ id: 'T-0001', name: '驻场服务一组', leader: SUN }],
    });
    expect([await managerOf('U-li'), await managerOf('U-sun'), await managerOf('U-zhao')]).toEqual([
      ...['U-sun', 'U-feng', 'U-sun'],
    ]);
    expect(await leaderOf('T-0001')).toBe('U-sun');
    expect(await api.db.users.countDocuments({ managerId: 'U-wang' })).toBe(0);
  });

  test('each record tells who changed it, and has another version', async () => {
    const by = { id: 'U-admin-demo', name: '演示管理员' };
    expect(await changesOf('/users/U-li')).toMatchObject([
      { by, changes: { managerId: { from: 'U-wang', to: 'U-sun' } } },
    ]);
    expect(await changesOf('/teams/T-0001')).toMatchObject([
      { by, changes: { leaderId: { from: 'U-wang', to: 'U-sun' } } },
    ]);
    expect(await changesOf('/users/U-wang')).toMatchObject([{ changes: { isActive: { from: true, to: false } } }]);
    expect((await api.db.users.findById('U-li').lean())?.version).toBe(2);
    expect((await api.db.teams.findById('T-0001').lean())?.version).toBe(2);
  });

  test('nobody comes to stand above themselves, where the successor is further down', async () => {
    const { body } = await leaves('U-feng', 'U-li');
    const managers = deactivateAnswer.parse(body).reports.map(({ id, manager }) => [id, manager?.id]);
    expect(managers).toEqual([
      ['U-admin-demo', 'U-li'],
      ['U-qian', 'U-li'],
      ['U-sun', 'U-wu'],
      ['U-wang', 'U-li'],
      ['U-zheng', 'U-li'],
    ]);
    expect(await leaderOf('T-0003')).toBe('U-li');
  });

  test('without a successor reports go to the next manager, and a team has no leader', async () => {
    const { body } = await leaves('U-sun', null);
    expect(deactivateAnswer.parse(body)).toMatchObject({
      reports: [
        { id: 'U-li', manager: WU },
        { id: 'U-zhao', manager: WU },
      ],
      teams: [{ id: 'T-0001', leader: null }],
    });
    expect(await leaderOf('T-0001')).toBeNull();
  });

  test('also when they are deactivated as one changes any record; who has no manager above has none', async () => {
    const etag = (await api.as('admin-demo').get('/users/U-wu')).headers.get('etag') ?? '';
    const headers = { 'if-match': etag };
    const { status } = await api.as('admin-demo').send('PATCH', '/users/U-wu', { isActive: false }, { headers });
    expect(status).toBe(200);
    expect([await managerOf('U-li'), await managerOf('U-zhou')]).toEqual([null, null]);
    expect(await changesOf('/users/U-zhou')).toMatchObject([{ changes: { managerId: { from: 'U-wu', to: null } } }]);
  });
});

describe('an administrator who applied for a case', () => {
  const CASE = 'BF-20261121-0001';
  const applicant = { id: 'U-admin-demo', name: '演示管理员' };
  const qian = { id: 'U-qian', name: '钱经理' };

  beforeAll(async () => {
    await api.db.cases.create([caseRow(CASE, { applicant, people: [applicant.id] })]);
    const whom = { kind: 'persons' as const, ids: [qian.id] };
    const seat = { seat: 'manager-review', whom, keys: ['person:U-qian'], assignee: qian, owner: null, vote: null };
    await api.db.tasks.create([
      taskRow(CASE, { applicant, excluded: [applicant.id], openTo: ['person:U-qian'], participants: [seat] }),
    ]);
  });

  test.each([
    ['zh-CN', /您是其中流程的申请人/],
    ['en', /you applied for some of these/],
  ])('cannot hand over who decides on it by deactivating them, and is told so: %s', async (language, words) => {
    const before = await api.db.tasks.find().lean();
    const answer = await api
      .as('admin-demo')
      .post(
        '/users/U-qian/deactivate',
        { successorId: 'U-zheng', reason: '已离职' },
        { headers: { 'accept-language': language } },
      );
    expect(answer).toMatchObject({
      status: 403,
      body: { code: 'own-request', detail: expect.stringMatching(words), tasks: [{ caseId: CASE, why: 'assigned' }] },
    });
    expect(await api.db.tasks.find().lean()).toEqual(before);
    expect(await api.db.users.findById('U-qian').lean()).toMatchObject({ isActive: true, leavingUntil: null });
  });
});
