import { faultProcess } from '../../models/contracts/fault';
import { FaultPlay } from '../harness/fault';
import { faultBody, handling, meeting, remotely } from '../harness/fault-forms';
import { Installation } from '../harness/installation';

describe('故障响应与处理', () => {
  let h: Installation;
  let play: FaultPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new FaultPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const faultsOf = (body: Record<string, unknown>) =>
    (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
  const clocks = async (caseId: string) =>
    Object.fromEntries(((await h.caseRow(caseId)).clocks ?? []).map(({ name, clock }) => [name, clock]));

  it('is taken, solved by phone and confirmed; the user lead and the maintenance manager hear of it, and every paper is there', async () => {
    const caseId = await play.entered();
    await h.mails.expect('liu', '【故障已受理】', caseId);
    for (const who of ['liu', 'tang']) await h.mails.expect(who, '【故障报告】', caseId);
    await play.does('li', caseId, 'respond');
    await play.handles(caseId, 'solved');
    await play.does('li', caseId, 'cause');
    await play.does('liu', caseId, 'confirm');

    const row = await play.ended(caseId);
    expect(row).toMatchObject({ state: 'completed', priority: 'high', subject: '核心业务系统登录缓慢' });
    expect(row.documents.map(({ title }) => title)).toEqual([
      'CASE 记录表',
      '故障原因分析及处理报告',
      '故障原因分析及处理报告',
      '故障原因分析及处理报告',
      '技术服务单',
      '故障原因分析及处理报告',
      'CASE 记录表',
    ]);
    expect(row.clocks?.map(({ name, usedInMs }) => [name, usedInMs !== null])).toEqual([
      ['response', true],
      ['resolution', true],
    ]);
    // What came of it is on record and in the figures from then on.
    expect(await h.db.faultFigures.findById(caseId).lean()).toMatchObject({
      ...{ state: 'completed', level: '2', engineer: { id: 'U-li' }, cause: 'software', breached: [] },
    });
    const found = await h.as('zheng').get<{ items: { id: string }[] }>('/faults?q=归档');
    expect(found.body.items.map(({ id }) => id)).toContain(caseId);
    await h.keepsHistory(caseId, 'fault-by-phone');
  });

  it('remote access needs the permission of the user, and is told who gave it', async () => {
    const caseId = await play.answered();
    const answer = await h
      .as('li')
      .decides(caseId, 'handle', 'submit', { form: { ...remotely('on'), permittedBy: undefined } });
    expect([answer.status, faultsOf(answer.body)]).toEqual([422, ['/form/permittedBy']]);
    await play.handles(caseId, 'on', remotely('on'));
    await play.handles(caseId, 'solved', remotely('solved'));
    expect((await play.data(caseId)).solved).toMatchObject({ by: '李工', way: '清理数据库归档日志' });
  });

  it('what the service desk has not graded is graded before anybody is called, and its limits follow', async () => {
    const caseId = await play.entered({ level: null, urgency: null, class: null });
    expect(Object.keys(await clocks(caseId))).toEqual(['response']);
    await play.does('zheng', caseId, 'triage', { form: { level: '1', urgency: 'critical', class: 'severe' } });
    const { clock } = await play.waitsFor(caseId, 'respond');
    expect(await clocks(caseId)).toMatchObject({
      response: { time: 'elapsed', budgetInMs: 900_000 },
      resolution: { time: 'elapsed', budgetInMs: 7_200_000 },
    });
    // Who reported it waits since then, not since it was graded; how urgent it is follows the grading.
    const { startedAt, priority } = await h.caseRow(caseId);
    expect([priority, (await play.waitsFor(caseId, 'respond')).priority]).toEqual(['urgent', 'urgent']);
    expect(clock?.intervals[0]?.from).toBe(startedAt.toISOString());
  });

  it('a fault that was graded wrongly is graded anew when it is escalated: limits and urgency follow, what was used counts', async () => {
    const caseId = await play.answered({ level: '3', urgency: 'normal', class: 'general' });
    const escalate = async (form: Readonly<Record<string, unknown>>) => {
      await play.handles(caseId, 'escalate');
      await play.does('zheng', caseId, 'escalate', { form: { way: 'on', remark: '重新定级', ...form } });
      await play.waitsFor(caseId, 'handle');
    };
    await escalate({ level: '2', urgency: 'urgent', class: 'severe' });
    const { resolution: first } = await clocks(caseId);
    await escalate({ level: '1', urgency: 'critical' });
    const row = await h.caseRow(caseId);
    expect([row.priority, (await play.data(caseId)).grading]).toEqual([
      'urgent',
      { level: 1, urgency: 'critical', class: 'severe' },
    ]);
    const { resolution } = await clocks(caseId);
    expect([first?.time, resolution?.time]).toEqual(['open', 'elapsed']);
    expect(resolution?.intervals[0]?.from).toBe(first?.intervals[0]?.from);
    await play.finishes(caseId);
    await h.keepsHistory(caseId, 'fault-graded-anew');
  });

  it('a device that is out for repair with the consent of the user has a week', async () => {
    const caseId = await play.answered();
    const answer = await h.as('li').decides(caseId, 'handle', 'submit', { form: handling('out') });
    expect([answer.status, faultsOf(answer.body)]).toEqual([422, ['/form/consentBy']]);
    await play.handles(caseId, 'out', { consentBy: '刘处长' });
    await play.waitsFor(caseId, 'handle');
    expect((await clocks(caseId)).resolution).toMatchObject({ time: 'elapsed', budgetInMs: 7 * 24 * 3_600_000 });
    const told = await h.db.journal.findOne({ caseId, kind: 'clock-budget-changed' }).sort({ seq: -1 }).lean();
    expect(JSON.stringify(told?.details)).toContain('设备经刘处长同意送修');
    await play.finishes(caseId);
  });

  it('new wishes come with the next version: no clock runs for them', async () => {
    const caseId = await play.entered({
      ...{ customer: 'C-0003', device: null, reporter: 'U-xu' },
      ...{ level: '3', urgency: 'other', class: 'general' },
    });
    await play.waitsFor(caseId, 'respond');
    expect(Object.keys(await clocks(caseId))).toEqual(['response']);
  });

  it('who reported it by mail is called back by mail', async () => {
    const caseId = await play.answered({ reporter: null, name: '周女士', mail: 'zhou@example.com' });
    await play.finishes(caseId);
    const callback = await h.caseRow(await play.opened(caseId, 'callback'));
    expect(callback.data.request).toMatchObject({ means: 'mail', name: '周女士', mail: 'zhou@example.com' });
  });

  it('what monitoring reports is asked of who speaks for the customer; where nobody does, the desk confirms it and opens the callback', async () => {
    const monitored = { channel: 'monitoring', reporter: null };
    const first = await play.answered(monitored);
    await play.finishes(first);
    const callback = await h.caseRow(await play.opened(first, 'callback'));
    expect(callback.data.request).toMatchObject({ person: 'U-liu' });

    const caseId = await play.entered({ ...monitored, customer: 'C-0002', device: null });
    await h.db.users.updateOne({ _id: 'U-he' }, { isActive: false });
    try {
      await play.does('zhao', caseId, 'respond');
      await play.handles(caseId, 'solved', {}, 'zhao');
      await play.does('zhao', caseId, 'cause');
      await play.does('zheng', caseId, 'confirm');
      await h.ended(caseId);
    } finally {
      await h.db.users.updateOne({ _id: 'U-he' }, { isActive: true });
    }
    await h.mails.expect('zheng', '【关联流程未能发起】', caseId);
  });

  it('what somebody has taken is not withdrawn, and from its cause on not cancelled', async () => {
    const caseId = await play.answered();
    expect((await h.as('zheng').post(`/cases/${caseId}/withdraw`, { reason: '误报' })).status).toBe(409);
    await play.handles(caseId, 'solved');
    await play.waitsFor(caseId, 'cause');
    expect((await h.as('zheng').post(`/cases/${caseId}/cancel`, { reason: '误报' })).status).toBe(409);
  });

  it('a customer reports one by themselves, and does not grade it', async () => {
    const caseId = await play.entered({}, 'liu');
    const task = await play.waitsFor(caseId, 'triage');
    expect(task.prefill).toMatchObject({ level: '2', device: 'D-0001' });
    expect(
      (
        await h
          .as('liu')
          .post('/cases', faultBody({ customer: 'C-0002', device: null, reporter: null, name: '某人', phone: '1' }))
      ).status,
    ).not.toBe(201);
  });

  it('what is reported twice is joined to the open fault, which learns of it; the reporter is told', async () => {
    const first = await play.answered();
    const second = await play.entered({ level: null, urgency: null, class: null, title: '系统又慢了' });
    const triage = (known: string) => ({ known });
    const closed = await play.entered();
    await h.as('zheng').post(`/cases/${closed}/withdraw`, { reason: '误报' });
    await h.ended(closed);
    await play.does('zheng', second, 'triage', { form: triage(closed) });
    // The one is closed, so it is asked again.
    const again = await play.waitsFor(second, 'triage');
    expect(JSON.stringify(again.item?.facts)).toContain('不能并入');
    // Of two that nobody has graded, neither is joined to the other: nobody would deal with either.
    const ungraded = await play.entered({ level: null, urgency: null, class: null });
    await play.waitsFor(ungraded, 'triage');
    await play.does('zheng', second, 'triage', { form: triage(ungraded) });
    expect(JSON.stringify((await play.waitsFor(second, 'triage')).item?.facts)).toContain('尚未定级');
    await play.does('zheng', second, 'triage', { form: triage(first) });
    for (const who of ['liu', 'li']) await h.mails.expect(who, '【故障已并入】', second);
    expect((await h.ended(second)).state).toBe('joined');
    expect((await h.caseRow(first)).links).toMatchObject([{ caseId: second, state: 'joined' }]);
    await h.keepsHistory(second, 'fault-joined');
  });

  it('the user says that it is not solved, and it is handled once more; the clock goes on', async () => {
    const caseId = await play.solved();
    await play.waitsFor(caseId, 'confirm');
    expect((await clocks(caseId)).resolution?.intervals.at(-1)?.to).not.toBeNull();
    await h.as('liu').rejects(caseId, 'confirm', '下午又变慢了');
    const task = await play.waitsFor(caseId, 'handle');
    expect(JSON.stringify(task.item?.facts)).toContain('下午又变慢了');
    expect((await clocks(caseId)).resolution?.intervals.at(-1)?.to).toBeNull();
    await play.handles(caseId, 'solved');
    expect((await play.waitsFor(caseId, 'cause')).prefill).toMatchObject({ cause: '归档日志占满磁盘' });
    await play.does('li', caseId, 'cause');
    await play.does('liu', caseId, 'confirm');
    expect((await h.ended(caseId)).state).toBe('completed');
    // What was done the first time was done, and the papers go on telling it.
    const rounds = await h.db.tasks.find({ caseId, step: 'handle' }).lean();
    expect(rounds.map(({ isVoid }) => isVoid)).toEqual([false, false]);
    await h.keepsHistory(caseId, 'fault-not-solved');
  });

  it('a user who says nothing is taken to agree, and the record says so', async () => {
    await h.setPolicy(
      { deadlines: { ...faultProcess.policy.deadlines, confirm: { budgetInMs: 1_000, time: 'elapsed', ladder: [] } } },
      faultProcess,
    );
    const caseId = await play.solved();
    expect((await h.ended(caseId)).state).toBe('completed');
    expect((await play.data(caseId)).isUnanswered).toBe(true);
    await h.setPolicy({}, faultProcess);
    await h.keepsHistory(caseId, 'fault-unanswered');
  });

  it('what cannot be solved in time is escalated: another engineer, or a technical meeting with minutes', async () => {
    const caseId = await play.answered();
    await play.handles(caseId, 'escalate');
    await play.does('zheng', caseId, 'escalate', { form: { way: 'second-line', engineer: 'U-gu', remark: '转二线' } });
    expect((await play.waitsFor(caseId, 'handle')).participants[0]?.whom).toEqual({ kind: 'persons', ids: ['U-gu'] });
    await play.handles(caseId, 'meeting', {}, 'gu');
    await play.does('ding', caseId, 'meeting', { form: meeting('remote') });
    await play.does('zhao', caseId, 'minutes');
    for (const who of ['ding', 'gu', 'wang']) await h.mails.expect(who, '【会议纪要】', caseId);
    await play.waitsFor(caseId, 'handle');
    expect((await h.caseRow(caseId)).documents.map(({ title }) => title)).toContain('会议纪要');
    await play.finishes(caseId, 'gu');
    await h.keepsHistory(caseId, 'fault-escalated');
  });

  it.each([
    ['of nobody', { reporter: null }, ['/form/reporter']],
    ['of two', { name: '周女士', phone: '138' }, ['/form/name']],
    ['of who cannot be reached', { reporter: null, name: '周女士' }, ['/form/phone']],
    ['of another customer', { reporter: 'U-he' }, ['/form/reporter']],
    ['of a device of another customer', { device: 'D-0006' }, ['/form/device']],
    ['of a level that there is not', { level: '4' }, ['/form/level']],
    ['of what is to come', { occurredAt: new Date(Date.now() + 3_600_000).toISOString() }, ['/form/occurredAt']],
  ])('a report %s is refused', async (_which, request, pointers) => {
    const answer = await h.as('zheng').post('/cases', faultBody(request));
    expect([answer.status, faultsOf(answer.body)]).toEqual([422, pointers]);
  });

  it('finance enters none', async () => {
    expect((await h.as('zhou').post('/cases', faultBody())).status).toBe(403);
  });

  it('is reopened within the set days, once', async () => {
    const caseId = await play.solved();
    await play.does('liu', caseId, 'confirm');
    await h.ended(caseId);
    // What came to nothing has not reopened it.
    const mistaken = await play.entered({ reopens: caseId });
    await h.as('zheng').post(`/cases/${mistaken}/withdraw`, { reason: '误报' });
    await h.ended(mistaken);
    const again = await play.entered({ reopens: caseId });
    expect((await h.caseRow(again)).state).toBe('open');
    const twice = await h.as('zheng').post('/cases', faultBody({ reopens: caseId }));
    expect([409, 422]).toContain(twice.status);
    const open = await h.as('zheng').post('/cases', faultBody({ reopens: again }));
    expect([open.status, faultsOf(open.body)]).toEqual([422, ['/form/reopens']]);
  });

  it('a worker that is killed in the middle loses nothing and does nothing twice', async () => {
    const caseId = await play.answered();
    await h.killWorker();
    const handled = play.handles(caseId, 'on');
    await h.startWorker();
    await handled;
    await play.handles(caseId, 'solved');
    await play.waitsFor(caseId, 'cause');
    await h.killWorker();
    const caused = play.does('li', caseId, 'cause');
    await h.startWorker();
    await caused;
    await play.does('liu', caseId, 'confirm');
    await h.ended(caseId);
    const { turns } = await play.data(caseId);
    expect(turns.slice(0, 3).map(({ by, what }) => [by?.name, what])).toEqual([
      ['李工', '数据库响应慢，初步判断归档空间不足'],
      ['李工', '指导用户重启应用服务'],
      ['李工', '指导用户重启应用服务'],
    ]);
    expect(turns.slice(3).filter(({ by }) => by !== null)).toEqual([]);
  });
});
