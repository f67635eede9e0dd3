import type { z } from 'zod';
import { readXlsx } from '../../api/spreadsheets/read-xlsx';
import type { complaintLineAnswer } from '../../models/contracts/complaint-register';
import type { CaseRow } from '../../models/db';
import { apiForThisFile } from './api-under-test';
import { caseRow } from './case-rows';
import { complaintRow } from './complaint-rows';

type Line = z.output<typeof complaintLineAnswer>;
interface Page {
  readonly items: readonly Line[];
  readonly nextCursor: string | null;
}

const api = apiForThisFile();
const LIMITS = { rows: 10_000, columns: 60, sheets: 9, unpackedBytes: 64 * 1024 * 1024 };
const OTHER = { customer: { id: 'C-0002', name: '江州市第二人民医院' }, customerId: 'C-0002' };
const WAITS: CaseRow['waiting'] = {
  ...{ kind: 'task', taskId: 't', step: 'facts', assignee: null, candidates: [{ id: 'U-sun', name: '孙副经理' }] },
  ...{ isFallback: false, dueAt: null, next: null },
};

beforeAll(async () => {
  await api.db.cases.insertMany([
    complaintRow('TS-1', '2025-12-31T15:59:59Z', { kind: 'product', urgency: 'high' }, { state: 'completed' }),
    // Still October in UTC, in Shanghai already November.
    complaintRow('TS-2', '2026-10-31T16:30:00Z', { kind: 'response', name: '严女士', channel: 'web' }),
    complaintRow('TS-3', '2026-11-03T02:00:00Z', { persons: ['U-li'] }, { waiting: WAITS, stage: 'facts' }),
    complaintRow('TS-4', '2026-11-20T02:00:00Z', { persons: ['U-li', 'U-wang'], attempt: 3, role: 'account-manager' }),
    complaintRow('TS-5', '2026-11-21T02:00:00Z', {}, OTHER),
    complaintRow('TS-6', '2026-11-22T02:00:00Z', {}, { state: 'withdrawn', isBreached: true }),
    complaintRow('TS-7', '2026-11-22T03:00:00Z', {}, { ...OTHER, people: ['U-li', 'U-wang'] }),
    caseRow('BF-1', { startedAt: new Date('2026-11-20T02:00:00Z'), search: ['process:scrap', '严女'] }),
  ]);
});

async function asked(who: string, query = ''): Promise<Page & { status: number }> {
  const { status, body } = await api.as(who).get<Page>(`/complaints?${query}`);
  return { status, ...body };
}
const ids = async (who: string, query = '') => (await asked(who, query)).items.map(({ id }) => id);

test('the register has every complaint, the latest first, and no other case', async () => {
  expect(await ids('shen')).toEqual(['TS-7', 'TS-6', 'TS-5', 'TS-4', 'TS-3', 'TS-2', 'TS-1']);
});

test('a line tells who complains of whom and what, who follows it, and what it waits for', async () => {
  const { items } = await asked('shen', 'month=2026-11');
  const line = (id: string) => items.find((one) => one.id === id);
  expect(line('TS-3')).toMatchObject({
    ...{ kind: { value: 'attitude', title: { zh: '服务态度', en: 'Attitude' } }, complainant: '刘处长' },
    ...{ urgency: { value: 'normal' }, channel: { value: 'phone', title: { zh: '电话', en: 'Phone' } } },
    ...{ persons: [{ id: 'U-li', name: '李工' }], level: 'deputy-project-manager', attempt: 1, state: 'open' },
    ...{ customer: { id: 'C-0001' }, waitingFor: expect.stringContaining('孙副经理') as string, closedAt: null },
  });
  expect(line('TS-2')).toMatchObject({ complainant: '严女士', persons: [], channel: { value: 'web' } });
  expect(line('TS-4')).toMatchObject({ level: 'account-manager', attempt: 3 });
  expect(line('TS-6')).toMatchObject({
    state: 'withdrawn',
    isBreached: true,
    waitingFor: expect.any(String) as string,
  });
});

test.each([
  ['month=2026-11', ['TS-7', 'TS-6', 'TS-5', 'TS-4', 'TS-3', 'TS-2']],
  ['month=2026-10', []],
  ['month=2025-12', ['TS-1']],
  ['year=2026', ['TS-7', 'TS-6', 'TS-5', 'TS-4', 'TS-3', 'TS-2']],
  ['year=2025&month=2026-11', []],
  ['state=completed', ['TS-1']],
  ['counted=true&month=2026-11', ['TS-7', 'TS-5', 'TS-4', 'TS-3', 'TS-2']],
  ['counted=false', ['TS-6']],
  ['kind=product', ['TS-1']],
  ['customer=C-0002', ['TS-7', 'TS-5']],
  ['person=U-li', ['TS-4', 'TS-3']],
  ['person=U-li&dissatisfied=true', ['TS-4']],
  ['dissatisfied=false&state=open', ['TS-7', 'TS-5', 'TS-3', 'TS-2']],
  ['q=yannvshi', ['TS-2']],
  [`q=${encodeURIComponent('严女士')}&kind=response`, ['TS-2']],
  [`q=${encodeURIComponent('严女士 刘处长')}`, []],
  [`q=${encodeURIComponent('第二人民 刘处长')}`, ['TS-7', 'TS-5']],
  ['q=TS-4', ['TS-4']],
  [`q=${encodeURIComponent('？？？')}`, []],
])('%s finds %j', async (query, wanted) => {
  expect(await ids('shen', query)).toEqual(wanted);
});

test('pages follow each other without a gap, each cursor for its own filter', async () => {
  const first = await asked('shen', 'limit=3&year=2026');
  const second = await asked('shen', `limit=3&year=2026&after=${first.nextCursor}`);
  expect([first, second].flatMap(({ items }) => items.map(({ id }) => id))).toEqual(await ids('shen', 'year=2026'));
  expect(second.nextCursor).toBeNull();
  expect((await asked('shen', `limit=3&after=${first.nextCursor}`)).status).toBe(422);
});

test('who leads one customer has its complaints, and those of others that they acted on', async () => {
  // 王经理 leads the first customer, is complained of in the fourth, and acted on the seventh.
  expect(await ids('wang')).toEqual(['TS-7', 'TS-6', 'TS-3', 'TS-2', 'TS-1']);
  expect(await ids('wang', 'customer=C-0002')).toEqual(['TS-7']);
  expect(await ids('qian')).toEqual(['TS-7', 'TS-5']);
});

test('who is complained of finds nothing of it, whatever they ask for', async () => {
  const all = ['TS-7', 'TS-6', 'TS-5', 'TS-4', 'TS-3', 'TS-2', 'TS-1'];
  expect(await ids('admin-demo')).toEqual(all);
  await api.db.cases.updateOne(
    { _id: 'TS-5' },
    { $set: { hiddenFrom: ['U-admin-demo'], 'data.found': ['U-admin-demo'] } },
  );
  const queries = ['', 'person=U-admin-demo', 'q=TS-5', 'customer=C-0002', 'kind=attitude', 'month=2026-11'];
  for (const query of queries) expect([query, ...(await ids('admin-demo', query))]).not.toContain('TS-5');
  expect(await ids('admin-demo', 'person=U-admin-demo')).toEqual([]);
  expect(await ids('admin-demo')).toEqual(all.filter((id) => id !== 'TS-5'));
  expect(await ids('wang', 'person=U-wang')).toEqual([]);
  expect(await ids('shen', 'person=U-admin-demo')).toEqual(['TS-5']);
});

test.each(['li', 'chen', 'liu', 'zhou'])('%s does not read it', async (who) => {
  expect((await asked(who)).status).toBe(403);
});

test.each(['month=2026', 'month=2026-13', 'month=0000-01', 'year=1999', 'kind=none', 'counted=x', 'stage=facts'])(
  '%s is refused',
  async (query) => {
    expect((await asked('shen', query)).status).toBe(422);
  },
);

test('what a complaint works with by itself is in no answer: whom it may need, beside those who follow it', async () => {
  const posts = { attempt: 1, holders: { qa: [{ id: 'U-of-posts' }] } };
  await api.db.cases.updateMany({ process: 'complaint' }, { $set: { 'data.posts': posts } });
  const answers = [
    await api.as('shen').get('/complaints'),
    await api.as('shen').get('/complaints/statistics?year=2026'),
    await api.as('shen').get('/cases/TS-3'),
    await api.as('shen').get('/cases?process=complaint'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  for (const { body } of answers) expect(JSON.stringify(body)).not.toMatch(/U-of-posts|"posts"/);
  for (const list of ['/exports/cases', '/exports/complaint-statistics?year=2026']) {
    const token = await api.as('shen').signIn();
    const response = await fetch(`${api.url}/api/v1${list}`, { headers: { authorization: `Bearer ${token}` } });
    const sheets = await readXlsx(Buffer.from(await response.arrayBuffer()), LIMITS);
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => [...row.cells.values()]));
    expect(cells.map(({ text }) => text).filter((text) => text.includes('U-of-posts'))).toEqual([]);
  }
});

test('who turned out to be complained of is among the persons of the line', async () => {
  await api.db.cases.updateOne({ _id: 'TS-3' }, { $set: { 'data.found': ['U-zhao'], hiddenFrom: ['U-li', 'U-zhao'] } });
  expect((await asked('shen', 'person=U-zhao')).items.map(({ id, persons }) => [id, persons])).toEqual([
    [
      'TS-3',
      [
        { id: 'U-li', name: '李工' },
        { id: 'U-zhao', name: '赵工' },
      ],
    ],
  ]);
  const { body } = await api
    .as('shen')
    .get<{ months: { persons: { person: { id: string } }[] }[] }>('/complaints/statistics?month=2026-11');
  expect(body.months.flatMap(({ persons }) => persons.map(({ person }) => person.id))).toContain('U-zhao');
});
