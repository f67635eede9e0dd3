import { randomUUID } from 'node:crypto';
import { commentAnswer, commentPage } from '../../models/contracts/comment';
import { apiForThisFile } from './api-under-test';
import { caseRow, taskRow } from './case-rows';

const api = apiForThisFile();
const CASE = 'BF-20261121-0001';
const PATH = `/cases/${CASE}/comments`;

beforeAll(async () => {
  await api.db.cases.create([caseRow(CASE), caseRow('BF-20261121-0002', { state: 'completed' })]);
  await api.db.tasks.create([taskRow(CASE)]);
});
beforeEach(async () => void (await api.db.comments.deleteMany({})));

const texts = async (username: string, path = PATH) =>
  (await api.as(username).get<{ items: { text: string }[] }>(path)).body.items.map(({ text }) => text);

test('a comment carries who wrote it and when, and is read by both sides where it is for everybody, the oldest first', async () => {
  const first = await api.as('li').post(PATH, { text: '  设备已送检\r\n报告周三到 ', audience: 'everybody' });
  expect(first.status).toBe(201);
  expect(commentAnswer.parse(first.body)).toMatchObject({
    ...{ caseId: CASE, by: { id: 'U-li', name: '李工' }, text: '设备已送检\n报告周三到' },
  });
  await api.as('chen').post(PATH, { text: '收到' });
  for (const username of ['li', 'chen', 'wang', 'wu']) expect(await texts(username)).toEqual([first.body.text, '收到']);
  expect(commentPage.parse((await api.as('li').get(PATH)).body).nextCursor).toBeNull();
});

test('comments are read a page at a time', async () => {
  for (const text of ['一', '二', '三']) await api.as('li').post(PATH, { text });
  const { body } = await api.as('li').get(`${PATH}?limit=2`);
  expect((body.items as { text: string }[]).map(({ text }) => text)).toEqual(['一', '二']);
  expect(await texts('li', `${PATH}?limit=2&after=${String(body.nextCursor)}`)).toEqual(['三']);
  const elsewhere = `/cases/BF-20261121-0002/comments?after=${String(body.nextCursor)}`;
  expect((await api.as('li').get(elsewhere)).status).toBe(422);
});

test('who does not see the case neither reads nor writes there', async () => {
  await api.as('li').post(PATH, { text: '只给本客户' });
  for (const username of ['he', 'qian']) {
    expect((await api.as(username).get(PATH)).status).toBe(404);
    expect((await api.as(username).post(PATH, { text: '外人' })).status).toBe(404);
  }
  expect((await api.as('li').post('/cases/BF-20261121-9999/comments', { text: '?' })).status).toBe(404);
  expect(await texts('li')).toEqual(['只给本客户']);
});

test('a closed case still takes comments', async () => {
  const path = '/cases/BF-20261121-0002/comments';
  expect((await api.as('li').post(path, { text: '发票已收到', audience: 'everybody' })).status).toBe(201);
  expect(await texts('chen', path)).toEqual(['发票已收到']);
});

test.each([[''], ['   '], ['长'.repeat(5_001)], [null], [{ $ne: null }], ['\u200b'], ['\u0000'], ['\ud800']])(
  'the text %j is refused',
  async (text) => {
    expect((await api.as('li').post(PATH, { text })).body.errors).toMatchObject([{ pointer: '/text' }]);
    expect(await texts('li')).toEqual([]);
  },
);

test('5,000 characters are taken', async () => {
  expect((await api.as('li').post(PATH, { text: '长'.repeat(5_000) })).status).toBe(201);
});

test('the same key writes one comment, and none of another text', async () => {
  const key = randomUUID();
  const both = await Promise.all([1, 2].map(async () => await api.as('li').post(PATH, { text: '一次' }, { key })));
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(both[0]?.body).toEqual(both[1]?.body);
  expect((await api.as('li').post(PATH, { text: '另一句' }, { key })).body.code).toBe('idempotency-key-reused');
  expect(await texts('li')).toEqual(['一次']);
});

test('case and task tell how many there are', async () => {
  for (const text of ['一', '二']) await api.as('li').post(PATH, { text });
  expect((await api.as('wang').get(`/cases/${CASE}`)).body.commentCount).toBe(2);
  expect((await api.as('wang').get(`/tasks/${CASE}.manager-review.1`)).body.commentCount).toBe(2);
});

test('what the company’s people write is internal unless they say otherwise; the customer’s people neither read nor count it', async () => {
  const internal = await api.as('li').post(PATH, { text: '客户催得急' });
  expect(internal.body).toMatchObject({ audience: 'internal', mentions: [] });
  expect((await api.as('chen').post(PATH, { text: '请尽快' })).body).toMatchObject({ audience: 'everybody' });
  expect(await texts('wang')).toEqual(['客户催得急', '请尽快']);
  expect(await texts('chen')).toEqual(['请尽快']);
  const count = async (username: string) => (await api.as(username).get(`/cases/${CASE}`)).body.commentCount;
  expect([await count('wang'), await count('chen')]).toEqual([2, 1]);
  const refused = await api.as('chen').post(PATH, { text: '悄悄话', audience: 'internal' });
  expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/audience' }] } });
});

test('comments that were written before there were internal ones are for everybody', async () => {
  await api.db.comments.create([
    { _id: 'CM-old', caseId: CASE, at: new Date(), by: { id: 'U-li', name: '李工' }, text: '旧' },
  ]);
  expect((await api.as('chen').get(PATH)).body.items).toMatchObject([
    { text: '旧', audience: 'everybody', mentions: [] },
  ]);
});

describe('whom a comment mentions', () => {
  const mailed = async () => {
    const rows = await api.db.mails.find({ kind: 'mentioned' }).sort({ 'recipient.id': 1 }).lean();
    return rows.map(
      ({ recipient, details, caseId }) => `${recipient.id} ${caseId} ${String(details.by)} ${String(details.reason)}`,
    );
  };
  beforeEach(async () => void (await api.db.mails.deleteMany({})));

  test('is told by mail, once; who mentions themselves is not', async () => {
    const key = randomUUID();
    const body = { text: '@王经理 @孙副经理 请看检测报告', mentions: ['U-wang', 'U-sun', 'U-li'] };
    const post = async () => (await api.as('li').post(PATH, body, { key })).status;
    expect([await post(), await post()]).toEqual([201, 201]);
    expect(await mailed()).toEqual(['U-sun', 'U-wang'].map((id) => `${id} ${CASE} 李工 ${body.text}`));
    expect((await api.as('li').get(PATH)).body.items).toMatchObject([
      { mentions: [{ name: '王经理' }, { name: '孙副经理' }, {}] },
    ]);
  });

  test.each([
    ['nobody', 'internal', 'U-nobody'],
    ['somebody of the customer in an internal comment', 'internal', 'U-chen'],
    ['somebody who does not see the case', 'everybody', 'U-he'],
  ])('is refused where it is %s, and nothing is written', async (_, audience, id) => {
    const refused = await api.as('li').post(PATH, { text: '请看', audience, mentions: ['U-wang', id] });
    expect(refused).toMatchObject({ status: 422, body: { errors: [{ pointer: '/mentions/1' }] } });
    expect([await texts('li'), await mailed()]).toEqual([[], []]);
  });

  test('is named once, and they are at most twenty', async () => {
    for (const mentions of [
      ['U-wang', 'U-wang'],
      Array.from({ length: 21 }, (_, index) => `U-${index}`),
      ['$ne'],
      'U-wang',
    ])
      expect((await api.as('li').post(PATH, { text: '请看', mentions })).status).toBe(422);
    expect(await mailed()).toEqual([]);
  });

  test('somebody of the customer is told of a comment for everybody', async () => {
    expect(
      (await api.as('li').post(PATH, { text: '@陈科长 已修好', audience: 'everybody', mentions: ['U-chen'] })).status,
    ).toBe(201);
    expect(await mailed()).toEqual([`U-chen ${CASE} 李工 @陈科长 已修好`]);
  });
});

test('within ten minutes somebody writes thirty comments; then they wait, and nobody else does', async () => {
  const write = async (who: string) => await api.as(who).post(PATH, { text: '催' });
  for (let count = 0; count < 30; count += 1) expect((await write('li')).status).toBe(201);
  const { status, body, headers } = await write('li');
  expect([status, body]).toMatchObject([429, { code: 'too-often' }]);
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(9 * 60);
  expect((await write('wang')).status).toBe(201);
  expect(await api.db.comments.countDocuments()).toBe(31);
  api.pass(seconds * 1_000);
  expect((await write('li')).status).toBe(201);
});
