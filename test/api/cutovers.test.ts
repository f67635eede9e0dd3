import type { z } from 'zod';
import type { CutoverCockpit } from '../../models/contracts/cutover-answers';
import type { CutoverData, Trouble } from '../../models/contracts/change-cutover-run';
import type { CaseRow } from '../../models/db';
import type { problemAnswer } from '../../models/contracts/problem';
import { apiForThisFile } from './api-under-test';
import { begunAt, cutoverData, cutoverRow, cutoverTask, decided } from './cutover-rows';
import { caseRow } from './case-rows';

const api = apiForThisFile();
const [LI, ZHAO, WANG, TANG] = [
  { id: 'U-li', name: '李工' },
  { id: 'U-zhao', name: '赵工' },
  { id: 'U-wang', name: '王经理' },
  { id: 'U-tang', name: '唐经理' },
];
const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 14, minute));
const iso = (minute: number) => at(minute).toISOString();

const cockpitOf = async (who: string, id: string) =>
  await api.as(who).get<CutoverCockpit>(`/cases/${id}/cutover`, { 'accept-language': 'zh' });
const refusedAt = ({ status, body }: { status: number; body: unknown }) => {
  const { code, errors = [] } = body as z.output<typeof problemAnswer>;
  return [status, code, ...errors.flatMap(({ pointer, detail }) => [pointer, detail])];
};

describe('a cutover, as its cockpit shows it', () => {
  const opened = (id: string) => ({ openTo: [`person:${id}`], participants: [seat(id)] });
  const seat = (id: string) => ({
    ...{ seat: 'x', whom: { kind: 'persons', ids: [id] } as never, keys: [`person:${id}`] },
    ...{ assignee: null, owner: null, vote: null },
  });
  const add = async (id: string, data: CutoverData, change: Partial<CaseRow>, ...tasks: readonly object[]) => {
    await api.db.cases.create([cutoverRow(id, data, change)]);
    await api.db.tasks.create(tasks as never);
  };

  it('tells of each step how it stands, who does it, and until when; who is on watch may call a halt', async () => {
    const id = 'GJ-1';
    const data = cutoverData({ begun: begunAt(1, 2), done: [1] }, { steps: 3, noReturnAfter: 2 });
    await add(
      ...([id, data, {}] as const),
      cutoverTask(id, 'backup', '', { ...decided('approve', ZHAO, iso(1)), openedAt: at(0) }),
      cutoverTask(id, 'execute', '1', {
        ...decided('approve', LI, iso(4), { form: { result: '日志正常' } }),
        openedAt: at(1),
      }),
      cutoverTask(id, 'execute', '2', { ...opened('U-zhao'), openedAt: at(4), dueAt: at(9) }),
      cutoverTask(id, 'watch', '', { ...opened('U-wang'), openedAt: at(0), outcomes: ['submit'] }),
    );
    const { status, body } = await cockpitOf('wang', id);
    expect(status).toBe(200);
    const { plan, mayHalt } = body;
    expect(mayHalt).toBe(`${id}.watch.1`);
    expect(plan).toMatchObject({ watch: WANG, noReturnAfter: 2, isPastNoReturn: false, rollBack: null });
    expect(plan?.backup).toMatchObject({ state: 'done', by: ZHAO, answeredAt: iso(1) });
    expect(plan?.steps).toMatchObject([
      { number: 1, state: 'done', isConfirmed: true, by: LI, result: '日志正常', begunAt: iso(1), dueAt: null },
      { number: 2, state: 'under-way', isConfirmed: false, by: ZHAO, dueAt: iso(9), taskId: `${id}.execute.2` },
      { number: 3, state: 'waiting', by: LI, taskId: null, undoing: null },
    ]);
    expect(plan?.verification.state).toBe('waiting');
    expect(body.kind).toEqual({ value: 'normal', title: { zh: '一般变更', en: 'Normal' } });

    // Nobody else is asked to watch.
    expect((await cockpitOf('li', id)).body.mayHalt).toBeNull();
    // The customer's people see the same, and may not halt either.
    const theirs = (await cockpitOf('liu', id)).body;
    expect({ ...theirs, at: body.at, mayHalt }).toEqual(body);
    expect(theirs.mayHalt).toBeNull();
  });

  it('tells of a roll-back which steps are undone, and of trouble past the point of no return who decided what', async () => {
    const id = 'GJ-2';
    const trouble = (change: Partial<Trouble>): Trouble => ({
      ...{ during: { doing: 'execute', attempt: 1 }, cause: 'over-time', step: 2, reason: '', by: null, at: iso(9) },
      isPastNoReturn: true,
      ...change,
    });
    const troubles = [
      trouble({}),
      trouble({ during: { doing: 'execute', attempt: 2 }, cause: 'halted', reason: '交易失败', by: WANG, at: iso(12) }),
    ];
    const run = { begun: begunAt(1, 2, 3), done: [1], troubles, undone: [3] };
    const completed = (step: string, key: string, minute: number, outcome: 'approve' | 'reject', comment = '') =>
      cutoverTask(id, step, key, { ...decided(outcome, LI, iso(minute), { comment }), openedAt: at(minute - 1) });
    await add(
      ...([id, cutoverData(run, { steps: 3, noReturnAfter: 1 }), { stage: 'roll-back' }] as const),
      completed('execute', '1', 3, 'approve'),
      cutoverTask(id, 'execute', '2', { status: 'expired', openedAt: at(4), closedAt: at(9), openTo: [] }),
      cutoverTask(id, 'direction', '1', { ...decided('approve', TANG, iso(10), { comment: '继续' }), openedAt: at(9) }),
      cutoverTask(id, 'execute', '2.2', { status: 'withdrawn', openedAt: at(10), closedAt: at(12), openTo: [] }),
      cutoverTask(id, 'direction', '2', { ...decided('reject', TANG, iso(13), { comment: '回退' }), openedAt: at(12) }),
      cutoverTask(id, 'backup-before-undo', '', { ...decided('submit', ZHAO, iso(14)), openedAt: at(13) }),
      completed('undo', '3', 16, 'reject', '脚本报错'),
      completed('undo', '2', 18, 'reject', '数据库拒绝连接'),
      cutoverTask(id, 'undo', '2.2', { openedAt: at(19), dueAt: at(24) }),
    );
    const { plan, troubles: told, isRolledBack } = (await cockpitOf('tang', id)).body;
    expect(isRolledBack).toBe(false);
    expect(plan?.isPastNoReturn).toBe(true);
    expect(
      plan?.steps.map(({ number, state, attempts, undoing }) => [number, state, attempts, undoing?.state]),
    ).toEqual([
      [1, 'done', 1, 'waiting'],
      [2, 'undoing', 2, 'under-way'],
      // Its undo failed, and was put right in another way.
      [3, 'undone', 0, 'done'],
    ]);
    expect(plan?.rollBack).toMatchObject({ backup: { state: 'done' }, restoring: { state: 'waiting' } });
    expect(told).toMatchObject([
      { title: { zh: '步骤超时' }, step: 2, by: null, direction: { outcome: 'approve', by: TANG, comment: '继续' } },
      { reason: '交易失败', by: WANG, direction: { outcome: 'reject', title: { zh: '回退' }, comment: '回退' } },
    ]);
    await api.db.tasks.updateOne({ _id: `${id}.undo.2.2` }, { $set: decided('reject', LI, iso(20)) });
    expect((await cockpitOf('tang', id)).body.plan?.steps[1]?.state).toBe('undo-failed');
  });

  it('tells how the observation stands, and what the audit is answered by, in words of both languages', async () => {
    const id = 'GJ-3';
    const data = cutoverData({ begun: begunAt(1), done: [1] }, { steps: 1, observationHours: 2 });
    const verify = cutoverTask(id, 'verify', '', { ...decided('approve', LI, iso(5)), openedAt: at(4) });
    await add(id, data, { stage: 'observation' }, verify);
    const observed = (await cockpitOf('li', id)).body.plan;
    expect(observed?.observation).toMatchObject({ state: 'under-way', begunAt: iso(5), taskId: null });
    expect(observed?.observedUntil).toBe(new Date(at(5).getTime() + 7_200_000).toISOString());

    const cites = [
      { kind: 'task', id: `${id}.verify.1`, at: iso(5) },
      { kind: 'document', id: 'P-1', at: iso(6) },
      { kind: 'start', id, at: iso(0) },
    ] as const;
    const audit = [
      { question: 'running-2', answer: 'yes', cites },
      { question: 'cutover-2', answer: 'no', basis: '未测', cites: [] },
    ];
    const document = {
      kind: 'cutover-report',
      title: '割接报告',
      fileName: 'a.pdf',
      sha256: 'a',
      sizeInBytes: 1,
      at: iso(6),
    };
    await api.db.cases.updateOne(
      { _id: id },
      { $set: { 'data.audit': audit, documents: [{ id: 'P-1', ...document }] } },
    );
    expect((await cockpitOf('li', id)).body.audit).toEqual([
      {
        ...{ question: 'running-2', answer: 'yes', basis: '' },
        text: expect.objectContaining({ zh: '运行负责人是否验证其系统不受影响' }),
        cites: [
          { ...cites[0], title: { zh: '验证系统不受影响', en: 'Verify that the system is unharmed' } },
          { ...cites[1], title: { zh: '割接报告', en: 'Cutover report' } },
          { ...cites[2], title: { zh: '变更申请', en: 'Change request' } },
        ],
      },
      expect.objectContaining({ answer: 'no', basis: '未测', cites: [] }),
    ]);
  });

  it('has no plan before there is one', async () => {
    await add('GJ-4', { ...cutoverData(), plan: null }, { stage: 'plan' });
    expect((await cockpitOf('li', 'GJ-4')).body).toMatchObject({ plan: null, troubles: [], audit: [], mayHalt: null });
  });

  it('tells of no roll-back where nothing was begun', async () => {
    await add('GJ-7', cutoverData({ isRolledBack: true }), { stage: 'archive', state: 'rolled-back' });
    expect((await cockpitOf('li', 'GJ-7')).body).toMatchObject({ isRolledBack: true, plan: { rollBack: null } });
  });

  it('tells a customer nothing that our people told each other about a step', async () => {
    const id = 'GJ-5';
    const asked = { to: ZHAO, by: LI, reason: '内部：这一步没有把握', at: iso(2) };
    const task = cutoverTask(id, 'execute', '1', {
      opinions: [{ by: ZHAO, forWhom: LI, at: iso(3), comment: '内部：不要告诉客户' }],
      participants: [{ ...seat('U-li'), delegation: asked }],
    });
    await add(id, cutoverData({ begun: begunAt(1) }, { steps: 1 }), {}, task);
    expect(JSON.stringify((await cockpitOf('liu', id)).body)).not.toContain('内部');
  });

  it('is there for cutovers only, and only for those who see the case', async () => {
    await api.db.cases.create([caseRow('BF-1'), cutoverRow('GJ-6', cutoverData(), FOREIGN)]);
    for (const [who, id] of [
      ['li', 'BF-1'],
      ['li', 'GJ-6'],
      ['liu', 'GJ-6'],
      ['li', 'GJ-none'],
    ] as const)
      expect(refusedAt(await cockpitOf(who, id))).toEqual([404, 'not-found']);
    expect((await cockpitOf('he', 'GJ-6')).status).toBe(200);
    expect((await fetch(`${api.url}/api/v1/cases/GJ-6/cutover`)).status).toBe(401);
  });
});

const FOREIGN = { customerId: 'C-0002', customer: { id: 'C-0002', name: '江州市人民医院' }, people: ['U-qian'] };
const window = (from: string, to: string, more: Partial<NonNullable<CaseRow['window']>> = {}) => ({
  window: { from: new Date(from), to: new Date(to), deviceIds: ['D-0001'], system: '核心系统', ...more },
});

describe('the calendar of cutovers', () => {
  const OCTOBER = 'from=2026-10-01T00:00:00%2B08:00&to=2026-11-01T00:00:00%2B08:00';
  interface Windows {
    readonly items: readonly { id: string; from: string }[];
    readonly daysOff: readonly { date: string; name: { zh: string; en: string } }[];
    readonly hasMore: boolean;
  }
  const idsFor = async (who: string, span = OCTOBER) =>
    (await api.as(who).get<Windows>(`/cutovers?${span}`)).body.items.map(({ id }) => id);

  beforeAll(async () => {
    const rows = [
      cutoverRow('GJ-night', cutoverData(), window('2026-10-17T14:00:00Z', '2026-10-17T20:00:00Z')),
      // Over the end of the month, and over its beginning.
      cutoverRow('GJ-late', cutoverData(), window('2026-10-31T14:00:00Z', '2026-10-31T18:00:00Z')),
      cutoverRow('GJ-early', cutoverData(), {
        ...window('2026-09-30T14:00:00Z', '2026-09-30T18:00:00Z'),
        state: 'completed',
      }),
      cutoverRow('GJ-before', cutoverData(), window('2026-09-30T10:00:00Z', '2026-09-30T16:00:00Z')),
      cutoverRow('GJ-foreign', cutoverData(), {
        ...window('2026-10-18T14:00:00Z', '2026-10-18T20:00:00Z'),
        ...FOREIGN,
      }),
      cutoverRow('GJ-planless', cutoverData()),
    ];
    await api.db.cases.create(rows);
  });

  it('has the windows that reach into the span, open and ended, of the cases that one sees, and the days off', async () => {
    expect(await idsFor('li')).toEqual(['GJ-early', 'GJ-night', 'GJ-late']);
    expect(await idsFor('admin-demo')).toEqual(['GJ-early', 'GJ-night', 'GJ-foreign', 'GJ-late']);
    expect(await idsFor('he')).toEqual(['GJ-foreign']);
    const { items, daysOff, hasMore } = (await api.as('li').get<Windows>(`/cutovers?${OCTOBER}`)).body;
    expect(hasMore).toBe(false);
    expect(items[1]).toMatchObject({
      ...{ subject: '收费系统升级', system: '核心系统', state: 'open', stageTitle: { zh: '割接', en: 'Cutover' } },
      ...{ from: '2026-10-17T14:00:00.000Z', to: '2026-10-17T20:00:00.000Z' },
    });
    expect(daysOff.map(({ date }) => date)).toEqual(expect.arrayContaining(['2026-10-01', '2026-10-07']));
    expect(daysOff[0]?.name.zh).not.toBe(daysOff[0]?.name.en);
    expect(await idsFor('li', 'from=2026-10-17T20:00:00Z&to=2026-10-18T20:00:00Z')).toEqual([]);
  });

  it.each([
    ['from=2026-10-02T00:00:00Z&to=2026-10-01T00:00:00Z', '/to', '窗口结束须晚于开始'],
    ['from=2026-10-02T00:00:00Z&to=2026-10-02T00:00:00Z', '/to', '窗口结束须晚于开始'],
    ['from=2026-08-01T00:00:00Z&to=2026-12-01T00:00:00Z', '/to', '起止时间最多相隔 100 天'],
    ['from=2016-08-01T00:00:00Z&to=2016-08-02T00:00:00Z', '/from', '离现在最多 2 年'],
  ])('refuses the span %s', async (span, pointer, why) => {
    const zh = { 'accept-language': 'zh' };
    expect(refusedAt(await api.as('li').get(`/cutovers?${span}`, zh))).toEqual([422, 'invalid-input', pointer, why]);
    expect((await api.as('li').get(`/cutovers/clashes?${span}`, zh)).status).toBe(422);
  });

  it('refuses a span without an end, what is no instant, and what it does not know', async () => {
    for (const span of ['from=2026-10-02T00:00:00Z', 'from=x&to=y', `${OCTOBER}&customer=C-0001`])
      expect((await api.as('li').get(`/cutovers?${span}`)).status).toBe(422);
  });

  it('tells with what a window would clash: days off, the same devices, the same system of the same customer', async () => {
    const asked = async (query: string, who = 'li') =>
      await api.as(who).get<{ daysOff: { date: string }[]; cases: { id: string }[] }>(`/cutovers/clashes?${query}`);
    const night = 'from=2026-10-17T16:00:00Z&to=2026-10-17T22:00:00Z';
    const found = async (query: string, who = 'li') => (await asked(query, who)).body.cases.map(({ id }) => id);
    expect(await found(night)).toEqual([]);
    expect(await found(`${night}&devices=D-0001`)).toEqual(['GJ-night']);
    await api.db.devices.updateMany({ _id: { $in: ['D-0002', 'D-0003'] } }, { $set: { businessSystem: '另一系统' } });
    expect(await found(`${night}&devices=D-0002,D-0003`)).toEqual([]);
    expect(await found(`${night}&customer=C-0001&system=核心系统`)).toEqual(['GJ-night']);
    expect(await found(`${night}&customer=C-0001&system=另一系统`)).toEqual([]);
    // Of another customer that has a system of the same name, and of the case for which it is planned.
    expect(await found(`${night}&customer=C-0002&system=核心系统`, 'admin-demo')).toEqual([]);
    expect(await found(`${night}&devices=D-0001&case=GJ-night`)).toEqual([]);
    // What has ended stands in nobody's way.
    expect(await found('from=2026-09-30T15:00:00Z&to=2026-09-30T17:00:00Z&devices=D-0001')).toEqual(['GJ-before']);
    const national = (await asked('from=2026-09-30T15:00:00Z&to=2026-10-02T15:00:00Z')).body;
    expect(national.daysOff.map(({ date }) => date)).toEqual(['2026-10-01', '2026-10-02']);
    // Freeze days are the company's, also for a case of a customer that is served around the clock.
    await api.db.cases.updateOne({ _id: 'GJ-night' }, { $set: { calendar: { id: '7x24', version: 1 } } });
    const own = (await asked('from=2026-09-30T15:00:00Z&to=2026-10-02T15:00:00Z&case=GJ-night')).body;
    expect(own.daysOff).toEqual(national.daysOff);
  });

  it('knows a system however it is written, and by the devices that belong to it; and until the observation or roll-back is over', async () => {
    const found = async (query: string) => {
      const path = `/cutovers/clashes?from=2026-10-25T16:00:00Z&to=2026-10-25T17:00:00Z&${query}`;
      return (await api.as('li').get<{ cases: { id: string; until: string | null }[] }>(path)).body.cases;
    };
    const its = { deviceIds: [], system: '影像（PACS）系统' };
    const held = (id: string, until: Date | null, more: object = {}) =>
      cutoverRow(id, cutoverData(), window('2026-10-25T10:00:00Z', '2026-10-25T12:00:00Z', { ...its, until, ...more }));
    await api.db.cases.create([held('GJ-observed', new Date('2026-10-25T18:00:00Z'))]);
    const system = encodeURIComponent(' 影像 pacs系统');
    const shown = [{ id: 'GJ-observed', until: '2026-10-25T18:00:00.000Z' }];
    expect(await found(`customer=C-0001&system=${system}`)).toMatchObject(shown);
    await api.db.devices.updateOne({ _id: 'D-0003' }, { $set: { businessSystem: '影像ＰＡＣＳ系统' } });
    expect(await found('devices=D-0003')).toMatchObject(shown);
    const updated = async (until: Date | null) =>
      await api.db.cases.updateOne({ _id: 'GJ-observed' }, { $set: { 'window.until': until } });
    await updated(new Date('2026-10-25T16:00:00Z'));
    expect(await found('devices=D-0003')).toEqual([]);
    // It is observed itself when that one begins.
    await updated(new Date('2026-10-25T12:00:00Z'));
    await api.db.cases.updateOne({ _id: 'GJ-observed' }, { $set: { 'window.from': new Date('2026-10-25T18:00:00Z') } });
    expect(await found('devices=D-0003')).toEqual([]);
    await updated(new Date('2026-10-25T19:00:00Z'));
    expect(await found('devices=D-0003&until=2026-10-25T20:00:00Z')).toMatchObject([{ id: 'GJ-observed' }]);
    // What is being rolled back stands in the way of what begins within a day of now.
    await updated(null);
    expect(await found('devices=D-0003&until=2026-10-25T20:00:00Z')).toMatchObject([{ until: null }]);
    const early = 'devices=D-0003&until=2026-10-25T16:30:00Z';
    expect(
      refusedAt(
        await api.as('li').get(`/cutovers/clashes?from=2026-10-25T16:00:00Z&to=2026-10-25T17:00:00Z&${early}`, {
          'accept-language': 'zh',
        }),
      ),
    ).toEqual([...[422, 'invalid-input', '/until', '窗口结束须晚于开始']]);
  });

  it('tells in the cockpit what stood in the way of a window in which nothing was begun, and of this round only', async () => {
    const off: Trouble = {
      ...{
        during: { doing: 'backup', attempt: 1 },
        cause: 'backup',
        step: null,
        reason: '磁盘满',
        by: ZHAO,
        at: iso(3),
      },
      isPastNoReturn: false,
    };
    const data = { ...cutoverData({}, { steps: 1 }), calledOff: [off] };
    await api.db.cases.create([cutoverRow('GJ-8', data, { round: 2, stage: 'gate' })]);
    await api.db.tasks.create([
      cutoverTask('GJ-8', 'backup', '', { status: 'withdrawn', openTo: [], round: 1 }),
    ] as never);
    const { body } = await cockpitOf('li', 'GJ-8');
    expect(body.troubles).toMatchObject([{ cause: 'backup', isCalledOff: true, direction: null, reason: '磁盘满' }]);
    expect(body.plan).toMatchObject({ backup: { state: 'waiting' }, rollBack: null });
    expect(body.isRolledBack).toBe(false);
  });

  it('refuses to say with what a window clashes where one may not look', async () => {
    const night = 'from=2026-10-17T16:00:00Z&to=2026-10-17T22:00:00Z';
    const zh = { 'accept-language': 'zh' };
    for (const [query, pointer, id] of [
      ['customer=C-0002', '/customer', 'C-0002'],
      ['devices=D-0006', '/devices', 'D-0006'],
      ['devices=D-0001,D-none', '/devices', 'D-none'],
    ] as const)
      expect(refusedAt(await api.as('li').get(`/cutovers/clashes?${night}&${query}`, zh))).toEqual([
        ...[422, 'invalid-input', pointer, `没有记录 ${id}，或您无权查看`],
      ]);
    expect(refusedAt(await api.as('li').get(`/cutovers/clashes?${night}&case=GJ-foreign`))).toEqual([404, 'not-found']);
    expect((await api.as('li').get(`/cutovers/clashes?${night}&devices=,`)).status).toBe(422);
    const long = 'from=2026-10-01T00:00:00Z&to=2026-11-20T00:00:00Z';
    expect(refusedAt(await api.as('li').get(`/cutovers/clashes?${long}`, zh))).toEqual([
      ...[422, 'invalid-input', '/to', '起止时间最多相隔 31 天'],
    ]);
  });
});
