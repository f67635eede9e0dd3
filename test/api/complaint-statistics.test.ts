import type { ComplaintMonth } from '../../models/contracts/complaint-statistics';
import { apiForThisFile } from './api-under-test';
import { caseRow } from './case-rows';
import { complaintRow as complaint } from './complaint-rows';
import { exportOf } from './export-file';

const api = apiForThisFile();
const OTHER = { id: 'C-0002', name: '江州市第二人民医院' };

beforeAll(async () => {
  await api.db.cases.insertMany([
    // Still October in UTC, in Shanghai already November.
    complaint('TS-1', '2026-10-31T16:30:00Z', { kind: 'response' }),
    complaint('TS-2', '2026-11-03T02:00:00Z', { persons: ['U-li'] }),
    complaint('TS-3', '2026-11-20T02:00:00Z', { kind: 'quality', persons: ['U-li', 'U-wang'] }),
    complaint('TS-4', '2026-11-21T02:00:00Z', {}, { customer: OTHER, customerId: OTHER.id }),
    complaint('TS-5', '2026-11-22T02:00:00Z', { persons: ['U-li'] }, { state: 'withdrawn' }),
    complaint('TS-7', '2026-12-02T02:00:00Z', { kind: 'skill' }, { state: 'cancelled' }),
    complaint('TS-0', '2026-06-01T02:00:00Z', { kind: 'response' }),
    complaint('TS-6', '2026-12-01T02:00:00Z', { kind: 'response' }),
    caseRow('BF-1', { startedAt: new Date('2026-11-20T02:00:00Z') }),
  ]);
});

async function figures(username: string, query = 'month=2026-11') {
  const { status, body } = await api
    .as(username)
    .get<{ recurringWithinDays: number; months: ComplaintMonth[] }>(`/complaints/statistics?${query}`);
  return { status, ...body };
}
const inShort = ({ month, complaints, recurring }: ComplaintMonth) => [month, complaints, recurring];

test('are counted by month, kind, customer and person, with what recurs', async () => {
  const { recurringWithinDays, months } = await figures('shen');
  expect(recurringWithinDays).toBe(90);
  expect(months.map(inShort)).toEqual([['2026-11', 4, 1]]);
  const [november] = months;
  expect(november?.kinds.map(({ kind, complaints, recurring }) => [kind, complaints, recurring])).toEqual([
    ['attitude', 2, 0],
    ['response', 1, 0],
    // It recurs by a person, not by its kind.
    ['quality', 1, 0],
  ]);
  expect(november?.customers.map(({ customer, complaints }) => [customer.id, complaints])).toEqual([
    ['C-0001', 3],
    ['C-0002', 1],
  ]);
  expect(november?.persons.map(({ person, complaints, recurring }) => [person.name, complaints, recurring])).toEqual([
    ['李工', 2, 1],
    // Somebody else was complained of before, not they.
    ['王经理', 1, 0],
  ]);
});

test('a year has the months with complaints; the same kind within 90 days recurs, later it does not', async () => {
  const { months } = await figures('shen', 'year=2026');
  expect(months.map(inShort)).toEqual([
    ['2026-06', 1, 0],
    ['2026-11', 4, 1],
    ['2026-12', 2, 1],
  ]);
});

test('what was withdrawn or cancelled is counted in columns of its own', async () => {
  const { months } = await figures('shen', 'year=2026');
  expect(months.map(({ month, withdrawn, cancelled }) => [month, withdrawn, cancelled])).toEqual([
    ['2026-06', 0, 0],
    ['2026-11', 1, 0],
    ['2026-12', 0, 1],
  ]);
});

test('who is complained of has figures without that; who leads one customer has those of that customer', async () => {
  // 王经理 leads the first customer, and is complained of in the third.
  const { months } = await figures('wang');
  expect(months.map(inShort)).toEqual([['2026-11', 2, 0]]);
  expect(months[0]?.persons.map(({ person, complaints }) => [person.id, complaints])).toEqual([['U-li', 1]]);
  expect((await figures('qian')).months.map(inShort)).toEqual([['2026-11', 1, 0]]);
});

test.each(['li', 'chen', 'zhou'])('%s does not read them', async (username) => {
  expect((await figures(username)).status).toBe(403);
});

test.each(['', 'month=11', 'year=1999', 'year=2026&month=11', 'month=2026-13', 'year=x'])(
  '%s is refused',
  async (query) => {
    expect((await figures('shen', query)).status).toBe(422);
  },
);

test('投诉统计表 is the same as a workbook', async () => {
  const { rows, sheets } = await exportOf(api, 'shen', 'complaint-statistics?month=2026-11');
  expect([...sheets.keys()]).toEqual(['投诉统计表']);
  expect(rows[0]).toEqual({
    ...{ 月份: '2026-11', 统计项: '合计', 内容: '合计' },
    ...{ 投诉数: '4', 重复投诉数: '1', 客户不满意次数: '0', 撤回数: '1', 取消数: '0' },
  });
  expect(rows.map((row) => `${row.统计项} ${row.内容} ${row.投诉数}`)).toContain('被投诉人 李工 2');
  const own = await exportOf(api, 'wang', 'complaint-statistics?month=2026-11');
  expect(own.rows.map((row) => `${row.统计项} ${row.内容} ${row.投诉数}`)).toEqual([
    '合计 合计 2',
    '投诉类别 服务态度 1',
    '投诉类别 响应不及时 1',
    '客户 江州市财政信息中心 2',
    '被投诉人 李工 1',
  ]);
});
