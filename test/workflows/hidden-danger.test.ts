import { Installation } from '../harness/installation';
import type { Person } from '../harness/person';
import { ServicePlay } from '../harness/service';
import { dangerBody, SERVICE_FORMS } from '../harness/service-forms';

describe('隐患处理', () => {
  let h: Installation;
  let play: ServicePlay;
  let expert: Person | undefined;
  beforeAll(async () => {
    h = await Installation.start();
    play = new ServicePlay(h);
    [expert] = await h.crowd('second-line', 1);
  });
  afterAll(async () => {
    await h.stop();
  });

  const found = async (request: Readonly<Record<string, unknown>> = {}) => await h.as('li').starts(dangerBody(request));
  const judged = (change: Readonly<Record<string, unknown>>) => ({ form: { ...SERVICE_FORMS.judge, ...change } });
  const SEVERE = judged({ severity: 'severe', reason: 'unsolved', level: '1' });
  const judges = async (caseId: string, words = {}) => {
    await play.does(expert!, caseId, 'judge', 'submit', words);
  };
  const titles = async (caseId: string) => (await h.caseRow(caseId)).documents.map(({ title }) => title);
  const resultOf = async (caseId: string) => (await h.caseRow(caseId)).data.result;

  it('is reported at once, judged by the second line, met by measures, each verified by somebody else', async () => {
    const device = await h.device();
    const caseId = await found({ devices: [{ device }] });
    await play.waitsFor(caseId, 'judge');
    expect(await titles(caseId)).toEqual(['系统隐患报告']);
    await judges(caseId);
    await play.measuresSet('wang', caseId, 'zhao', 'wang');
    await play.carriesOut(caseId, 'zhao');
    await play.does('wang', caseId, 'verify-measure', 'reject', { comment: '没有更换记录' });
    await play.waitsFor(caseId, 'carry-out', '1.2');
    await play.carriesOut(caseId, 'zhao');
    await play.verifies('wang', caseId);
    await play.carriesOut(caseId, 'wang');
    // Who leads the project does not verify their own measure.
    expect((await play.waitsFor(caseId, 'verify-measure', '2')).excluded).toContain('U-wang');
    await play.verifies('sun', caseId);
    const row = await h.ended(caseId);
    expect(row).toMatchObject({ state: 'completed', priority: 'high', subject: '隐患：主机电源模块告警' });
    expect(await titles(caseId)).toEqual(['系统隐患报告', '系统隐患分析报告', '系统隐患分析报告']);
    expect(await resultOf(caseId)).toEqual({
      severity: 'ordinary',
      solved: true,
      summary: '更换模块（zhao）；更换模块（wang）',
    });
    await h.keepsHistory(caseId, 'hidden-danger-measures');
  });

  it('that is none is closed with the reason', async () => {
    const caseId = await found();
    expect((await play.waitsFor(caseId, 'judge')).excluded).toContain('U-li');
    await judges(caseId, judged({ severity: 'none', analysis: '告警灯为误报，固件升级后消失' }));
    for (const who of ['li', 'wang']) await h.mails.expect(who, '【不构成隐患】', caseId);
    await h.ended(caseId);
    expect(await resultOf(caseId)).toMatchObject({ severity: 'none', summary: '告警灯为误报，固件升级后消失' });
    await h.keepsHistory(caseId, 'hidden-danger-none');
  });

  it('that is severe goes to major maintenance, and project manager and user are told; it ends as that does', async () => {
    const device = await h.device();
    const caseId = await found({ devices: [{ device }], description: '主'.repeat(2_500) });
    await play.waitsFor(caseId, 'judge');
    const bare = await expert!.decides(caseId, 'judge', 'submit', judged({ severity: 'severe' }));
    expect((bare.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(['/form/reason']);
    // Both are long: the major maintenance has as much of each as it takes.
    await judges(caseId, { form: { ...SEVERE.form, reach: '收'.repeat(2_500) } });
    for (const who of ['wang', 'liu']) await h.mails.expect(who, '【严重隐患】', caseId);
    const major = await play.opened(caseId);
    expect(await h.caseRow(major)).toMatchObject({
      process: 'major-maintenance',
      ...{ priority: 'urgent', origin: caseId, applicant: { id: 'U-crowd-1' } },
      data: { request: { from: caseId, level: '1', devices: [{ device }] } },
    });
    await play.worked(major);
    await play.does('liu', major, 'confirm', 'approve');
    await h.ended(major);
    const row = await h.ended(caseId);
    expect(row.links).toMatchObject([{ caseId: major, state: 'completed', result: { solved: true } }]);
    expect(await resultOf(caseId)).toEqual({ severity: 'severe', solved: true, summary: '更换电源模块后恢复正常' });
    await h.keepsHistory(caseId, 'hidden-danger-severe');
    await h.keepsHistory(major, 'major-maintenance-of-danger');
  });

  it('that major maintenance has not solved is met by measures', async () => {
    const caseId = await found();
    await judges(caseId, SEVERE);
    const major = await play.opened(caseId);
    await play.waitsFor(major, 'staff');
    await h.as('wang').post(`/cases/${major}/cancel`, { reason: '改为分期更换' });
    const task = await play.waitsFor(caseId, 'measures');
    expect(task.item?.facts?.[0]?.value).toBe(major);
    await play.measuresSet('wang', caseId, 'zhao');
    await play.carriesOut(caseId, 'zhao');
    await play.verifies('wang', caseId);
    await h.ended(caseId);
    expect(await resultOf(caseId)).toMatchObject({ severity: 'severe', solved: true });
    await h.keepsHistory(caseId, 'hidden-danger-unsolved');
  });

  it('whose major maintenance cannot be opened is shown to who leads the project, with the reason', async () => {
    const device = await h.device();
    const caseId = await found({ devices: [{ device }] });
    await h.db.devices.updateOne({ _id: device }, { $set: { customerId: 'C-0002' } });
    await judges(caseId, SEVERE);
    const task = await play.waitsFor(caseId, 'open-major');
    expect(JSON.stringify(task.item?.facts?.[0]?.value)).toContain(device);
    await play.does('wang', caseId, 'open-major');
    expect((await play.waitsFor(caseId, 'open-major', '2')).prefill).toMatchObject({ reason: 'unsolved', level: '1' });
    await h.db.devices.updateOne({ _id: device }, { $set: { customerId: 'C-0001' } });
    await play.does('wang', caseId, 'open-major');
    const major = await play.opened(caseId);
    expect((await h.caseRow(major)).applicant.id).toBe('U-wang');
    const taken = await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '误报' });
    expect([taken.status, taken.body.code]).toEqual([409, 'wrong-state']);
    await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '演练' });
    await h.ended(caseId);
    await h.mails.expect('zheng', '【关联流程仍在办】', caseId);
    await h.keepsHistory(caseId, 'hidden-danger-refused');
  });

  it.each([
    [
      'a device of another customer',
      async () => ({ devices: [{ device: await h.device({ customerId: 'C-0002' }) }] }),
      '/form/devices/0/device',
    ],
    ['no description', () => ({ description: ' ' }), '/form/description'],
    ['a case that nobody knows', () => ({ from: 'GZ-20260101-0001' }), '/form/from'],
  ])('with %s is refused', async (_which, request, pointer) => {
    const answer = await h.as('zheng').post('/cases', dangerBody(await request()));
    expect(answer.status).toBe(422);
    expect((answer.body.errors as { pointer: string }[]).map((fault) => fault.pointer)).toEqual([pointer]);
  });

  it('finance and customers report none', async () => {
    for (const who of ['zhou', 'liu']) expect((await h.as(who).post('/cases', dangerBody())).status).toBe(403);
  });
});
