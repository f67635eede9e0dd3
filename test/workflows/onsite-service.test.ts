import { FaultPlay } from '../harness/fault';
import { meeting, visitForms, workDone } from '../harness/fault-forms';
import { Installation } from '../harness/installation';

describe('现场服务, by itself and for a fault', () => {
  let h: Installation;
  let play: FaultPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new FaultPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const HOUR_IN_MS = 3_600_000;
  const visitBody = (change: Readonly<Record<string, unknown>> = {}) => ({
    process: 'onsite-service',
    form: {
      customer: 'C-0001',
      reason: '现场巡视存储',
      description: '存储告警灯亮',
      pace: 'agreed',
      arriveBy: new Date(Date.now() + 24 * HOUR_IN_MS).toISOString(),
      ...change,
    },
  });
  const titles = async (caseId: string) => (await h.caseRow(caseId)).documents.map(({ title }) => title);
  const comesBack = async (visit: string) => {
    await play.does('liu', visit, 'sign');
    await play.does('zhao', visit, 'return');
    return await h.ended(visit);
  };

  it('is ordered, gone, worked within what the customer permits, signed and registered as back', async () => {
    const visit = await h.as('zheng').starts(visitBody());
    await play.worksOnSite(visit);
    expect(await comesBack(visit)).toMatchObject({ state: 'completed', data: { result: { solved: true } } });
    expect(await titles(visit)).toEqual([
      '派工单',
      '技术服务单',
      '外出登记表',
      '系统检测报告',
      '现场技术服务报告',
      '外出登记表',
      '技术服务单',
    ]);
    const callback = await h.caseRow(await play.opened(visit, 'callback'));
    expect(callback.data.request).toMatchObject({
      ...{ name: '刘处长', phone: '010-5550 0101' },
      workers: [{ person: 'U-zhao' }],
    });
    await h.keepsHistory(visit, 'onsite-completed');
  });

  it('who cannot go gives the order back, and another goes; who does not sign says why, and the work goes on', async () => {
    const visit = await h.as('zheng').starts(visitBody({ pace: 'urgent' }));
    await play.does('zheng', visit, 'order', { form: { ...visitForms().order, engineer: 'U-li' } });
    await play.waitsFor(visit, 'accept');
    await h.as('li').rejects(visit, 'accept', '正在其他现场');
    expect(JSON.stringify((await play.waitsFor(visit, 'order')).item?.facts)).toContain('正在其他现场');
    await play.worksOnSite(visit);
    await play.does('zhao', visit, 'observe');
    await play.waitsFor(visit, 'sign');
    await h.as('liu').rejects(visit, 'sign', '告警灯仍亮');
    expect((await play.waitsFor(visit, 'work')).prefill).toMatchObject({ permittedBy: '刘处长' });
    await play.does('zhao', visit, 'work');
    await play.does('zhao', visit, 'observe');
    const rounds = await h.db.tasks.find({ caseId: visit, step: 'work' }).lean();
    expect(rounds.map(({ isVoid }) => isVoid)).toEqual([false, false]);
    expect((await comesBack(visit)).state).toBe('completed');
    await h.keepsHistory(visit, 'onsite-not-signed');
  });

  it('who takes an order that was passed on goes there; what is agreed for a day is not late at night', async () => {
    const visit = await h.as('zheng').starts(visitBody());
    expect((await play.waitsFor(visit, 'order')).clock?.time).toBe('open');
    await play.does('zheng', visit, 'order');
    const { _id } = await play.waitsFor(visit, 'accept');
    const passedOn = await h.as('zhao').post(`/tasks/${_id}/transfer`, { to: 'U-li', reason: '正在其他现场' });
    expect(passedOn.status).toBe(200);
    await play.does('li', visit, 'accept');
    const depart = await play.waitsFor(visit, 'depart');
    expect(depart.participants[0]?.whom).toEqual({ kind: 'persons', ids: ['U-li'] });
    // There by the agreed time, in an hour.
    expect(Math.round((depart.clock?.budgetInMs ?? 0) / HOUR_IN_MS)).toBe(1);
    // Who cannot leave after all says why, and somebody else is ordered.
    await h.as('li').rejects(visit, 'depart', '车辆故障');
    expect(JSON.stringify((await play.waitsFor(visit, 'order')).item?.facts)).toContain('车辆故障');
    await play.worksOnSite(visit);
    expect((await h.caseRow(visit)).data).toMatchObject({ engineer: { id: 'U-zhao' } });
  });

  it('where a customer has no lead, who speaks for them signs', async () => {
    const visit = await h.as('zheng').starts(visitBody({ customer: 'C-0002' }));
    await play.worksOnSite(visit);
    const { participants } = await play.waitsFor(visit, 'sign');
    expect(participants[0]?.whom).toMatchObject({ kind: 'role', role: 'competent-department' });
  });

  it.each([
    ['without having told the user', { told: undefined }],
    ['without the permission of the user', { permittedBy: undefined }],
    ['without the rules of work on site', { safe: { rules: true, data: true } }],
  ])('work is not reported %s', async (_which, change) => {
    const visit = await h.as('zheng').starts(visitBody());
    await play.does('zheng', visit, 'order');
    await play.does('zhao', visit, 'accept');
    await play.does('zhao', visit, 'depart');
    await play.does('zhao', visit, 'arrive');
    await play.waitsFor(visit, 'work');
    const form = { ...workDone('unsolved'), ...change };
    expect((await h.as('zhao').decides(visit, 'work', 'submit', { form })).status).toBe(422);
  });

  it('an emergency sends somebody at once beside the help from afar; experts advise; what is solved there is solved', async () => {
    const caseId = await play.answered({ level: '1', urgency: 'critical', class: 'disaster' });
    const visit = await play.opened(caseId, 'onsite-service');
    expect(await h.caseRow(visit)).toMatchObject({ priority: 'urgent', origin: caseId });
    await play.waitsFor(caseId, 'handle');
    await play.does('ding', caseId, 'experts');
    await play.does('gu', caseId, 'advise');
    await play.waitsFor(caseId, 'advise');
    await play.handles(caseId, 'on');
    await play.worksOnSite(visit);
    await play.does('zhao', visit, 'observe');
    await comesBack(visit);
    // The engineer at home is asked no more.
    await play.waitsFor(caseId, 'cause');
    const left = await h.db.tasks.find({ caseId, status: 'open' }).lean();
    expect(left.map(({ step }) => step)).toEqual(['cause']);
    await play.does('li', caseId, 'cause');
    await play.does('liu', caseId, 'confirm');
    expect((await h.ended(caseId)).state).toBe('completed');
    // Whoever worked on it, advising or on site, does not ask the customer how it was.
    const callback = await h.caseRow(await play.opened(caseId, 'callback'));
    expect(callback.data.request).toMatchObject({
      workers: [{ person: 'U-li' }, { person: 'U-gu' }, { person: 'U-zhao' }],
    });
    await h.keepsHistory(caseId, 'fault-emergency');
  });

  it('what is solved from afar while somebody is on the way is solved: its clock stands still, and they are told', async () => {
    const caseId = await play.answered({ level: '1', urgency: 'critical', class: 'disaster' });
    const visit = await play.opened(caseId, 'onsite-service');
    await play.does('zheng', visit, 'order');
    await play.does('zhao', visit, 'accept');
    await play.waitsFor(visit, 'depart');
    await play.handles(caseId, 'solved');
    for (const who of ['zheng', 'zhao']) await h.mails.expect(who, '【故障已远程解决】', caseId);
    const { clocks } = await h.caseRow(caseId);
    const resolution = clocks?.find(({ name }) => name === 'resolution');
    expect(resolution?.clock.intervals.at(-1)?.to).not.toBeNull();
  });

  it('what is solved on site while a meeting is to be held is solved, and nobody holds the meeting', async () => {
    const caseId = await play.answered({ level: '1', urgency: 'critical', class: 'disaster' });
    const visit = await play.opened(caseId, 'onsite-service');
    await play.handles(caseId, 'meeting');
    await play.waitsFor(caseId, 'meeting');
    await play.worksOnSite(visit);
    await play.does('zhao', visit, 'observe');
    await comesBack(visit);
    await play.waitsFor(caseId, 'cause');
    const left = await h.db.tasks.find({ caseId, status: 'open' }).lean();
    expect(left.map(({ step }) => step)).toEqual(['cause']);
  });

  it('another fault that is found there is taken in as one of its own, for the service desk to grade', async () => {
    const visit = await h.as('zheng').starts(visitBody({ device: 'D-0001' }));
    const summary = '存储电池告警，需另行处理\n与本次事由无关';
    await play.worksOnSite(visit, workDone('another', { summary }));
    const caseId = await play.opened(visit, 'fault');
    await play.waitsFor(caseId, 'triage');
    expect(await h.caseRow(caseId)).toMatchObject({
      ...{ origin: visit, applicant: { id: 'U-zhao' }, subject: '现场发现新的故障：存储电池告警，需另行处理' },
      data: { request: { channel: 'on-site', name: '刘处长', device: 'D-0001' } },
    });
    await h.mails.expect('wang', '【现场未解决】', visit);
  });

  it('a danger that is seen by somebody who may open none is kept: the service desk opens it, with their words', async () => {
    const visit = await h.as('zheng').starts(visitBody({ customer: 'C-0003' }));
    await play.does('zheng', visit, 'order', { form: { ...visitForms().order, engineer: 'U-li' } });
    for (const step of ['accept', 'depart', 'arrive']) await play.does('li', visit, step);
    await play.does('li', visit, 'work', { form: workDone('solved', { danger: '机柜接地线松动' }) });
    const danger = await h.caseRow(await play.opened(visit, 'hidden-danger'));
    expect(danger).toMatchObject({
      ...{ state: 'open', applicant: { id: 'U-zheng' }, customerId: 'C-0003' },
      data: { request: { description: '机柜接地线松动' } },
    });
  });

  it('where nobody may open a danger, those who are told of it read what it is', async () => {
    const visit = await h.as('zheng').starts(visitBody());
    const people = await h.db.users.find({ _id: { $in: ['U-zheng', 'U-zhao'] } }, { grants: 1 }).lean();
    const restricted = { grants: [{ role: 'finance', customerId: null }] } as const;
    try {
      for (const step of ['order', 'accept', 'depart', 'arrive'])
        await play.does(step === 'order' ? 'zheng' : 'zhao', visit, step);
      await h.db.users.updateMany({ _id: { $in: ['U-zheng', 'U-zhao'] } }, { $set: restricted });
      await play.does('zhao', visit, 'work', { form: workDone('solved', { danger: '机柜接地线松动' }) });
      await play.waitsFor(visit, 'sign');
    } finally {
      for (const { _id, grants } of people) await h.db.users.updateOne({ _id }, { $set: { grants } });
    }
    const { text } = await h.mails.expect('zheng', '【关联流程未能发起】', visit);
    expect(text).toContain('机柜接地线松动');
  });

  it('an administrator who has taken a fault sends somebody as well: the service desk asks for it in their place', async () => {
    const caseId = await play.answered();
    await play.handles(caseId, 'escalate');
    const form = { way: 'second-line', engineer: 'U-admin-demo', remark: '夜间无人' };
    await play.does('zheng', caseId, 'escalate', { form });
    await play.handles(caseId, 'visit', {}, 'admin-demo');
    const visit = await h.caseRow(await play.opened(caseId, 'onsite-service'));
    expect(visit).toMatchObject({ state: 'open', applicant: { id: 'U-zheng' }, origin: caseId });
  });

  it('a fault that is cancelled while somebody is there says which cases go on', async () => {
    const caseId = await play.answered({ level: '1', urgency: 'critical', class: 'disaster' });
    const visit = await play.opened(caseId, 'onsite-service');
    expect((await h.as('zheng').post(`/cases/${caseId}/cancel`, { reason: '用户已自行恢复' })).status).toBe(200);
    await h.ended(caseId);
    for (const who of ['zheng', 'wang'])
      expect((await h.mails.expect(who, '【关联流程仍在办】', caseId)).text).toContain(visit);
  });

  it('the longest report sends somebody all the same, and keeps its number', async () => {
    const caseId = await play.answered({ title: '障'.repeat(120), description: '慢'.repeat(4000) });
    await play.handles(caseId, 'visit');
    const visit = await play.opened(caseId, 'onsite-service');
    const { request } = (await h.caseRow(visit)).data as { request: { description: string; contact: string } };
    expect(request.description).toContain(`（${caseId}）`);
    expect(request.contact).toBe('刘处长');
    const { prefill } = await play.waitsFor(visit, 'order');
    expect(String(prefill.work)).toHaveLength(2000);
  });

  it('of level 3 a report on paper will do', async () => {
    const caseId = await play.answered({ level: '3', urgency: 'normal', class: 'general' });
    await play.handles(caseId, 'visit');
    await play.waitsFor(caseId, 'written');
    await play.handles(caseId, 'visit', { reportedBy: '刘处长' });
    await play.opened(caseId, 'onsite-service');
    expect(await h.db.tasks.countDocuments({ caseId, step: 'written', status: 'open' })).toBe(0);
  });

  it('of level 3 the customer reports in writing before anybody goes there', async () => {
    const caseId = await play.answered({ level: '3', urgency: 'normal', class: 'general' });
    await play.handles(caseId, 'visit');
    await play.does('liu', caseId, 'written');
    const visit = await play.opened(caseId, 'onsite-service');
    expect((await h.caseRow(caseId)).waiting).toMatchObject({ kind: 'case', caseId: visit });
    await play.worksOnSite(visit, workDone('unsolved'));
    for (const who of ['wang', 'ding', 'liu']) await h.mails.expect(who, '【现场未解决】', visit);
    await comesBack(visit);
    expect(JSON.stringify((await play.waitsFor(caseId, 'handle')).item?.facts)).toContain('备件不匹配');
    expect((await play.data(caseId)).turns.map(({ what }) => what).join()).toContain(`现场服务 ${visit}`);
    await play.finishes(caseId);
    // The customer, who has reported in writing, worked on nothing.
    const callback = await h.caseRow(await play.opened(caseId, 'callback'));
    expect(callback.data.request).toMatchObject({
      ...{ person: 'U-liu', workers: [{ person: 'U-li' }, { person: 'U-zhao' }] },
    });
    await h.keepsHistory(caseId, 'fault-level-3');
  });

  it('a technical meeting of level 1 sends somebody who is there within 24 hours', async () => {
    const caseId = await play.answered({ level: '1', urgency: 'urgent', class: 'severe' });
    await play.handles(caseId, 'meeting');
    await play.does('ding', caseId, 'meeting', { form: meeting('visit') });
    await play.does('zhao', caseId, 'minutes');
    const visit = await play.opened(caseId, 'onsite-service');
    const [arrival] = (await h.caseRow(visit)).clocks ?? [];
    expect(arrival?.name).toBe('arrival');
    expect(Math.round((arrival?.clock.budgetInMs ?? 0) / HOUR_IN_MS)).toBe(24);
  });

  it('what changes a program or a configuration waits for its change', async () => {
    const caseId = await play.answered();
    await play.handles(caseId, 'change');
    await play.does('li', caseId, 'change', {
      form: {
        ...{ kind: 'normal', title: '扩充归档空间', system: '财政集中支付系统', content: '增加磁盘' },
        ...{ reach: '无中断', risk: 'low' },
      },
    });
    const change = await play.opened(caseId, 'change-cutover');
    await h.as('li').post(`/cases/${change}/withdraw`, { reason: '已用其他办法解决' });
    expect(JSON.stringify((await play.waitsFor(caseId, 'handle')).item?.facts)).toContain(`${change} 已撤回`);
    await play.finishes(caseId);
    await h.keepsHistory(caseId, 'fault-with-change');
  });
});
