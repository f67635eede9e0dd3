import { Installation } from '../harness/installation';

describe('设备报废审批', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  it('runs from the request to the form: below the set value without finance', async () => {
    const device = await h.device();
    const caseId = await h.as('li').startsScrap(device);
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('chen').submits(caseId, 'receipt');
    await h.mails.expect('wang', '【待办】', caseId);
    await h.as('wang').approves(caseId, 'manager-review', { comment: '情况属实，同意报废' });
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('chen').approves(caseId, 'department-review');
    await h.mails.expect('li', '【待办】', caseId);
    await h.mails.expect('zhao', '【待办】', caseId);
    await h.as('li').submits(caseId, 'wipe');

    const row = await h.ended(caseId);
    expect(row.state).toBe('completed');
    expect(row.documents.map((document) => document.title)).toEqual(['设备报废审批单']);
    expect(await h.db.devices.findById(device).lean()).toMatchObject({ state: 'scrapped', scrappedBy: caseId });
    await h.mails.expect('li', '【办结】', caseId);
    await h.mails.nothingElse(caseId);
    expect(await h.story(caseId)).toEqual([
      'case-started register',
      'stage-entered register',
      'clock-started register',
      'stage-entered hand-back',
      'task-opened receipt',
      'task-completed receipt',
      'stage-entered manager-review',
      'task-opened manager-review',
      'task-completed manager-review',
      'stage-entered department-review',
      'task-opened department-review',
      'task-completed department-review',
      'stage-entered finance-review',
      'stage-entered wipe',
      'task-opened wipe',
      'task-completed wipe',
      'stage-entered archive',
      'document-filed 设备报废审批单',
      'device-scrapped archive',
      'case-closed completed',
    ]);
    await h.keepsHistory(caseId, 'scrap-approved');
  });

  it('asks finance from 10,000 yuan on, by the device record even when the request states less', async () => {
    const device = await h.device({ valueInYuan: 10_000 });
    const caseId = await h.as('li').startsScrap(device, { valueInYuan: 10 });
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').approves(caseId, 'manager-review');
    await h.as('chen').approves(caseId, 'department-review');
    expect((await h.caseRow(caseId)).stage).toBe('finance-review');
    await h.mails.expect('zhou', '【待办】', caseId);
    await h.as('zhou').approves(caseId, 'finance-review');
    await h.as('li').submits(caseId, 'wipe');
    expect((await h.ended(caseId)).state).toBe('completed');
    await h.keepsHistory(caseId, 'scrap-approved-by-finance');
  });

  it.each([
    ['manager-review', 'wang', []],
    ['department-review', 'chen', ['manager-review']],
    ['finance-review', 'zhou', ['manager-review', 'department-review']],
  ] as const)(
    'is refused at %s: the form is filed, the device stays on the books and may be applied for again',
    async (step, who, before) => {
      const device = await h.device({ valueInYuan: 50_000 });
      const caseId = await h.as('li').startsScrap(device);
      await h.as('chen').submits(caseId, 'receipt');
      for (const earlier of before)
        await h.as(earlier === 'manager-review' ? 'wang' : 'chen').approves(caseId, earlier);
      await h.as(who).rejects(caseId, step, '仍可维修，不同意报废');
      const row = await h.ended(caseId);
      expect(row.state).toBe('rejected');
      expect(row.documents).toHaveLength(1);
      expect(await h.db.devices.findById(device).lean()).toMatchObject({ state: 'in-use' });
      const mail = await h.mails.expect('li', '【办结】', caseId);
      expect(mail.text).toContain('未获批准');
      await h.keepsHistory(caseId, `scrap-refused-${step}`);
      await expect(h.as('li').startsScrap(device)).resolves.toMatch(/^BF-/);
    },
  );

  it('is sent back to the applicant, who amends it; what was decided before is void and asked again', async () => {
    const device = await h.device();
    const caseId = await h.as('li').startsScrap(device);
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').returns(caseId, 'manager-review', 'register', '请补充厂商鉴定意见');
    const mail = await h.mails.expect('li', '【待办】', caseId);
    expect(mail.text).toContain('请补充厂商鉴定意见');
    const statement = await h.as('li').uploads('厂商鉴定.txt');
    const form = {
      reason: '厂商鉴定不可修复',
      evidenceKind: 'maker-statement',
      evidence: [statement],
      valueInYuan: 2_800,
    };
    await h.as('li').submits(caseId, 'amend', { form });
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').approves(caseId, 'manager-review');
    await h.as('chen').returns(caseId, 'department-review', 'manager-review', '请项目经理核实原值');
    expect((await h.mails.expect('li', '【退回】', caseId)).text).toContain('退回至“项目经理审批”');
    await h.as('wang').approves(caseId, 'manager-review', { comment: '已核实' });
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    const row = await h.ended(caseId);
    expect(row).toMatchObject({
      state: 'completed',
      round: 3,
      data: { request: { reason: '厂商鉴定不可修复', device } },
    });
    const tasks = await h.db.tasks.find({ caseId }).sort({ openedAt: 1, _id: 1 }).lean();
    expect(tasks.map((task) => `${task._id.slice(caseId.length + 1)}${task.isVoid ? ' void' : ''}`)).toEqual([
      'receipt.1 void',
      'manager-review.1 void',
      'amend.1',
      'receipt.2',
      'manager-review.2 void',
      'department-review.1 void',
      'manager-review.3',
      'department-review.2',
      'wipe.1',
    ]);
    await h.keepsHistory(caseId, 'scrap-sent-back');
  });

  it('is withdrawn by the applicant while nobody has approved, and the device may be applied for again', async () => {
    const device = await h.device();
    const caseId = await h.as('li').startsScrap(device);
    await h.mails.expect('chen', '【待办】', caseId);
    expect((await h.as('wang').post(`/cases/${caseId}/withdraw`, { reason: '不是我的' })).status).toBe(403);
    expect((await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '设备已修复' })).status).toBe(200);
    expect(await h.ended(caseId)).toMatchObject({ state: 'withdrawn', closing: '设备已修复' });
    await h.mails.expect('chen', '【撤销】', caseId);
    await h.mails.expect('li', '【办结】', caseId);
    await h.mails.nothingElse(caseId);
    expect(await h.as('chen').inbox(caseId)).toEqual([]);
    await h.keepsHistory(caseId, 'scrap-withdrawn');
    await expect(h.as('li').startsScrap(device)).resolves.toMatch(/^BF-/);
  });

  it('cannot be withdrawn once somebody has approved, but a project manager may cancel it with a reason', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').approves(caseId, 'manager-review');
    expect(await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '算了' })).toMatchObject({
      status: 409,
      body: { code: 'already-decided' },
    });
    expect((await h.as('zhao').post(`/cases/${caseId}/cancel`, { reason: '越权' })).status).toBe(403);
    expect((await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '' })).status).toBe(422);
    expect((await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '合同终止' })).status).toBe(200);
    expect(await h.ended(caseId)).toMatchObject({ state: 'cancelled', closing: '合同终止' });
    await h.keepsHistory(caseId, 'scrap-cancelled');
  });

  it('can be claimed, so that the others no longer see it, and transferred, so that only the new person has it', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    await h.as('wang').approves(caseId, 'manager-review');
    await h.as('chen').approves(caseId, 'department-review');
    const task = await h.as('zhao').taskOf(caseId, 'wipe');
    expect((await h.as('zhao').post(`/tasks/${task}/claim`, {})).status).toBe(200);
    expect(await h.as('li').inbox(caseId)).toEqual([]);
    expect(await h.as('li').decides(caseId, 'wipe', 'submit')).toMatchObject({
      status: 409,
      body: { code: 'task-claimed' },
    });
    expect((await h.caseRow(caseId)).waiting).toMatchObject({ assignee: { name: '赵工' } });
    const to = await h.as('li').id();
    expect((await h.as('zhao').post(`/tasks/${task}/transfer`, { to, reason: '出差' })).status).toBe(200);
    expect(await h.as('zhao').inbox(caseId)).toEqual([]);
    await h.as('li').submits(caseId, 'wipe');
    expect((await h.ended(caseId)).state).toBe('completed');
    await h.keepsHistory(caseId, 'scrap-claimed-and-transferred');
  });
});
