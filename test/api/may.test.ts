import type { CaseRow, TaskRow } from '../../models/db';
import { apiForThisFile } from './api-under-test';
import { caseRow, taskRow } from './case-rows';

const api = apiForThisFile();

const WANG = { id: 'U-wang', name: '王经理' };
const WAITS: CaseRow['waiting'] = {
  ...{ kind: 'task', taskId: 't', step: 'manager-review', assignee: null, candidates: [WANG] },
  ...{ isFallback: false, dueAt: null, next: null },
};
const KEYS = ['role:project-manager:C-0001', 'role:project-manager:*'];
const held = { seat: 'manager-review', whom: { kind: 'persons', ids: ['U-wang'] } as const, keys: ['person:U-wang'] };

const numbers = { last: 0 };

/** Puts a case with its one task into the record, without an engine behind it; the task's id. */
async function stands(task: Partial<TaskRow> = {}, row: Partial<CaseRow> = {}): Promise<string> {
  const caseId = `BF-20261121-${String((numbers.last += 1)).padStart(4, '0')}`;
  await api.db.cases.create([caseRow(caseId, { waiting: WAITS, ...row })]);
  const { _id } = taskRow(caseId, task);
  await api.db.tasks.create([taskRow(caseId, task)]);
  return _id;
}

const claimed: Partial<TaskRow> = {
  openTo: ['person:U-wang'],
  participants: [{ ...held, assignee: WANG, owner: null, vote: null, eligible: KEYS }],
};
const decided: Partial<TaskRow> = {
  ...{ status: 'completed', openTo: [], outcome: 'approve', decidedBy: WANG, votedBy: [WANG.id], closedAt: new Date() },
};

beforeAll(async () => {
  const wang = await api.db.users.findById('U-wang').lean();
  const mei = { ...wang, _id: 'U-mei', username: 'mei', name: '梅经理', email: 'mei@opsflow.example' };
  await api.db.users.create([{ ...mei, keys: ['person:U-mei', 'role:project-manager:C-0001'] }]);
});

describe('what a person may do with a task', () => {
  const maySee = async (who: string, task: string) => {
    const { status, body } = await api.as(who).get(`/tasks/${task}`);
    const { claim, transfer } = (body.may ?? {}) as { claim?: boolean; transfer?: boolean };
    return status === 200 ? { act: body.mayAct, claim, transfer } : status;
  };
  const NOTHING = { act: false, claim: false, transfer: false };
  const ALL = { act: true, claim: true, transfer: true };

  test('one of several candidates: decide, claim, hand on', async () => {
    const task = await stands();
    expect(await maySee('wang', task)).toEqual(ALL);
    expect(await maySee('mei', task)).toEqual(ALL);
  });

  test('who has claimed it and lost the role since: see it, no more', async () => {
    const task = await stands({
      ...claimed,
      participants: [{ ...held, assignee: WANG, owner: null, vote: null, eligible: ['role:finance:*'] }],
    });
    expect(await maySee('wang', task)).toEqual(NOTHING);
  });

  test('who has claimed it: decide and hand on, not claim it again; the other candidate: nothing any more', async () => {
    const task = await stands(claimed);
    expect(await maySee('wang', task)).toEqual({ act: true, claim: false, transfer: true });
    expect(await maySee('mei', task)).toEqual(NOTHING);
  });

  test('the applicant, also as a manager: nothing with what is to be decided about their own request', async () => {
    const own = { applicant: { id: 'U-mei', name: '梅经理' }, excluded: ['U-mei'] };
    const task = await stands(own, { applicant: own.applicant, people: ['U-mei'] });
    expect(await maySee('mei', task)).toEqual(NOTHING);
    expect(await maySee('li', task)).toEqual(NOTHING);
    expect(await maySee('wang', task)).toEqual(ALL);
  });

  test('an administrator: hand on, also what somebody has claimed, but not decide', async () => {
    const handOn = { act: false, claim: false, transfer: true };
    expect(await maySee('admin-demo', await stands())).toEqual(handOn);
    expect(await maySee('admin-demo', await stands(claimed))).toEqual(handOn);
  });

  test('an administrator who applied for it: nothing', async () => {
    const task = await stands({ excluded: ['U-admin-demo'] });
    expect(await maySee('admin-demo', task)).toEqual(NOTHING);
  });

  test('anybody, once it is decided: nothing', async () => {
    const task = await stands(decided);
    for (const who of ['wang', 'mei', 'admin-demo', 'li'])
      expect([who, await maySee(who, task)]).toEqual([who, NOTHING]);
  });

  test("the customer's people see it and may do nothing; another customer's do not see it", async () => {
    const task = await stands();
    expect(await maySee('chen', task)).toEqual(NOTHING);
    expect(await maySee('he', task)).toBe(404);
    expect(await maySee('qian', task)).toBe(404);
  });
});

describe('how a person may end a case', () => {
  const mayEnd = async (who: string, task: string) => {
    const { status, body } = await api.as(who).get(`/cases/${task.split('.')[0] ?? ''}`);
    return status === 200 ? body.may : status;
  };
  const [WITHDRAW, CANCEL] = [
    { withdraw: true, cancel: false },
    { withdraw: false, cancel: true },
  ];
  const NEITHER = { withdraw: false, cancel: false };

  test('while nobody has approved, the applicant withdraws; manager and administrator cancel; nobody else does either', async () => {
    const task = await stands();
    expect(await mayEnd('li', task)).toEqual(WITHDRAW);
    for (const who of ['wang', 'admin-demo']) expect([who, await mayEnd(who, task)]).toEqual([who, CANCEL]);
    for (const who of ['zhao', 'chen', 'wu', 'feng']) expect([who, await mayEnd(who, task)]).toEqual([who, NEITHER]);
    for (const who of ['he', 'qian']) expect([who, await mayEnd(who, task)]).toEqual([who, 404]);
  });

  test('after an approval the applicant cannot withdraw any more, but it can be cancelled', async () => {
    const task = await stands(decided);
    expect(await mayEnd('li', task)).toEqual(NEITHER);
    expect(await mayEnd('wang', task)).toEqual(CANCEL);
  });

  test('an approval that was sent back counts no more', async () => {
    expect(await mayEnd('li', await stands({ ...decided, isVoid: true }))).toEqual(WITHDRAW);
  });

  test('once a cutover has begun nobody ends it any more; while it waits for its window, they may', async () => {
    const change = { process: 'change-cutover', stage: 'cutover' } as const;
    expect(await mayEnd('wang', await stands({}, change))).toEqual(NEITHER);
    const at = '2026-11-22T14:00:00Z';
    const waits = { ...change, stage: 'window', waiting: { kind: 'instant', name: 'window', at } } as const;
    expect(await mayEnd('wang', await stands(decided, waits))).toEqual({ withdraw: false, cancel: true });
  });

  test('a manager who applied for it may both withdraw and cancel', async () => {
    const applicant = { id: 'U-mei', name: '梅经理' };
    const task = await stands({ applicant, excluded: ['U-mei'] }, { applicant, people: ['U-mei'] });
    expect(await mayEnd('mei', task)).toEqual({ withdraw: true, cancel: true });
  });

  test('once no person is asked any more, and once it has ended, nobody ends it', async () => {
    const work = await stands({}, { waiting: { kind: 'work', doing: 'form' } as CaseRow['waiting'] });
    const ended = await stands(decided, { state: 'completed', waiting: { kind: 'nothing' }, closedAt: new Date() });
    for (const task of [work, ended])
      for (const who of ['li', 'wang', 'admin-demo']) expect([who, await mayEnd(who, task)]).toEqual([who, NEITHER]);
  });
});

describe('the views of GET /tasks', () => {
  const customerId = 'C-0003';
  const keys = ['role:project-manager:C-0003'];
  const whom = { kind: 'role', role: 'project-manager', customerId } as const;
  const QIAN = { id: 'U-qian', name: '钱经理' };
  const ids: Record<string, string> = {};
  const listed = async (who: string, query: string) => {
    const { status, body } = await api.as(who).get<{ items: { id: string }[] }>(`/tasks?customer=C-0003${query}`);
    expect([query, status]).toEqual([query, 200]);
    return body.items.map(({ id }) => Object.keys(ids).find((name) => ids[name] === id));
  };
  const own = { customerId, applicant: { id: 'U-xu', name: '徐科长' }, excluded: ['U-xu'], openTo: keys };
  const seat = { seat: 'manager-review', whom, keys, assignee: null, owner: null, vote: null } as const;

  beforeAll(async () => {
    const at = (day: number) => new Date(Date.UTC(2026, 11, day));
    const mine = { ...own, participants: [seat] };
    ids.later = await stands({ ...mine, sortAt: at(9), dueAt: at(9) }, { customerId });
    ids.free = await stands({ ...mine, sortAt: at(8), dueAt: at(8) }, { customerId });
    const held = { ...seat, keys: ['person:U-qian'], assignee: QIAN };
    ids.claimed = await stands({ ...own, openTo: ['person:U-qian'], participants: [held] }, { customerId });
    const done = { ...mine, status: 'completed', openTo: [], votedBy: ['U-qian'], outcome: 'approve' } as const;
    ids.first = await stands({ ...done, closedAt: at(1), decidedAt: at(1) }, { customerId });
    ids.second = await stands({ ...done, closedAt: at(2), decidedAt: at(2) }, { customerId });
    const others = { ...seat, keys: ['person:U-feng'], assignee: { id: 'U-feng', name: '冯 PMO' } };
    ids.others = await stands({ ...own, openTo: ['person:U-feng'], participants: [others] }, { customerId });
    ids.excluded = await stands({ ...mine, excluded: ['U-qian'] }, { customerId });
  });

  test('open: what is mine to do, claimed or not, the earliest due first, without what I must not decide', async () => {
    const open = ['free', 'later', 'claimed'];
    expect(await listed('qian', '')).toEqual(open);
    expect(await listed('qian', '&view=open')).toEqual(open);
  });

  test('claimed: what is mine alone', async () => {
    expect(await listed('qian', '&view=claimed')).toEqual(['claimed']);
    expect(await listed('feng', '&view=claimed')).toEqual(['others']);
  });

  test('decided: what I decided, the latest first; nobody sees what others did there', async () => {
    expect(await listed('qian', '&view=decided')).toEqual(['second', 'first']);
    for (const who of ['feng', 'wang', 'xu', 'admin-demo'])
      expect([who, await listed(who, '&view=decided')]).toEqual([who, []]);
  });

  test('a cursor of one view is refused in another', async () => {
    const { body } = await api.as('qian').get('/tasks?customer=C-0003&limit=1');
    expect(
      await api.as('qian').get(`/tasks?customer=C-0003&view=claimed&after=${String(body.nextCursor)}`),
    ).toMatchObject({ status: 422, body: { errors: [{ pointer: '/after', detail: '翻页游标不属于此列表' }] } });
  });

  test('there is no other view', async () => {
    expect((await api.as('qian').get('/tasks?view=all')).status).toBe(422);
  });
});
