import type { OverrunRow } from '../../models/db';
import { apiForThisFile } from './api-under-test';
import { exportOf } from './export-file';

const api = apiForThisFile();
const LI = { id: 'U-li', name: '李工' };
const CHEN = { id: 'U-chen', name: '陈科长' };
const QIAN = { id: 'U-qian', name: '钱经理' };

/** An overrun of a step of the first customer's case, as the record writes it. */
function overrun(number: number, change: Partial<OverrunRow> = {}): OverrunRow {
  return {
    ...{ _id: `O-${number}`, caseId: `BF-20261101-000${number}`, process: 'scrap', customerId: 'C-0001' },
    ...{ about: 'task', name: 'wipe', taskId: `BF-20261101-000${number}.wipe.1`, stage: 'wipe', people: [LI] },
    ...{ budgetInMs: 7_200_000, time: 'open', at: new Date(`2026-11-0${number}T02:00:00Z`), month: '202611' },
    calendar: { id: '5x8', version: 1 },
    ...change,
  };
}

beforeAll(async () => {
  await api.db.overruns.insertMany([
    overrun(1, { month: '202610', at: new Date('2026-10-31T15:59:59Z') }),
    overrun(2),
    overrun(3, { name: 'receipt', stage: 'receipt', people: [CHEN] }),
    overrun(4, { about: 'case', name: 'overall', taskId: null, time: 'elapsed', people: [LI, CHEN] }),
    overrun(5, { customerId: 'C-0002', people: [QIAN] }),
    overrun(6, { customerId: 'C-0002', people: [LI] }),
    // The same instant twice, so that the id decides their order.
    overrun(7, { at: new Date('2026-11-06T02:00:00Z'), people: [] }),
  ]);
});

interface Line {
  readonly id: string;
}
async function seenBy(username: string, query = ''): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const cursor: string = after === '' ? '' : `&after=${after}`;
    const page = await api
      .as(username)
      .get<{ items: Line[]; nextCursor: string | null }>(`/overruns?limit=2&${query}${cursor}`);
    expect([query, page.status]).toEqual([query, 200]);
    ids.push(...page.body.items.map(({ id }) => id));
    after = page.body.nextCursor;
  }
  return ids.map((id) => id.slice(2));
}

describe('what was overrun is seen', () => {
  test.each([
    ['all, the latest first, by those who lead the company', 'wu', ['7', '6', '5', '4', '3', '2', '1']],
    ['all by administrators and PMO', 'feng', ['7', '6', '5', '4', '3', '2', '1']],
    ['of their customer, and their own elsewhere, by project managers', 'wang', ['7', '4', '3', '2', '1']],
    ['of the customers that somebody leads, once where it is their own too', 'qian', ['6', '5']],
    ['by who had it in hand, at whatever customer', 'li', ['6', '4', '2', '1']],
    ['by who had it in hand on a customer’s side', 'chen', ['4', '3']],
    ['by nobody else', 'zheng', []],
    ['by nobody else on a customer’s side', 'he', []],
  ])('%s', async (_, username, ids) => {
    expect(await seenBy(username)).toEqual(ids);
    const { rows } = await exportOf(api, username, 'overruns');
    expect(rows.map(({ 流程编号 }) => 流程编号?.slice(-1))).toEqual(ids);
  });

  test.each([
    ['month=2026-10', ['1']],
    ['month=2026-11&person=U-li', ['6', '4', '2']],
    ['person=U-chen', ['4', '3']],
    ['person=me', []],
    ['step=receipt', ['3']],
    ['clock=overall', ['4']],
    ['step=overall', []],
    ['customer=C-0002', ['6', '5']],
    ['process=scrap&customer=C-0002&person=U-qian', ['5']],
    ['process=fault', []],
  ])('with %s', async (query, ids) => {
    expect(await seenBy('wu', query)).toEqual(ids);
    const { rows } = await exportOf(api, 'wu', `overruns?${query}`);
    expect(rows).toHaveLength(ids.length);
  });
});

test('an overrun tells what was overrun, where, by whom, and what should have been kept', async () => {
  const { body } = await api.as('wang').get<{ items: Line[] }>('/overruns?clock=overall');
  expect(body.items).toEqual([
    {
      ...{ id: 'O-4', caseId: 'BF-20261101-0004', process: 'scrap', about: 'case', name: 'overall', taskId: null },
      processTitle: { zh: '设备报废审批', en: expect.any(String) as string },
      customer: { id: 'C-0001', name: '江州市财政信息中心' },
      title: { zh: '整单时限', en: expect.any(String) as string },
      ...{ stage: 'wipe', stageTitle: { zh: expect.any(String) as string, en: expect.any(String) as string } },
      ...{ people: [LI, CHEN], budgetInMs: 7_200_000, time: 'elapsed', month: '2026-11' },
      ...{ dueAt: '2026-11-04T02:00:00.000Z', calendar: { id: '5x8', version: 1 } },
    },
  ]);
  const [row] = (await exportOf(api, 'wang', 'overruns?clock=overall')).rows;
  expect(row).toMatchObject({
    ...{ 月份: '2026-11', 责任人: '李工、陈科长', 客户: '江州市财政信息中心', 超时事项: '整单时限', 范围: '整单' },
    ...{ 期限: '2026-11-04 10:00:00', 时限: '2 小时', 计时方式: '自然时间', 工作日历: '5x8@1' },
  });
});

test.each(['month=2026-13', 'month=202611', 'stage=wipe', 'after=x', 'limit=0'])('%s is refused', async (query) => {
  expect((await api.as('wu').get(`/overruns?${query}`)).status).toBe(422);
});
