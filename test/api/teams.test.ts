import { meAnswer } from '../../models/contracts/directory';
import { migrate } from '../../api/setup/migrate';
import { MIGRATIONS } from '../../api/setup/migrations';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();

async function patch(path: string, body: unknown, username = 'admin-demo') {
  const person = api.as(username);
  const etag = (await person.get(path)).headers.get('etag') ?? '"0"';
  return await person.send('PATCH', path, body, { headers: { 'if-match': etag } });
}
const ids = async (username: string, query: string) =>
  (await api.as(username).get<{ items: { id: string }[] }>(query)).body.items.map(({ id }) => id);

describe('a team', () => {
  test.each([
    ['nobody', 'U-nobody'],
    ["a customer's person", 'U-chen'],
    ['an operator', { $ne: null }],
  ])('is not led by %s', async (_, leaderId) => {
    expect((await api.as('admin-demo').post('/teams', { name: '新组', leaderId })).body.errors).toMatchObject([
      { pointer: '/leaderId' },
    ]);
    expect((await patch('/teams/T-0001', { leaderId })).body.errors).toMatchObject([{ pointer: '/leaderId' }]);
  });

  test('is there once under a name, may be without a leader, and is edited by administrators only', async () => {
    const admin = api.as('admin-demo');
    expect((await admin.post('/teams', { name: '备件组' })).body).toMatchObject({ name: '备件组', leaderId: null });
    expect((await admin.post('/teams', { name: '备件组' })).body.errors).toMatchObject([{ pointer: '/name' }]);
    expect((await api.as('feng').post('/teams', { name: '另一组' })).status).toBe(403);
    expect(await ids('li', '/teams?q=备件')).toHaveLength(1);
    expect(await ids('li', '/teams?leader=U-wang')).toEqual(['T-0001']);
  });

  test("is nothing that customers' people see", async () => {
    expect(await ids('chen', '/teams')).toEqual([]);
    expect((await api.as('chen').get('/teams/T-0001')).status).toBe(404);
  });
});

describe('people stand in the company', () => {
  test('with their team and their manager, by which the directory is filtered', async () => {
    expect(await ids('feng', '/users?team=T-0001')).toEqual(['U-li', 'U-sun', 'U-wang', 'U-zhao']);
    expect(await ids('feng', '/users?manager=U-feng')).toEqual(['U-admin-demo', 'U-qian', 'U-wang', 'U-zheng']);
    const { body } = await api.as('li').get('/me');
    expect(meAnswer.parse(body)).toMatchObject({
      team: { id: 'T-0001', name: '驻场服务一组' },
      manager: { id: 'U-wang', name: '王经理' },
    });
  });

  test.each([
    ['themselves as manager', 'U-wang', { managerId: 'U-wang' }, '/managerId'],
    ['somebody who reports to them as manager', 'U-feng', { managerId: 'U-li' }, '/managerId'],
    ["a customer's person as manager", 'U-li', { managerId: 'U-chen' }, '/managerId'],
    ['nobody known as manager', 'U-li', { managerId: 'U-nobody' }, '/managerId'],
    ['a team that does not exist', 'U-li', { teamId: 'T-9999' }, '/teamId'],
    ["a team, being a customer's", 'U-chen', { teamId: 'T-0001' }, '/teamId'],
    ["a manager, being a customer's", 'U-chen', { managerId: 'U-wang' }, '/managerId'],
  ])('never with %s', async (_, id, change, pointer) => {
    const answer = await patch(`/users/${id}`, change);
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer }]]);
  });

  test('without an inactive manager, but one who leaves stays named until it is changed', async () => {
    await api.db.users.updateOne({ _id: 'U-qian' }, { $set: { isActive: false } });
    expect((await patch('/users/U-zheng', { managerId: 'U-qian' })).status).toBe(422);
    await api.db.users.updateOne({ _id: 'U-zheng' }, { $set: { managerId: 'U-qian' } });
    expect((await patch('/users/U-zheng', { name: '郑工' })).body.managerId).toBe('U-qian');
    expect((await patch('/users/U-zheng', { managerId: 'U-feng' })).status).toBe(200);
  });

  test('never in a circle, also when two are made to report to each other at once', async () => {
    for (const id of ['U-li', 'U-zhao']) expect((await patch(`/users/${id}`, { managerId: null })).status).toBe(200);
    const both = await Promise.all([
      patch('/users/U-li', { managerId: 'U-zhao' }),
      patch('/users/U-zhao', { managerId: 'U-li' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  test("who leads colleagues is not made a customer's person", async () => {
    const change = { grants: [{ role: 'customer', customerId: 'C-0001' }], teamId: null, managerId: null };
    expect((await patch('/users/U-feng', change)).body.code).toBe('wrong-state');
    expect((await patch('/users/U-zhao', { managerId: null })).status).toBe(200);
  });

  test('also from the day on which the product was installed without teams', async () => {
    await api.db.users.updateOne({ _id: 'U-wu' }, { $unset: { teamId: 1, managerId: 1 } });
    await api.db.migrations.deleteOne({ _id: '0004-teams' });
    await migrate(api.db, api.deps.log, MIGRATIONS);
    expect((await api.as('feng').get('/users/U-wu')).body).toMatchObject({ teamId: null, managerId: null });
  });
});

describe('PATCH /me', () => {
  test('changes language and phone, at once and without If-Match', async () => {
    const answer = await api.as('zhou').send('PATCH', '/me', { language: 'en', phone: '010-5550 1234' });
    expect(meAnswer.parse(answer.body)).toMatchObject({ language: 'en', phone: '010-5550 1234' });
    expect((await api.as('zhou').get('/me')).body).toMatchObject({ language: 'en', phone: '010-5550 1234' });
    const row = await api.db.users.findById('U-zhou').lean();
    expect(row?.version).toBe(2);
  });

  test.each([{ language: 'fr' }, { phone: 'call me' }, { name: '李总' }, { grants: [] }, { managerId: null }])(
    'refuses %j',
    async (body) => expect((await api.as('wang').send('PATCH', '/me', body)).status).toBe(422),
  );
});
