import { entryHash } from '../../models/journal';
import type { JournalEntry, JournalKind } from '../../models/contracts/record';
import type { TaskRow } from '../../models/db';
import { chained } from '../../models/journal';
import { apiForThisFile } from './api-under-test';
import { caseRow, taskRow } from './case-rows';

const api = apiForThisFile();
const CASE = 'BF-20261121-0001';
const TASK = `${CASE}.manager-review.1`;
const AT = '2026-11-21T03:00:00.000Z';
const WANG = { id: 'U-wang', name: '王经理' };
const ZHENG = { id: 'U-zheng', name: '郑服务台' };
const CHEN = { id: 'U-chen', name: '陈科长' };

type Entry = JournalEntry & { readonly withheld: readonly string[] };

const line = (kind: JournalKind, details: Readonly<Record<string, unknown>>, by = WANG) => ({
  ...{ kind, at: AT, by, stage: 'manager-review', taskId: TASK, details: { step: 'manager-review', ...details } },
});

const SPOKEN = [
  ['task-transferred', 'reason'],
  ['task-delegated', 'reason'],
  ['delegation-answered', 'comment'],
  ['delegation-recalled', 'reason'],
  ['nudged', 'reason'],
  ['vote-cast', 'comment'],
  ['vote-withdrawn', 'reason'],
  ['voter-added', 'reason'],
  ['voter-removed', 'reason'],
] as const satisfies readonly (readonly [JournalKind, string])[];

const BY_THE_COMPANY = SPOKEN.map(([kind, name]) => line(kind, { [name]: `对内：${kind}`, outcome: 'approve' }));
const FOR_BOTH = [
  line('task-delegated', { reason: '请何主任先看' }, CHEN),
  line('vote-cast', { comment: '仍可修复', outcome: 'reject' }),
  line('task-completed', { comment: '仍可修复', outcome: 'reject', tally: { approvals: 0 } }),
];

const seat = { seat: 'manager-review', whom: { kind: 'persons', ids: ['U-wang'] } as const, keys: ['person:U-wang'] };
const vote = (outcome: 'approve' | 'reject', comment: string, at: string, by = WANG) => ({
  ...{ outcome, by, forWhom: null, at, comment },
});

beforeAll(async () => {
  await api.db.cases.create([caseRow(CASE)]);
  const { entries } = chained(CASE, { seq: 0, hash: '' }, [...BY_THE_COMPANY, ...FOR_BOTH]);
  await api.db.journal.create(entries.map((entry) => ({ ...entry, _id: `${CASE}#${entry.seq}` })));
  const task: Partial<TaskRow> = {
    quorum: { kind: 'all', hasVeto: false },
    participants: [
      { ...seat, assignee: WANG, owner: null, vote: null, delegation: { to: ZHENG, by: WANG, reason: '对内', at: AT } },
      { ...seat, seat: '2', assignee: ZHENG, owner: null, vote: vote('approve', '对内', AT, ZHENG) },
    ],
    opinions: [
      { by: ZHENG, forWhom: WANG, at: AT, comment: '对内' },
      { by: CHEN, forWhom: CHEN, at: AT, comment: '可以报废' },
    ],
  };
  await api.db.tasks.create([taskRow(CASE, task)]);
});

async function journalOf(who: string, query = 'limit=200'): Promise<Entry[]> {
  const { status, body } = await api.as(who).get<{ items: Entry[] }>(`/cases/${CASE}/journal?${query}`);
  expect(status).toBe(200);
  return body.items;
}

test.each(SPOKEN.map(([kind, name], index) => [kind, name, index] as const))(
  'what the company’s people say by %s is theirs: the customer reads that it was, without its %s',
  async (kind, name, index) => {
    const [staff, customer] = [(await journalOf('wang'))[index]!, (await journalOf('chen'))[index]!];
    expect(staff).toMatchObject({ kind, withheld: [], details: { [name]: `对内：${kind}` } });
    const { details, withheld, ...rest } = staff;
    const kept = Object.fromEntries(Object.entries(details).filter(([one]) => one !== name));
    expect([customer, withheld]).toEqual([{ ...rest, details: kept, withheld: [name] }, []]);
  },
);

test('what their own people say, and the words of the vote that decided, are for the customer too', async () => {
  const shown = (await journalOf('chen')).slice(-3);
  expect(shown.map(({ details, withheld }) => [details.reason ?? details.comment, withheld])).toEqual([
    ['请何主任先看', []],
    ['仍可修复', []],
    ['仍可修复', []],
  ]);
  // Also where a page ends between the two.
  const [last] = (await journalOf('chen', `limit=${BY_THE_COMPANY.length + 2}`)).slice(-1);
  expect(last?.details.comment).toBe('仍可修复');
});

test('the hashes are those of the whole entries: staff can hold the chain against them, also the customer’s', async () => {
  const [staff, customer] = [await journalOf('wang'), await journalOf('chen')];
  expect(staff.map((entry) => entryHash(entry))).toEqual(staff.map(({ hash }) => hash));
  expect(customer.map(({ hash }) => hash)).toEqual(staff.map(({ hash }) => hash));
});

test('nor do question, opinions and votes of the company’s people stand on the page of the task for them', async () => {
  const staff = (await api.as('wang').get(`/tasks/${TASK}`)).body;
  expect(staff).toMatchObject({
    delegation: { reason: '对内' },
    opinions: [{ comment: '对内' }, { comment: '可以报废' }],
    voting: { seats: [{ vote: null }, { vote: { comment: '对内' } }] },
  });
  const customer = await api.as('chen').get(`/tasks/${TASK}`);
  expect(customer).toMatchObject({
    status: 200,
    body: {
      opinions: [{ comment: '可以报废' }],
      voting: { seats: [{}, { vote: { outcome: 'approve', comment: '' } }] },
    },
  });
  expect(JSON.stringify([customer.body, (await api.as('chen').get(`/cases/${CASE}`)).body])).not.toContain('对内');
});

test('the words of the vote that decided stay with it', async () => {
  const decision = { ...vote('reject', '仍可修复', AT), taskId: TASK, stage: 'manager-review', step: 'manager-review' };
  const decided = { ...decision, round: 1, returnTo: null, form: {}, names: {}, isVoid: false };
  await api.db.cases.create([caseRow('BF-20261121-0002')]);
  const voted = [
    { ...seat, assignee: ZHENG, owner: null, vote: vote('approve', '对内', '2026-11-21T02:00:00.000Z', ZHENG) },
    { ...seat, seat: '2', assignee: WANG, owner: null, vote: vote('reject', '仍可修复', AT) },
  ];
  const task: Partial<TaskRow> = { status: 'completed', outcome: 'reject', decision: decided, participants: voted };
  const quorum = { kind: 'all', hasVeto: false } as const;
  await api.db.tasks.create([taskRow('BF-20261121-0002', { ...task, quorum, openTo: [] })]);
  const { body } = await api.as('chen').get('/tasks/BF-20261121-0002.manager-review.1');
  expect(body).toMatchObject({
    decision: { comment: '仍可修复' },
    voting: { seats: [{ vote: { comment: '' } }, { vote: { comment: '仍可修复' } }] },
  });
});
