import { majorMaintenanceProcess } from '../../models/contracts/major-maintenance';
import type { MajorData } from '../../models/contracts/major-maintenance-run';
import { ByLink } from '../harness/by-link';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { ServicePlay } from '../harness/service';
import { MAJOR_REPORT, majorBody, SERVICE_FORMS } from '../harness/service-forms';

const TWO_SECONDS_IN_HOURS = 2 / 3_600;

describe('重大维护处理', () => {
  let h: Installation;
  let play: ServicePlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new ServicePlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const begun = async (request: Readonly<Record<string, unknown>> = {}) =>
    await h.as('zheng').starts(majorBody(request));
  const dataOf = async (caseId: string) => (await h.caseRow(caseId)).data as unknown as MajorData;
  const titles = async (caseId: string) => (await h.caseRow(caseId)).documents.map(({ title }) => title);
  const mailsOf = (caseId: string, who: string, tag: string) =>
    h.mails.about(caseId).filter(({ to, subject }) => JSON.stringify(to).includes(who) && subject.includes(tag));

  it('has people assigned at once, a meeting with minutes, work with times, reports, and the user confirms it by link', async () => {
    await h.db.users.updateOne({ username: 'liu' }, { $set: { passwordHash: '' } });
    const caseId = await begun();
    await play.worked(caseId);
    for (const who of ['wang', 'liu', 'zhao', 'yang', 'ma']) {
      const mail = await h.mails.expect(who, '【重大维护派工】', caseId);
      expect(mail.text).toContain('赵工（负责人）、杨开发（二线技术人员）、马运行（公司专家）');
    }
    const liu = ByLink.of(() => h.url, await h.mails.expect('liu', '【待办】', caseId));
    expect((await liu.looks()).body).toMatchObject({
      task: {
        facts: [
          { value: { zh: '已解决。更换电源模块后恢复正常', en: 'Solved. 更换电源模块后恢复正常' } },
          { value: '批次缺陷' },
          { value: '新到模块先查批次' },
        ],
      },
    });
    await liu.decides('approve');
    const row = await h.ended(caseId);
    expect(row).toMatchObject({ state: 'completed', priority: 'urgent', subject: '大面积故障：全院收费窗口中断' });
    expect(await titles(caseId)).toEqual(['派工单', '会议纪要', '整改报告', '故障原因分析及处理报告', '技术服务单']);
    const { result, solvedAt } = await dataOf(caseId);
    expect(result).toEqual({
      ...{ solved: true, solvedAt, summary: '更换电源模块后恢复正常' },
      workers: 'U-zhao,U-yang,U-ma',
    });
    // Solved is when it was, not when that was reported and confirmed.
    expect(solvedAt! < row.closedAt!.toISOString()).toBe(true);
    for (const who of ['wang', 'zhao', 'yang', 'ma']) await h.mails.expect(who, '【会议纪要】', caseId);
    for (const who of ['wang', 'liu', 'zhao']) await h.mails.expect(who, '【重大维护结束】', caseId);
    // Nobody who worked on it calls the customer back.
    const callback = await h.caseRow(await play.opened(caseId));
    expect(callback).toMatchObject({
      process: 'callback',
      data: {
        request: {
          about: caseId,
          person: 'U-liu',
          workers: ['zhao', 'yang', 'ma'].map((id) => ({ person: `U-${id}` })),
        },
      },
    });
    const { passwordHash } = (await h.db.users.findOne({ username: 'wang' }).lean()) ?? {};
    await h.db.users.updateOne({ username: 'liu' }, { $set: { passwordHash } });
    await h.keepsHistory(caseId, 'major-maintenance-completed');
  });

  it('tells the customer at its rhythm how it stands, until it is solved; who has written nothing is reminded', async () => {
    await h.setPolicy({ amounts: { 'progress-hours': TWO_SECONDS_IN_HOURS } }, majorMaintenanceProcess);
    const caseId = await begun({ level: '2' });
    await h.db.policies.deleteOne({ _id: 'major-maintenance' });
    await play.does('wang', caseId, 'staff');
    const first = await h.mails.expect('liu', '【处理进展】', caseId);
    expect(first.text).toContain('正在处理，暂无新的进展');
    await h.mails.expect('zhao', '【请更新进展】', caseId);
    await play.does('zhao', caseId, 'progress');
    await eventually(() => {
      const told = mailsOf(caseId, 'liu', '处理进展').map(({ text }) => text);
      expect(told.some((text) => text.includes('已定位到电源模块'))).toBe(true);
    }, 200);
    await play.does('zhao', caseId, 'meeting', 'submit', {
      form: { at: new Date().toISOString(), place: '电话会议', minutesBy: 'U-zhao' },
    });
    await play.does('zhao', caseId, 'minutes', 'submit', {
      form: { attendees: '赵工', discussed: '模块', resolved: '更换', signature: true },
    });
    await play.does('zhao', caseId, 'rebuild');
    await play.waitsFor(caseId, 'progress', '2');
    const since = mailsOf(caseId, 'liu', '处理进展').length;
    await eventually(() => {
      const quiet = mailsOf(caseId, 'liu', '处理进展').slice(since);
      expect(quiet.some(({ text }) => text.includes('自上次通报以来暂无新的进展'))).toBe(true);
    }, 200);
    await play.does('zhao', caseId, 'progress', 'submit', { form: { progress: '备件已到，开始更换' } });
    await eventually(() => {
      expect(mailsOf(caseId, 'liu', '处理进展').some(({ text }) => text.includes('备件已到'))).toBe(true);
    }, 200);
    await play.reworked(caseId);
    const { told, rebuilt, progress } = await dataOf(caseId);
    expect(rebuilt.map(({ findings, attempt }) => [attempt, findings])).toEqual([[1, '同样报错，更换模块后消失']]);
    expect(progress.map(({ text, by }) => [text, by.name])).toEqual([
      ['已定位到电源模块，正在调货', '赵工'],
      ['备件已到，开始更换', '赵工'],
    ]);
    // It is solved: nothing is told any more, and nobody is asked how it stands.
    expect((await h.db.tasks.find({ caseId, status: 'open' }).lean()).map(({ step }) => step)).toEqual(['confirm']);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect((await dataOf(caseId)).told).toBe(told);
    expect(mailsOf(caseId, 'liu', '处理进展')).toHaveLength(told);
    await play.does('liu', caseId, 'confirm', 'approve');
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'major-maintenance-progress');
  });

  it('is worked on again where the user does not confirm it', async () => {
    const caseId = await begun({ reason: 'understaffed', level: null });
    await play.worked(caseId);
    await play.does('liu', caseId, 'confirm', 'reject', { comment: '夜间又中断一次' });
    const again = await play.waitsFor(caseId, 'work');
    for (const who of ['wang', 'zhao']) await h.mails.expect(who, '【用户未确认】', caseId);
    expect((await dataOf(caseId)).solvedAt).toBeNull();
    expect(again.item?.facts?.map(({ value }) => value)).toMatchObject([{ zh: '用户未确认：夜间又中断一次' }]);
    await play.waitsFor(caseId, 'progress');
    await play.does('zhao', caseId, 'rebuild');
    await play.reworked(caseId);
    await play.does('liu', caseId, 'confirm', 'approve');
    const row = await h.ended(caseId);
    expect(row.priority).toBe('high');
    expect((await dataOf(caseId)).rebuilt.map(({ attempt }) => attempt)).toEqual([2]);
    await h.keepsHistory(caseId, 'major-maintenance-again');
  });

  it('that cannot be solved is told and reported up, and who leads it decides: another way, then what is arranged instead', async () => {
    const caseId = await begun({ level: '2' });
    await play.does('wang', caseId, 'staff');
    await play.held(caseId);
    const unsolvable = { form: { ...SERVICE_FORMS.work, outcome: 'unsolvable', summary: '等待原厂补丁' } };
    await play.does('zhao', caseId, 'work', 'submit', unsolvable);
    const asked = await play.waitsFor(caseId, 'choose-way');
    expect(asked.item?.facts?.map(({ value }) => value)).toEqual(['等待原厂补丁']);
    for (const who of ['liu', 'wang', 'ding', 'zhao']) {
      const mail = await h.mails.expect(who, '【暂时不能解决】', caseId);
      expect(mail.text).toContain('等待原厂补丁');
    }
    // The customer is told on, and people may be assigned anew.
    await play.does('zhao', caseId, 'progress');
    await play.does('wang', caseId, 'choose-way', 'submit', {
      form: { way: 'again', plan: '请原厂工程师到场', signature: true },
    });
    const again = await play.waitsFor(caseId, 'work');
    expect(again.item?.facts?.map(({ value }) => value)).toEqual(['请原厂工程师到场']);
    await play.does('zhao', caseId, 'work', 'submit', unsolvable);
    await play.does('wang', caseId, 'choose-way', 'submit', {
      form: { way: 'later', plan: '补丁发布后按变更实施，由孙副经理跟进', signature: true },
    });
    await play.does('zhao', caseId, 'write-report', 'submit', { form: MAJOR_REPORT });
    const confirm = await play.waitsFor(caseId, 'confirm');
    expect(confirm.item?.facts?.[0]?.value).toMatchObject({
      zh: '暂时不能解决。等待原厂补丁。后续安排：补丁发布后按变更实施，由孙副经理跟进',
    });
    await play.does('liu', caseId, 'confirm', 'approve');
    await h.ended(caseId);
    expect((await dataOf(caseId)).result).toMatchObject({
      ...{ solved: false, solvedAt: null },
      summary: '等待原厂补丁。后续安排：补丁发布后按变更实施，由孙副经理跟进',
    });
    await h.keepsHistory(caseId, 'major-maintenance-unsolved');
  });

  it('has people assigned anew at any time: a new order, and whoever is in charge now is asked', async () => {
    const caseId = await begun({ level: '2' });
    await play.does('wang', caseId, 'staff');
    await play.held(caseId);
    await play.waitsFor(caseId, 'work');
    const restaffed = (...people: readonly (readonly [string, string])[]) => ({
      form: { people: people.map(([person, part]) => ({ person: `U-${person}`, part })), signature: true },
    });
    // Somebody more, under who is in charge already: what they are asked stays.
    await play.does(
      'wang',
      caseId,
      'restaff',
      'submit',
      restaffed(['zhao', 'lead'], ['yang', 'second-line'], ['gu', 'expert']),
    );
    await play.waitsFor(caseId, 'restaff', '2');
    expect((await play.waitsFor(caseId, 'work')).item).toBeUndefined();
    await h.mails.expect('gu', '【重大维护派工】', caseId);
    // Somebody else is in charge: what the first was asked is withdrawn.
    await play.does('wang', caseId, 'restaff', 'submit', restaffed(['ma', 'lead'], ['gu', 'expert']));
    const work = await play.waitsFor(caseId, 'work', '1.1');
    expect(work.participants[0]?.whom).toEqual({ kind: 'persons', ids: ['U-ma'] });
    expect(await h.db.tasks.countDocuments({ caseId, step: 'work', status: 'withdrawn' })).toBe(1);
    await play.waitsFor(caseId, 'progress', '2');
    expect((await titles(caseId)).filter((title) => title === '派工单')).toHaveLength(3);
    await play.does('ma', caseId, 'work', 'submit', { form: { ...SERVICE_FORMS.work } });
    await play.does('ma', caseId, 'write-report', 'submit', { form: MAJOR_REPORT });
    await play.does('liu', caseId, 'confirm', 'approve');
    await h.ended(caseId);
    expect((await dataOf(caseId)).result?.workers.split(',').sort()).toEqual(['U-gu', 'U-ma', 'U-yang', 'U-zhao']);
    await h.keepsHistory(caseId, 'major-maintenance-restaffed');
  });

  it('is with whoever has taken the work over', async () => {
    const caseId = await begun({ level: '2' });
    await play.does('wang', caseId, 'staff');
    await play.held(caseId);
    const { _id: task } = await play.waitsFor(caseId, 'work');
    await h.as('zhao').post(`/tasks/${task}/transfer`, { to: 'U-ma', reason: '连续工作已久' });
    await play.does('ma', caseId, 'work', 'submit', { form: { ...SERVICE_FORMS.work } });
    const report = await play.waitsFor(caseId, 'write-report');
    expect(report.participants[0]?.whom).toEqual({ kind: 'persons', ids: ['U-ma'] });
    await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '误报' });
    await h.ended(caseId);
  });

  it('that the user says nothing of is closed, and says so; nobody who worked on it confirms it instead', async () => {
    const { deadlines, ...rest } = majorMaintenanceProcess.policy;
    const confirm = { ...deadlines.confirm!, workingDays: undefined, budgetInMs: 3_000, time: 'elapsed' as const };
    const { workingDays: _none, ...soon } = confirm;
    await h.setPolicy({ ...rest, deadlines: { ...deadlines, confirm: soon } }, majorMaintenanceProcess);
    const caseId = await begun({ level: '2' });
    await h.db.policies.deleteOne({ _id: 'major-maintenance' });
    await play.does('wang', caseId, 'staff');
    await play.held(caseId);
    await play.does('zhao', caseId, 'work', 'submit', {
      form: {
        ...SERVICE_FORMS.work,
        actions: [{ at: '2026-11-23T03:00:00.000Z', by: 'U-sun', what: '夜间更换模块' }],
      },
    });
    await play.does('zhao', caseId, 'write-report', 'submit', { form: MAJOR_REPORT });
    const asked = await play.waitsFor(caseId, 'confirm');
    expect(asked.excluded).toEqual(['U-zhao', 'U-yang', 'U-ma', 'U-sun']);
    await h.ended(caseId);
    expect(await dataOf(caseId)).toMatchObject({ isUnanswered: true, result: { solved: true } });
    expect((await dataOf(caseId)).result?.workers).toContain('U-sun');
    await h.keepsHistory(caseId, 'major-maintenance-unanswered');
  });

  it('has exactly one in charge, and nobody twice', async () => {
    const caseId = await begun();
    await play.waitsFor(caseId, 'staff');
    const assigned = async (...people: readonly (readonly [string, string])[]) => {
      const rows = people.map(([person, part]) => ({ person: `U-${person}`, part }));
      const { body } = await h
        .as('wang')
        .decides(caseId, 'staff', 'submit', { form: { people: rows, signature: true } });
      return (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    };
    expect(await assigned(['zhao', 'expert'])).toEqual(['/form/people']);
    expect(await assigned(['zhao', 'lead'], ['ma', 'lead'], ['gu', 'expert'])).toEqual(['/form/people']);
    // 足够人数的二线技术人员和公司技术专家: one alone is not enough.
    expect(await assigned(['zhao', 'lead'], ['ma', 'support'])).toEqual(['/form/people']);
    expect(await assigned(['zhao', 'lead'], ['zhao', 'expert'])).toEqual(['/form/people/1/person']);
    expect(await assigned(['zhao', 'lead'], ['chen', 'expert'])).toEqual(['/form/people/1/person']);
    await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '误报' });
    expect(await h.ended(caseId)).toMatchObject({ state: 'cancelled' });
    await h.keepsHistory(caseId, 'major-maintenance-cancelled');
  });

  it('that a fault opened leaves the report on cause and handling to the fault', async () => {
    const [model] = await h.db.cases.find().limit(1).lean();
    await h.db.cases.create([
      { ...model!, _id: 'GZ-20261123-9001', process: 'fault', state: 'open', subject: '收费中断' },
    ]);
    const caseId = await begun({ from: 'GZ-20261123-9001' });
    await play.worked(caseId);
    expect(await titles(caseId)).toEqual(['派工单', '会议纪要', '整改报告']);
    await play.does('liu', caseId, 'confirm', 'approve');
    await h.ended(caseId);
    // The fault calls back.
    expect((await h.caseRow(caseId)).links ?? []).toEqual([]);
    await h.keepsHistory(caseId, 'major-maintenance-of-fault');
  });
});
