import type { AuditAnswer, CutoverData } from '../../models/contracts/change-cutover-run';
import { CutoverPlay } from '../harness/cutover';
import { changeBody, planForm, TESTED } from '../harness/cutover-forms';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

describe('变更割接: what has to be agreed to before', () => {
  let h: Installation;
  let play: CutoverPlay;
  beforeAll(async () => {
    // Freeze windows are the public holidays of the company's calendar.
    h = await Installation.start({ COMPANY_CALENDAR: '5x8' });
    play = new CutoverPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const dataOf = async (caseId: string) => (await h.caseRow(caseId)).data as unknown as CutoverData;
  const stands = async (caseId: string, stage: string) =>
    await eventually(async () => {
      const { stage: now } = await h.caseRow(caseId);
      if (now !== stage) throw new Error(`${caseId} is at ${now}`);
    });
  const asks = async (caseId: string, step: string) =>
    await eventually(async () => {
      const open = await h.db.tasks.countDocuments({ caseId, step, status: 'open' });
      if (open === 0) throw new Error(`${step} is not asked`);
    });
  const answered = (audit: readonly AuditAnswer[], answer: AuditAnswer['answer']) =>
    audit.filter((one) => one.answer === answer).map(({ question }) => question);

  it('a window in a public holiday is the maintenance manager’s to accept', async () => {
    const caseId = await play.planned({
      from: new Date('2027-01-01T14:00:00Z'),
      to: new Date('2027-01-01T15:30:00Z'),
    });
    await stands(caseId, 'clash-review');
    await eventually(async () => {
      const task = await h.db.tasks.findOne({ caseId, step: 'clash-review' }).lean();
      const value = { zh: '2027-01-01 元旦', en: "2027-01-01 New Year's Day" };
      expect(task?.item?.facts).toEqual([{ label: expect.anything() as unknown, value }]);
    });
    await h.as('tang').returns(caseId, 'clash-review', 'plan', '改到节后');
    const plan = planForm({ from: new Date('2027-01-05T14:00:00Z'), to: new Date('2027-01-05T15:30:00Z') });
    await h.as('li').submits(caseId, 'plan', { form: plan });
    await stands(caseId, 'testing');
  });

  it('of two overlapping cutovers of one system the second is refused or accepted; other systems and times are free', async () => {
    const times = { from: new Date('2027-03-03T14:00:00Z'), to: new Date('2027-03-03T15:30:00Z') };
    const system = '检验系统';
    const first = await play.planned(times, { system });
    await stands(first, 'testing');
    const second = await play.planned(times, { system });
    await stands(second, 'clash-review');
    await asks(second, 'clash-review');
    const asked = await h.db.tasks.findOne({ caseId: second, step: 'clash-review' }).lean();
    // When that is, it says on the clocks of the company.
    expect(asked?.item?.facts?.[0]?.value).toEqual({
      zh: expect.stringContaining('2027年3月3日 22:00 – 2027年3月3日 23:30') as unknown,
      en: expect.stringContaining('2027-03-03 22:00 – 2027-03-03 23:30') as unknown,
    });
    await h.as('tang').approves(second, 'clash-review');
    expect((await dataOf(second)).clashes?.cases).toMatchObject([{ id: first }]);
    await stands(second, 'testing');
    const later = { from: times.to, to: new Date('2027-03-03T16:30:00Z') };
    await stands(await play.planned(later, { system }), 'testing');
    await stands(await play.planned(times, { system: '病案系统' }), 'testing');
  });

  it('two that are planned at the same moment do not miss each other', async () => {
    const times = { from: new Date('2027-03-10T14:00:00Z'), to: new Date('2027-03-10T15:30:00Z') };
    const cases = await Promise.all([1, 2].map(async () => await play.planned(times, { system: '影像系统' })));
    await eventually(async () => {
      const rows = await Promise.all(cases.map(async (id) => await h.caseRow(id)));
      if (!rows.some(({ stage }) => stage === 'clash-review')) throw new Error(rows.map((row) => row.stage).join());
    });
  });

  it('a device that another cutover works on is a clash too; once that is cancelled it is none', async () => {
    const device = await h.device();
    const times = { from: new Date('2027-04-14T14:00:00Z'), to: new Date('2027-04-14T15:30:00Z') };
    const first = await play.planned(times, { devices: [{ device }] });
    await stands(first, 'testing');
    await h.as('wang').post(`/cases/${first}/cancel`, { reason: '不再需要' });
    await h.ended(first);
    await stands(await play.planned(times, { devices: [{ device }] }), 'testing');
    const third = await play.planned(times, { devices: [{ device }] });
    await stands(third, 'clash-review');
  });

  it('one system is one, however it is written, and by the devices that belong to it; and as long as the other is observed', async () => {
    const times = { from: new Date('2027-06-02T14:00:00Z'), to: new Date('2027-06-02T15:30:00Z') };
    const first = await play.planned({ ...times, observationHours: 12 }, { system: '病理 (Lab-1) 系统' });
    await stands(first, 'testing');
    const spelt = await play.planned(times, { system: '病理（ＬＡＢ１）系统' });
    await stands(spelt, 'clash-review');
    const device = await h.device({ businessSystem: '病理Lab1系统' });
    await stands(await play.planned(times, { system: '服务器', devices: [{ device }] }), 'clash-review');
    const observed = { from: new Date('2027-06-02T20:00:00Z'), to: new Date('2027-06-02T21:00:00Z') };
    await stands(await play.planned(observed, { system: '病理lab1系统' }), 'clash-review');
    const afterwards = { from: new Date('2027-06-03T04:00:00Z'), to: new Date('2027-06-03T05:00:00Z') };
    await stands(await play.planned(afterwards, { system: '病理lab1系统' }), 'testing');
  });

  it('what came since it was agreed to is asked about before the window begins; what was accepted is not asked again', async () => {
    const system = '手术麻醉系统';
    const first = await play.planned({ steps: 1 }, { system });
    await stands(first, 'testing');
    const second = await play.planned({ steps: 1 }, { system });
    await stands(second, 'clash-review');
    await h.as('tang').approves(second, 'clash-review');
    await play.agreed(first);
    await stands(first, 'window');
    await h.as('tang').approves(first, 'clash-review');
    expect((await dataOf(first)).clashes?.cases).toMatchObject([{ id: second }]);
    await play.agreed(second);
    await stands(second, 'cutover');
    await h.as('zhao').approves(first, 'backup');
    await play.does(first, 1, 1);
    await play.ends(first);
    expect(await h.db.tasks.countDocuments({ caseId: first, step: 'clash-review' })).toBe(1);
    expect(await h.db.tasks.countDocuments({ caseId: second, step: 'clash-review' })).toBe(1);
    await h.keepsHistory(first, 'change-cutover-clash-accepted');
  });

  it('tests have passed where all that is planned was tested and passed; a fault is pointed at', async () => {
    const caseId = await play.planned();
    await asks(caseId, 'test');
    const [one, two] = TESTED.results;
    const failed = { ...two, result: 'failed' };
    for (const [results, pointer] of [
      [[one, failed], '/form/results/1/result'],
      [[one], '/form/results'],
    ] as const) {
      const answer = await h.as('li').decides(caseId, 'test', 'approve', { form: { ...TESTED, results } });
      expect(answer).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
    }
    const told = await h.as('li').decides(caseId, 'test', 'reject', {
      comment: '收费金额不对',
      form: { ...TESTED, results: [one, failed] },
    });
    expect(told.status).toBe(200);
    await stands(caseId, 'plan');
    const mail = await h.mails.expect('li', '【退回】', caseId);
    expect(mail.text).toContain('测试不通过：收费金额不对');
  });

  it('who passed their own test may still withdraw it; after the first of the four has signed they may not', async () => {
    const [free, signed] = [await play.planned(), await play.planned()];
    for (const caseId of [free, signed]) await h.as('li').approves(caseId, 'test', { form: TESTED });
    await stands(free, 'sign-off');
    expect((await h.as('li').get(`/cases/${free}`)).body).toMatchObject({ may: { withdraw: true } });
    expect((await h.as('li').post(`/cases/${free}/withdraw`, { reason: '不再需要' })).status).toBe(200);
    await h.as('yang').approves(signed, 'sign-off');
    expect((await h.as('li').post(`/cases/${signed}/withdraw`, { reason: '不再需要' })).status).toBe(409);
  });

  it('tests that fail lead back to the plan; nobody signs off what was not tested', async () => {
    const caseId = await play.planned();
    await h.as('li').rejects(caseId, 'test', '收费金额不对');
    await h.as('li').submits(caseId, 'plan', { form: planForm() });
    await stands(caseId, 'testing');
    await h.as('li').approves(caseId, 'test', { form: TESTED });
    await play.signedOff(caseId);
    await stands(caseId, 'gate');
    const plans = await h.db.tasks.find({ caseId, step: 'plan' }).lean();
    expect(plans.map(({ round }) => round).sort()).toEqual([1, 2]);
  });

  it('one of the four refuses, and it is refused; the applicant is none of them', async () => {
    const caseId = await play.planned();
    await h.as('li').approves(caseId, 'test', { form: TESTED });
    await h.as('yang').approves(caseId, 'sign-off');
    await h.as('tang').rejects(caseId, 'sign-off', '测试不充分');
    expect((await h.ended(caseId)).state).toBe('rejected');
    await h.keepsHistory(caseId, 'change-cutover-refused');
  });

  it('without the user lead’s approval nothing is begun; a refusal ends it', async () => {
    const caseId = await play.planned();
    await h.as('li').approves(caseId, 'test', { form: TESTED });
    await play.signedOff(caseId);
    await stands(caseId, 'gate');
    await eventually(async () => {
      expect((await h.caseRow(caseId)).documents.map(({ title }) => title)).toEqual(['测试报告', '割接计划']);
    });
    await h.as('liu').rejects(caseId, 'user-approval', '月底结账，暂缓');
    expect((await h.ended(caseId)).state).toBe('rejected');
  });

  it('waits for its window, may be cancelled until then, and not after it has begun', async () => {
    const waits = await play.approved({ from: new Date('2027-05-12T14:00:00Z'), to: new Date('2027-05-12T15:30:00Z') });
    await stands(waits, 'window');
    const shown = await h.as('li').get<{ waitingFor: { zh: string } }>(`/cases/${waits}`);
    expect(JSON.stringify(shown.body)).toContain('等待割接窗口开始（2027年5月12日 22:00）。');
    expect((await h.as('wang').post(`/cases/${waits}/cancel`, { reason: '不做了' })).status).toBe(200);
    const begun = await play.begun(1);
    expect((await h.as('wang').post(`/cases/${begun}/cancel`, { reason: '不做了' })).status).toBe(409);
  });

  it('says what it waits for also once it has looked whether something stands in the way', async () => {
    const from = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 600_000);
    const waits = await play.approved({ from, to: new Date(from.getTime() + 3_600_000) });
    await eventually(async () => {
      expect((await h.caseRow(waits)).waiting).toEqual({ kind: 'instant', name: 'window', at: from.toISOString() });
    });
    expect((await h.as('wang').post(`/cases/${waits}/cancel`, { reason: '不做了' })).status).toBe(200);
    await h.ended(waits);
    await h.keepsHistory(waits, 'change-cutover-waits');
  });

  it('what is agreed to after the end of its window is planned anew', async () => {
    const caseId = await play.planned({ steps: 1, minutes: 0.1, to: new Date(Date.now() + 7_000) });
    await h.as('li').approves(caseId, 'test', { form: TESTED });
    await play.signedOff(caseId);
    await stands(caseId, 'gate');
    await new Promise((over) => setTimeout(over, 7_000));
    await h.as('liu').approves(caseId, 'user-approval');
    await stands(caseId, 'plan');
    const mail = await h.mails.expect('li', '【退回】', caseId);
    expect(mail.text).toContain('批准时割接窗口已经结束');
    expect(mail.text).not.toContain('刘处长已退回');
    // Only the window moves: what was tested and signed off stands, and only the user lead is asked again.
    await h.as('li').submits(caseId, 'plan', { form: planForm({ steps: 1, minutes: 0.1 }) });
    await asks(caseId, 'user-approval');
    expect(await h.db.tasks.countDocuments({ caseId, step: { $in: ['test', 'sign-off'] } })).toBe(2);
    await h.as('liu').returns(caseId, 'user-approval', 'plan', '步骤不清楚');
    await asks(caseId, 'plan');
    await h.as('li').submits(caseId, 'plan', { form: planForm({ steps: 2 }) });
    await stands(caseId, 'testing');
  });

  it('what is done and reported is no vote: 加签 would lose its form', async () => {
    const caseId = await play.approved({ steps: 1 });
    await asks(caseId, 'backup');
    const backup = await h.as('zhao').taskOf(caseId, 'backup');
    const { body } = await h.as('zhao').get<{ may: { addVoter: string[] } }>(`/tasks/${backup}`);
    expect(body.may.addVoter).toEqual([]);
    const added = await h.as('zhao').post(`/tasks/${backup}/seats`, { to: 'U-li', place: 'after', reason: '复核' });
    expect(added).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  it('a plan that says more than another window is tested again', async () => {
    const caseId = await play.approved({ steps: 2 });
    await h.as('zhao').rejects(caseId, 'backup', '磁盘空间不足');
    await asks(caseId, 'plan');
    await h.as('li').submits(caseId, 'plan', { form: planForm({ steps: 3 }) });
    await asks(caseId, 'test');
    await h.as('li').approves(caseId, 'test', { form: TESTED });
    await stands(caseId, 'sign-off');
  });

  it('an emergency is let through by the maintenance manager, tested and approved afterwards; the audit says so', async () => {
    const caseId = await play.planned({ steps: 1 }, { kind: 'emergency' });
    expect((await h.caseRow(caseId)).priority).toBe('urgent');
    await h.as('tang').approves(caseId, 'emergency-go');
    const mail = await h.mails.expect('liu', '【紧急割接】', caseId);
    expect(mail.text).toContain('窗口开始');
    expect((await h.caseRow(caseId)).documents.map(({ title }) => title)).toEqual(['割接计划']);
    await h.as('zhao').approves(caseId, 'backup');
    await play.does(caseId, 1, 1);
    await h.as('ma').approves(caseId, 'verify');
    await h.as('ma').approves(caseId, 'observed');
    await play.reported(caseId);
    await h.as('li').approves(caseId, 'late-test', { form: TESTED });
    await play.signedOff(caseId, 'late-sign-off');
    await h.as('liu').approves(caseId, 'late-approval');
    await play.documented(caseId);
    const row = await h.ended(caseId);
    expect(row.state).toBe('completed');
    const { audit } = await dataOf(caseId);
    expect(answered(audit, 'no')).toEqual(['change-2', 'cutover-1', 'cutover-2', 'cutover-3', 'cutover-4']);
    await h.keepsHistory(caseId, 'change-cutover-emergency');
  });

  it('what is refused afterwards is on record, and the audit says so', async () => {
    const caseId = await play.planned({ steps: 1 }, { kind: 'emergency' });
    await h.as('tang').approves(caseId, 'emergency-go');
    await h.as('zhao').approves(caseId, 'backup');
    await play.does(caseId, 1, 1);
    await h.as('ma').approves(caseId, 'verify');
    await h.as('ma').approves(caseId, 'observed');
    await play.reported(caseId);
    await h.as('li').rejects(caseId, 'late-test', '报表漏了一列');
    await h.as('tang').rejects(caseId, 'late-sign-off', '测试不通过');
    await h.as('liu').rejects(caseId, 'late-approval', '事先可以测试');
    await play.documented(caseId);
    expect((await h.ended(caseId)).state).toBe('completed');
    expect(answered((await dataOf(caseId)).audit, 'no')).toContain('change-1');
    await h.keepsHistory(caseId, 'change-cutover-late-refusal');
  });

  it('of an emergency in a holiday the maintenance manager is asked once, at once, where it is let through', async () => {
    const window = { from: new Date('2027-01-01T14:00:00Z'), to: new Date('2027-01-01T15:30:00Z') };
    const caseId = await play.planned(window, { kind: 'emergency' });
    await stands(caseId, 'gate');
    await eventually(async () => {
      const task = await h.db.tasks.findOne({ caseId, step: 'emergency-go' }).lean();
      expect(task?.item?.facts).toMatchObject([{ value: { zh: '2027-01-01 元旦' } }]);
      expect(task?.clock?.time).toBe('elapsed');
    });
    await h.as('tang').approves(caseId, 'emergency-go');
    await stands(caseId, 'window');
    expect(await h.db.tasks.countDocuments({ caseId, step: 'clash-review' })).toBe(0);
  });

  describe('a standard change', () => {
    const system = '体检系统';
    let model: string;
    beforeAll(async () => {
      model = await play.begun(1, { steps: 1 }, { system });
      await play.ends(model);
    });

    it('repeats one that went well: its plan, its tests and sign-off, for which QA answers', async () => {
      const caseId = await h.as('li').starts(changeBody({ kind: 'standard', model, system: ' 体检 系统' }));
      const task = await eventually(async () => {
        const row = await h.db.tasks.findOne({ caseId, step: 'plan' }).lean();
        if (!row) throw new Error('not yet');
        return row;
      });
      const { from: _from, to: _to, ...repeated } = planForm({ steps: 1 });
      expect(task.prefill).toEqual(repeated);
      await h.as('li').submits(caseId, 'plan', { form: planForm({ steps: 1 }) });
      await h.as('liu').approves(caseId, 'user-approval');
      await h.as('zhao').approves(caseId, 'backup');
      await play.does(caseId, 1, 1);
      await h.as('ma').approves(caseId, 'verify');
      await h.as('ma').approves(caseId, 'observed');
      await play.reported(caseId);
      await play.documented(caseId);
      for (let question = 1; question <= 5; question += 1) await h.as('shen').submits(caseId, 'audit');
      expect((await h.ended(caseId)).state).toBe('completed');
      expect(answered((await dataOf(caseId)).audit, 'no')).toEqual([]);
      await h.keepsHistory(caseId, 'change-cutover-standard');

      // One that repeats another was tested and signed off nowhere itself.
      const copy = await h.as('li').post('/cases', changeBody({ kind: 'standard', model: caseId, system }));
      expect(copy).toMatchObject({ status: 422, body: { errors: [{ pointer: '/form/model' }] } });
    });

    it('is one of the same system, also when the request is amended', async () => {
      const other = await h.as('li').post('/cases', changeBody({ kind: 'standard', model, system: '病案系统' }));
      expect(other).toMatchObject({ status: 422, body: { errors: [{ pointer: '/form/model' }] } });
      const caseId = await h.as('li').starts(changeBody({ kind: 'standard', model, system }));
      await h.as('li').submits(caseId, 'plan', { form: planForm({ steps: 1 }) });
      await h.as('liu').returns(caseId, 'user-approval', 'request', '写明影响');
      const { customer: _customer, kind: _kind, ...analysis } = changeBody({ model, system }).form;
      const amends = async (change: object) =>
        await h.as('li').decides(caseId, 'amend', 'submit', { form: { ...analysis, ...change } });
      for (const [change, pointer] of [
        [{ system: '病案系统' }, '/form/model'],
        [{ model: undefined }, '/form/model'],
        [{ devices: [{ device: 'D-0006' }] }, '/form/devices/0/device'],
      ] as const)
        expect(await amends(change)).toMatchObject({ status: 422, body: { errors: [{ pointer }] } });
      expect((await amends({ reach: '影响体检中心一个窗口' })).status).toBe(200);
    });
  });

  describe('is refused, with a pointer', () => {
    it.each([
      ['a standard change without what it repeats', { kind: 'standard' }, '/form/model'],
      ['a model that is none', { kind: 'standard', model: 'GJ-20260101-0001' }, '/form/model'],
      ['no analysis of its reach', { reach: ' ' }, '/form/reach'],
      ['a device of another customer', { devices: [{ device: 'D-0006' }] }, '/form/devices/0/device'],
      ['a customer whom the applicant does not serve', { customer: 'C-0003' }, '/form/customer'],
    ])('%s', async (_, request, pointer) => {
      const answer = await h.as('zhao').post('/cases', changeBody(request));
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ pointer }]);
    });

    it.each([
      ['a window that ends before it begins', { to: new Date(Date.now() - 120_000).toISOString() }, '/form/to'],
      ['a window that began an hour ago', { from: new Date(Date.now() - 3_600_000).toISOString() }, '/form/from'],
      ['steps that take longer than the window', { steps: planForm({ minutes: 60 }).steps }, '/form/steps'],
      ['a point of no return after a step that there is not', { noReturnAfter: 7 }, '/form/noReturnAfter'],
      ['a step by nobody', { steps: [{ ...planForm().steps[0], by: 'U-nobody' }] }, '/form/steps/0/by'],
      ['a step by the customer', { steps: [{ ...planForm().steps[0], by: 'U-chen' }] }, '/form/steps/0/by'],
      ['a step without an undo', { steps: [{ ...planForm().steps[0], undo: '' }] }, '/form/steps/0/undo'],
      ['somebody of the customer’s on watch', { watch: 'U-liu' }, '/form/watch'],
      ['no test at all', { tests: [] }, '/form/tests'],
    ])('%s', async (_, change, pointer) => {
      const caseId = await h.as('li').starts(changeBody());
      const answer = await h.as('li').decides(caseId, 'plan', 'submit', { form: { ...planForm(), ...change } });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ pointer }]);
    });
  });
});
