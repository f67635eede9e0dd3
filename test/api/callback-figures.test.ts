import type { CallbackCounts, CallbackFigures, CallbackSpan } from '../../models/contracts/callback-figures';
import { apiForThisFile } from './api-under-test';
import { callbackRow, NOBODY, said } from './callback-rows';
import { caseRow } from './case-rows';
import { exportOf } from './export-file';
import { Reads } from './reads';

const api = apiForThisFile();
const OTHER = { customer: { id: 'C-0002', name: '江州市第二人民医院' }, customerId: 'C-0002' };

beforeAll(async () => {
  await api.db.cases.insertMany([
    callbackRow('HF-0', '2026-09-15T02:00:00Z', said(100, true), { workers: ['U-li'] }),
    // Still October in UTC, in Shanghai already November.
    callbackRow('HF-1', '2026-10-31T16:30:00Z', said(95, true), { workers: ['U-li', 'U-zhao'] }),
    callbackRow('HF-2', '2026-11-03T02:00:00Z', { ...said(40, false), now: 'yes' }, { workers: ['U-li'] }),
    callbackRow('HF-3', '2026-11-10T02:00:00Z', said(90, true), { workers: ['U-zhao'] }, OTHER),
    callbackRow('HF-4', '2026-11-11T02:00:00Z', NOBODY, { workers: ['U-zhao'] }),
    callbackRow('HF-5', '2026-11-21T02:00:00Z', null, { workers: ['U-li'] }),
    callbackRow('HF-6', '2026-11-22T02:00:00Z', NOBODY, { workers: ['U-li'] }, { state: 'cancelled' }),
    // What was said is counted, however it ended.
    callbackRow('HF-8', '2026-09-22T02:00:00Z', said(20, false), { workers: ['U-li'] }, { state: 'cancelled' }),
    callbackRow('HF-7', '2026-12-02T02:00:00Z', said(100, true)),
    caseRow('BF-1', { startedAt: new Date('2026-11-20T02:00:00Z') }),
  ]);
});

async function figures(username: string, query = 'from=2026-11&to=2026-11') {
  const { status, body } = await api.as(username).get<CallbackFigures>(`/callbacks/figures?${query}`);
  return { status, ...body };
}
const counted = ({ callbacks, reached, unreached, satisfied }: CallbackCounts) => [
  ...[callbacks, reached, unreached, satisfied],
];
const byEngineer = ({ engineers }: CallbackSpan) =>
  engineers.map(({ engineer, meanScore, satisfiedPercent, ...of }) => [
    engineer.name,
    ...counted({ meanScore, satisfiedPercent, ...of }),
    ...[meanScore, satisfiedPercent],
  ]);

test('are counted by month, customer and engineer; what was cancelled before anybody was reached is not, what is under way has no score', async () => {
  const { aimPercent, all, months } = await figures('shen');
  expect(aimPercent).toBe(95);
  expect(months.map(({ month }) => month)).toEqual(['2026-11']);
  const [november] = months;
  expect(november).toEqual({ month: '2026-11', ...all });
  expect(counted(all)).toEqual([5, 3, 1, 2]);
  expect(all).toMatchObject({ recovered: 1, meanScore: 75, satisfiedPercent: 66.7, isUnderAim: true });
  expect(all.customers.map(({ customer, ...of }) => [customer.id, ...counted(of), of.satisfiedPercent])).toEqual([
    ['C-0001', 4, 2, 1, 1, 50],
    ['C-0002', 1, 1, 0, 1, 100],
  ]);
  expect(byEngineer(all)).toEqual([
    ['李工', 3, 2, 0, 1, 67.5, 50],
    ['赵工', 3, 2, 1, 2, 92.5, 100],
  ]);
});

test('of several months are told for each and together; a month without callbacks is left out', async () => {
  const { all, months } = await figures('shen', 'from=2026-09&to=2026-12');
  expect(months.map(({ month, callbacks, isUnderAim }) => [month, callbacks, isUnderAim])).toEqual([
    ['2026-09', 2, true],
    ['2026-11', 5, true],
    ['2026-12', 1, false],
  ]);
  expect(counted(all)).toEqual([8, 6, 1, 4]);
  expect(all.satisfiedPercent).toBe(66.7);
});

test('of a time without callbacks are none, and not under the aim', async () => {
  expect(await figures('shen', 'from=2025-01&to=2025-12')).toEqual({
    ...{ status: 200, aimPercent: 95, months: [] },
    all: {
      ...{
        callbacks: 0,
        reached: 0,
        unreached: 0,
        satisfied: 0,
        recovered: 0,
        meanScore: null,
        satisfiedPercent: null,
      },
      ...{ isUnderAim: false, customers: [], engineers: [] },
    },
  });
});

test('who leads one customer has those of that customer', async () => {
  expect((await figures('wang')).all.customers.map(({ customer }) => customer.id)).toEqual(['C-0001']);
});

test.each(['li', 'chen', 'zhou'])('%s does not read them', async (username) => {
  expect((await figures(username)).status).toBe(403);
});

test.each([
  'from=2026-11',
  'from=2026-11&to=2026-13',
  'from=2026-11-01&to=2026-11-30',
  'from=2026-11&to=2026-10',
  'from=2024-01&to=2026-01',
])('%s is refused', async (query) => {
  expect((await figures('shen', query)).status).toBe(422);
});

test('two years at a time are answered', async () => {
  expect((await figures('shen', 'from=2025-01&to=2026-12')).status).toBe(200);
});

test('are read from an index, the callbacks of that time alone', async () => {
  const reads = new Reads(api);
  await reads.begin();
  for (const who of ['shen', 'wang']) {
    await reads.belongTo(who);
    await figures(who);
  }
  const made = await reads.end();
  for (const who of ['shen', 'wang']) {
    const read = (made.get(who) ?? []).find(({ collection }) => collection.endsWith('cases'));
    expect(read?.plan).toContain('IXSCAN');
    expect(read?.documents).toBeLessThanOrEqual(6);
    expect(read?.isSorted).toBe(false);
  }
});

test('客户满意度统计表 is the same as a workbook', async () => {
  const { rows, sheets } = await exportOf(api, 'shen', 'callback-figures?from=2026-11&to=2026-11');
  expect([...sheets.keys()]).toEqual(['客户满意度统计表']);
  expect(rows[0]).toEqual({
    ...{ 月份: '合计', 统计项: '合计', 内容: '合计', 回访数: '5', 联系上: '3', 未联系上: '1', '平均得分（%）': '75' },
    ...{ 满意数: '2', 措施后满意: '1', '满意率（%）': '66.7', '目标（%）': '95', 达标: '未达标' },
  });
  expect(rows.map((row) => `${row.月份} ${row.统计项} ${row.内容} ${row['满意率（%）']} ${row.达标}`)).toEqual([
    '合计 合计 合计 66.7 未达标',
    '合计 客户 江州市财政信息中心 50 未达标',
    '合计 客户 江州市第二人民医院 100 达标',
    '合计 工程师 李工 50 未达标',
    '合计 工程师 赵工 100 达标',
    '2026-11 合计 合计 66.7 未达标',
    '2026-11 客户 江州市财政信息中心 50 未达标',
    '2026-11 客户 江州市第二人民医院 100 达标',
    '2026-11 工程师 李工 50 未达标',
    '2026-11 工程师 赵工 100 达标',
  ]);
});
