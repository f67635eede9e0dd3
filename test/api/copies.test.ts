import { randomUUID } from 'node:crypto';
import { apiForThisFile } from './api-under-test';
import { caseRow } from './case-rows';

const api = apiForThisFile();
const CASE = 'BF-20261121-0001';
const PATH = `/cases/${CASE}/copies`;

beforeEach(async () => {
  await api.db.copies.deleteMany({});
  await api.db.mails.deleteMany({});
  await api.db.cases.deleteMany({});
  await api.db.cases.create([caseRow(CASE)]);
});

const copies = async (who: string, to: readonly string[], message = '请阅知', key: string = randomUUID()) =>
  await api.as(who).post<{ items: { id: string }[] }>(PATH, { to, message }, { key });
const mine = async (who: string, query = '') =>
  (await api.as(who).get<{ items: { id: string }[] }>(`/copies${query}`)).body.items;
const mailed = async () =>
  (await api.db.mails.find({ kind: 'case-copied' }).lean()).map(({ recipient }) => recipient.id).sort();

test('a copy is listed with who was sent it and whether they have read it; each is told by mail, once', async () => {
  const key = randomUUID();
  for (const attempt of ['first', 'repeated']) {
    const answer = await copies('wang', ['U-zheng', 'U-chen'], '请阅知', key);
    expect([attempt, answer.status]).toEqual([attempt, 201]);
    expect(answer.body.items).toHaveLength(2);
    for (const to of [{ name: '郑服务台' }, { id: 'U-chen' }])
      expect(answer.body.items).toContainEqual(
        expect.objectContaining({
          to: expect.objectContaining(to) as unknown,
          by: { id: 'U-wang', name: '王经理' },
          message: '请阅知',
          readAt: null,
          processTitle: { zh: '设备报废审批', en: 'Equipment scrap approval' },
        }),
      );
  }
  expect(await mailed()).toEqual(['U-chen', 'U-zheng']);
  expect(await mine('zheng', '?unread=true')).toMatchObject([{ caseId: CASE, subject: expect.any(String) as string }]);
  expect(await mine('wang')).toEqual([]);
});

test('who is sent a copy sees the case from then on, and nobody else does', async () => {
  expect((await api.as('qian').get(`/cases/${CASE}`)).status).toBe(404);
  await copies('wang', ['U-qian']);
  expect((await api.as('qian').get(`/cases/${CASE}`)).status).toBe(200);
  expect((await api.as('he').get(`/cases/${CASE}`)).status).toBe(404);
});

test('已阅: only by who was sent it; said once more it changes nothing', async () => {
  const { body } = await copies('wang', ['U-zheng']);
  const path = `/copies/${body.items[0]?.id}/read`;
  expect((await api.as('wang').post(path, {})).status).toBe(404);
  const first = await api.as('zheng').post(path, { note: '已知悉' });
  expect(first).toMatchObject({ status: 200, body: { note: '已知悉', readAt: expect.any(String) as string } });
  expect((await api.as('zheng').post(path, { note: '改口' })).body).toEqual(first.body);
  expect([await mine('zheng', '?unread=true'), (await mine('zheng', '?unread=false')).length]).toEqual([[], 1]);
  expect((await api.as('wang').get(PATH)).body.items).toMatchObject([{ note: '已知悉' }]);
});

test('of many that are made at the same moment one is sent, also to somebody who has read an earlier one', async () => {
  const first = await copies('wang', ['U-zheng']);
  const read = await api.as('zheng').post(`/copies/${first.body.items[0]!.id}/read`, {});
  expect(read.status).toBe(200);
  const senders = ['wang', 'feng', 'wang', 'feng', 'wang', 'feng'];
  const all = await Promise.all(senders.map(async (who) => await copies(who, ['U-zheng'])));
  expect(all.map(({ status }) => status)).toEqual(senders.map(() => 201));
  expect(await api.db.copies.countDocuments({ readAt: null })).toBe(1);
  expect(await mailed()).toEqual(['U-zheng', 'U-zheng']);
});

test('an unread copy is not sent once more; one that was read is', async () => {
  const { body } = await copies('wang', ['U-zheng']);
  expect((await copies('li', ['U-zheng', 'U-sun'])).body.items).toHaveLength(2);
  expect(await mailed()).toEqual(['U-sun', 'U-zheng']);
  await api.as('zheng').post(`/copies/${body.items[0]?.id}/read`, {});
  expect((await copies('li', ['U-zheng'])).body.items).toHaveLength(3);
});

test.each([
  ['nobody', ['U-nobody']],
  ['oneself', ['U-wang']],
  ['somebody of another customer', ['U-he']],
  ['somebody twice', ['U-li', 'U-li']],
  ['no one at all', []],
  ['too many', Array.from({ length: 21 }, (_, index) => `U-${index}`)],
])('a copy to %s is refused, and nothing is sent', async (_, to) => {
  expect((await copies('wang', ['U-sun', ...to].slice(to.length === 0 ? 1 : 0))).status).toBe(422);
  expect([await api.db.copies.countDocuments(), await mailed()]).toEqual([0, []]);
});

test('the customer’s people neither send copies nor see who has them, but read their own', async () => {
  expect((await copies('chen', ['U-sun'])).status).toBe(403);
  expect((await api.as('chen').get(PATH)).status).toBe(403);
  await copies('wang', ['U-chen']);
  expect(await mine('chen')).toHaveLength(1);
});

test('within ten minutes somebody copies cases to sixty people; a copy that would be one more is not sent to anybody', async () => {
  const sent = (index: number) => ({
    ...{ _id: `CC-${index}`, caseId: CASE, process: 'scrap', subject: '', to: { id: `U-${index}`, name: '' } },
    ...{ by: { id: 'U-wang', name: '王经理' }, at: new Date(), message: '', readAt: null, note: '' },
  });
  await api.db.copies.insertMany(Array.from({ length: 59 }, (_, index) => sent(index)));
  const { status, headers } = await copies('wang', ['U-zheng', 'U-sun']);
  expect([status, Number(headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
  expect(await mailed()).toEqual([]);
  expect((await copies('wang', ['U-zheng'])).status).toBe(201);
  expect((await copies('wang', ['U-zheng'])).status).toBe(201);
  expect((await copies('wang', ['U-sun'])).status).toBe(429);
  expect((await copies('li', ['U-sun'])).status).toBe(201);
});
