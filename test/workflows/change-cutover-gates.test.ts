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
      expect(task?.item?.facts).toEqual([{ label: expect.anything() as unknown, value: '2027-01-01 元旦' }]);
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

  it('what is agreed to after the end of its window is planned anew', async () => {
    const caseId = await play.planned({ steps: 1, minutes: 0.1, to: new Date(Date.now() + 7_000) });
    await h.as('li').approves(caseId, 'test', { form: TESTED });
    await play.signedOff(caseId);
    await stands(caseId, 'gate');
    await new Promise((over) => setTimeout(over, 7_000));
    await h.as('liu').approves(caseId, 'user-approval');
    await stands(caseId, 'plan');
  });

  it('an emergency is let through by the maintenance manager, and approved afterwards; the audit says so', async () => {
    const caseId = await play.planned({ steps: 1 }, { kind: 'emergency' });
    expect((await h.caseRow(caseId)).priority).toBe('urgent');
    await h.as('tang').approves(caseId, 'emergency-go');
    await h.as('zhao').approves(caseId, 'backup');
    await play.does(caseId, 1, 1);
    await h.as('ma').approves(caseId, 'verify');
    await h.as('ma').approves(caseId, 'observed');
    await play.reported(caseId);
    await play.signedOff(caseId, 'late-sign-off');
    await h.as('liu').approves(caseId, 'late-approval');
    await play.documented(caseId);
    const row = await h.ended(caseId);
    expect(row.state).toBe('completed');
    const { audit } = await dataOf(caseId);
    expect(answered(audit, 'no')).toEqual([
      'change-2',
      'cutover-1',
      'cutover-2',
      'cutover-3',
      'cutover-4',
      'cutover-5',
      'cutover-6',
    ]);
    await h.keepsHistory(caseId, 'change-cutover-emergency');
  });

  it('a standard change repeats one that went well: tests and sign-off stand there, QA answers for them', async () => {
    const model = await play.begun(1, { steps: 1 });
    await h.as('ma').approves(model, 'verify');
    await h.as('ma').approves(model, 'observed');
    await play.reported(model);
    await play.documented(model);
    await h.ended(model);

    const caseId = await play.planned({ steps: 1 }, { kind: 'standard', model });
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
