import type { z } from 'zod';
import type { FaultFigures, faultLineAnswer } from '../../models/contracts/fault-register';
import type { CaseClockRow } from '../../models/contracts/case-clock';
import type { FaultFigureRow } from '../../models/db';
import { apiForThisFile } from './api-under-test';
import { caseRow } from './case-rows';
import { exportOf } from './export-file';
import { faultRow } from './fault-rows';

type Line = z.output<typeof faultLineAnswer>;

const api = apiForThisFile();
const OTHER = { customer: { id: 'C-0002', name: '江州市第二人民医院' }, customerId: 'C-0002' };

function runs(name: string, dueAt: string | null, isStopped = false): CaseClockRow {
  const from = '2026-11-01T02:00:00Z';
  // Without an instant at which it is due it stands still.
  const isPaused = !isStopped && dueAt === null;
  const interval = { from, to: isStopped || isPaused ? from : null, pauseReason: isPaused ? '等待备件' : null };
  return {
    name,
    clock: {
      ...{ id: name, time: 'open', budgetInMs: 3_600_000, intervals: [interval] },
      ...{ isStopped, atPercent: [100], breachedAt: null },
    },
    ...{ ladder: [], isHeld: false, dueAt, isProvisional: false, usedInMs: isStopped ? 60_000 : null },
  };
}
const clocks = (...some: CaseClockRow[]) => ({ clocks: some });
const ENDED = { state: 'completed', stage: 'archive', closedAt: new Date('2026-11-03T02:00:00Z') } as const;

beforeAll(async () => {
  const cause = {
    cause: '归档空间不足',
    causeKind: 'software',
    solution: '清理归档日志',
    prevention: '每周检查',
  } as const;
  await api.db.cases.insertMany([
    faultRow('GZ-1', '2026-11-20T02:00:00Z', {}, clocks(runs('resolution', '2026-11-25T09:00:00Z'))),
    faultRow(
      'GZ-2',
      '2026-11-21T02:00:00Z',
      {
        grading: { level: 1, urgency: 'critical', class: 'disaster' },
        engineer: null,
        name: '前台小周',
        device: 'D-0001',
      },
      clocks(runs('response', '2026-11-21T02:15:00Z'), runs('resolution', '2026-11-21T04:00:00Z')),
    ),
    // Its clocks stand still or are stopped; the task is due.
    faultRow(
      'GZ-3',
      '2026-11-19T02:00:00Z',
      { grading: null },
      {
        ...clocks(runs('response', '2026-11-19T03:00:00Z', true), runs('resolution', null)),
        dueAt: new Date('2026-11-24T01:00:00Z'),
      },
    ),
    faultRow('GZ-4', '2026-11-18T02:00:00Z', {}, OTHER),
    faultRow('GZ-5', '2026-11-02T02:00:00Z', { cause, device: 'D-0001' }, ENDED),
    // Still October in UTC, in Shanghai already November.
    faultRow('GZ-6', '2026-10-31T16:30:00Z', {}, { ...ENDED, state: 'cancelled' }),
    caseRow('BF-1', { startedAt: new Date('2026-11-20T02:00:00Z'), search: ['process:scrap'] }),
  ]);
  await api.db.faultFigures.insertMany([
    figure('GZ-5', '2026-11'),
    figure('GZ-7', '2026-11', {
      breached: ['response', 'resolution'],
      answeredInMs: 20 * 60_000,
      solvedInMs: 180 * 60_000,
      level: '1',
      cause: 'power',
    }),
    figure('GZ-8', '2026-11', { state: 'joined', level: null, engineer: null, cause: null, solvedInMs: null }),
    figure('GZ-6', '2026-10', { state: 'cancelled', solvedInMs: null }),
    figure('GZ-9', '2026-11', OTHER),
  ]);
});

function figure(id: string, month: string, change: Partial<FaultFigureRow> = {}): FaultFigureRow {
  return {
    ...{ _id: id, at: new Date(`${month}-05T02:00:00Z`), month, state: 'completed' },
    ...{ customerId: 'C-0001', customer: { id: 'C-0001', name: '江州市财政信息中心' } },
    ...{ level: '2', urgency: 'urgent', class: 'severe', cause: 'software', engineer: { id: 'U-li', name: '李工' } },
    ...{ breached: [], answeredInMs: 4 * 60_000, solvedInMs: 60 * 60_000 },
    ...change,
  };
}

const ids = async (who: string, query = '') =>
  (await api.as(who).get<{ items: readonly Line[] }>(`/faults?${query}`)).body.items.map(({ id }) => id);
const board = async (who: string) =>
  (await api.as(who).get<{ items: readonly Line[]; isCut: boolean }>('/faults/board')).body;

test('the board has the open faults, what is due first on top, what stands still by its task, without a limit last', async () => {
  const { items, isCut } = await board('zheng');
  expect(items.map(({ id }) => id)).toEqual(['GZ-2', 'GZ-3', 'GZ-1', 'GZ-4']);
  expect(isCut).toBe(false);
  expect(items[0]).toMatchObject({
    ...{ reporter: { name: '前台小周', phone: '010-5550 0101' }, engineer: null, device: { id: 'D-0001' } },
    ...{ level: { value: '1', title: { zh: '一级', en: 'Level 1' } }, class: { title: { zh: '灾难性故障' } } },
  });
  expect(items[0]?.clocks.map(({ name, title }) => [name, title.zh])).toEqual([
    ['response', '响应时限'],
    ['resolution', '解决时限'],
  ]);
  expect(items[1]).toMatchObject({ level: null, reporter: { name: '刘处长' } });
});

test('who leads one customer has the faults of that customer', async () => {
  expect((await board('wang')).items.map(({ id }) => id)).toEqual(['GZ-2', 'GZ-3', 'GZ-1']);
  expect(await ids('wang', 'state=open')).toEqual(['GZ-2', 'GZ-1', 'GZ-3']);
});

test('the register has every fault with what came of it, the latest first, and no other case', async () => {
  expect(await ids('zheng')).toEqual(['GZ-2', 'GZ-1', 'GZ-3', 'GZ-4', 'GZ-5', 'GZ-6']);
  const { body } = await api.as('zheng').get<{ items: readonly Line[] }>('/faults?state=completed');
  expect(body.items).toMatchObject([
    {
      ...{ id: 'GZ-5', engineer: { id: 'U-li', name: '李工' }, solution: '清理归档日志' },
      cause: { kind: { value: 'software', title: { zh: '软件' } }, words: '归档空间不足' },
    },
  ]);
});

test.each([
  ['level=1', ['GZ-2']],
  ['urgency=critical', ['GZ-2']],
  ['class=severe&state=open', ['GZ-1', 'GZ-4']],
  ['customer=C-0002', ['GZ-4']],
  ['engineer=U-li&state=open', ['GZ-1', 'GZ-3', 'GZ-4']],
  ['device=D-0001', ['GZ-2', 'GZ-5']],
  ['month=2026-10', []],
  ['year=2025', []],
  ['q=小周', ['GZ-2']],
  ['q=前台&level=3', []],
])('it is asked for %s', async (query, found) => {
  expect(await ids('zheng', query)).toEqual(found);
});

test.each(['level=4', 'urgency=fast', 'class=inspection', 'month=2026-13', 'colour=red'])(
  '%s is refused',
  async (query) => {
    expect((await api.as('zheng').get(`/faults?${query}`)).status).toBe(422);
  },
);

test('pages of the register follow each other', async () => {
  const first = await api.as('zheng').get<{ items: Line[]; nextCursor: string }>('/faults?limit=4');
  expect(first.body.items.map(({ id }) => id)).toEqual(['GZ-2', 'GZ-1', 'GZ-3', 'GZ-4']);
  const second = await api.as('zheng').get<{ items: Line[] }>(`/faults?limit=4&after=${first.body.nextCursor}`);
  expect(second.body.items.map(({ id }) => id)).toEqual(['GZ-5', 'GZ-6']);
});

test('figures count what ended, in time and late, by month, grading, cause, customer and engineer', async () => {
  const { body } = await api.as('shen').get<FaultFigures>('/faults/figures?month=2026-11');
  expect(body).toMatchObject({
    ...{ faults: 3, lateResponses: 1, lateSolutions: 1, meanMinutesToSolve: 100, joined: 1, dropped: 0 },
  });
  expect([body.responseGrades, body.solutionGrades]).toEqual([
    [2, 0, 0, 1],
    [0, 2, 0, 1],
  ]);
  expect(body.levels.map(({ of, faults }) => [of.value, faults])).toEqual([
    ['1', 1],
    ['2', 2],
    // What was joined before anybody had graded it.
    ['', 0],
  ]);
  expect(body.levels.at(-1)).toMatchObject({ of: { title: { zh: '未定' } }, joined: 1 });
  expect(body.causes.map(({ of, faults, lateResponses }) => [of.title.zh, faults, lateResponses])).toEqual([
    ['软件', 2, 0],
    ['供配电和环境', 1, 1],
    ['未定', 0, 0],
  ]);
  expect(body.customers.map(({ customer, faults }) => [customer.id, faults])).toEqual([
    ['C-0001', 2],
    ['C-0002', 1],
  ]);
  expect(body.engineers.map(({ engineer, faults }) => [engineer.name, faults])).toEqual([['李工', 3]]);
  const year = await api.as('shen').get<FaultFigures>('/faults/figures?year=2026');
  expect(year.body.months.map(({ month, faults, dropped }) => [month, faults, dropped])).toEqual([
    ['2026-10', 0, 1],
    ['2026-11', 3, 0],
  ]);
});

test('who leads one customer has the figures of that customer; 故障统计表 is the same as a workbook', async () => {
  expect((await api.as('wang').get<FaultFigures>('/faults/figures?month=2026-11')).body.faults).toBe(2);
  const { rows, sheets } = await exportOf(api, 'wang', 'fault-figures?month=2026-11');
  expect([...sheets.keys()]).toEqual(['故障统计表']);
  expect(rows[0]).toMatchObject({
    统计项: '合计',
    故障数: '2',
    响应超时: '1',
    解决超时: '1',
    '平均解决（分钟）': '120',
    ...{ 响应特别满意: '1', 响应不及格: '1', 解决满意: '1', 解决不及格: '1' },
    并入数: '1',
  });
  expect(rows.map((row) => `${row.统计项} ${row.内容} ${row.故障数}`)).toContain('原因类别 供配电和环境 1');
});

test.each(['li', 'chen', 'liu'])('%s does not read the figures', async (who) => {
  expect((await api.as(who).get('/faults/figures?year=2026')).status).toBe(403);
});

test.each(['/faults', '/faults/board'])('the customer does not read %s', async (path) => {
  expect((await api.as('liu').get(path)).status).toBe(403);
});
