import { complaintProcess } from '../../models/contracts/complaint';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { Deadline } from '../../models/contracts/policy';
import { ByLink } from '../harness/by-link';
import { ComplaintPlay } from '../harness/complaint';
import { complaintBody, measure } from '../harness/complaint-forms';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

describe('客户投诉处理', () => {
  let h: Installation;
  let play: ComplaintPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new ComplaintPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  const dataOf = async (caseId: string) => (await h.caseRow(caseId)).data as unknown as ComplaintData;
  const faultsOf = (body: Record<string, unknown>) =>
    (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
  const waitsFor = async (caseId: string, step: string) => await play.waitsFor(caseId, step);
  const asked = async (caseId: string, step: string) => {
    const { _id } = await waitsFor(caseId, step);
    const { waiting } = await h.caseRow(caseId);
    return waiting.kind === 'task' && waiting.taskId === _id ? waiting.candidates.map(({ name }) => name) : [];
  };

  it('goes from the register to the report, and the complainant is answered at once with number and contact', async () => {
    const caseId = await play.entered();
    const received = await h.mails.expect('liu', '【投诉已受理】', caseId);
    expect(received.text).toContain('孙副经理');
    // Whom it may need is the procedure's own; the customer is told of their contact alone.
    const { body } = await h.as('liu').get<{ data: Record<string, unknown> }>(`/cases/${caseId}`);
    expect(Object.keys(body.data)).not.toContain('posts');
    expect(JSON.stringify((await dataOf(caseId)).posts)).not.toMatch(/经理|phone|\d{7}/);
    await play.answered(caseId);
    await h.as('liu').approves(caseId, 'satisfaction');

    const row = await h.ended(caseId);
    expect(row).toMatchObject({ state: 'completed', priority: 'normal', subject: '服务态度投诉（刘处长）' });
    expect(row.documents.map(({ title }) => title)).toEqual([
      '投诉登记表',
      '会议纪要',
      '整改报告',
      '纠正和预防措施通知单',
      '纠正和预防措施通知单',
      '投诉处理报告',
    ]);
    await h.keepsHistory(caseId, 'complaint-completed');
  });

  it('a customer without an account says by the link of a mail whether they are satisfied', async () => {
    await h.db.users.updateOne({ username: 'liu' }, { $set: { passwordHash: '' } });
    const caseId = await play.entered();
    await play.answered(caseId);
    const mail = await h.mails.expect('liu', '【待办】', caseId);
    const liu = ByLink.of(() => h.url, mail);
    expect((await liu.looks()).body).toMatchObject({
      state: 'open',
      task: { facts: [{ value: '已更换驻场人员并完成培训，请您评价。' }] },
    });
    expect(await liu.decides('approve')).toMatchObject({ status: 200 });
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed' });
    const { passwordHash } = (await h.db.users.findOne({ username: 'wang' }).lean()) ?? {};
    await h.db.users.updateOne({ username: 'liu' }, { $set: { passwordHash } });
  });

  it('a complainant of no directory is written to all the same; who has only a phone is told by who entered it', async () => {
    const caller = { complainant: null, name: '收费处周女士' };
    const caseId = await play.entered({ ...caller, mail: 'zhou.fee@customer.example' });
    expect((await h.mails.expect('zhou.fee', '【投诉已受理】', caseId)).text).toContain('孙副经理');
    await play.answered(caseId);
    expect((await h.mails.expect('zhou.fee', '【投诉答复】', caseId)).text).toContain('已更换驻场人员');
    // Who speaks for the customer says whether that will do.
    await h.as('liu').approves(caseId, 'satisfaction');
    await h.ended(caseId);

    const phoned = await play.entered({ ...caller, phone: '13800000000' });
    await h.as('zheng').submits(phoned, 'notify');
    await waitsFor(phoned, 'facts');
    expect(h.mails.about(phoned).filter(({ subject }) => subject.includes('投诉已受理'))).toEqual([]);
    await h.keepsHistory(caseId, 'complaint-of-outsider');
  });

  it.each([
    ['about the product at less than 紧急', { aboutProduct: 'yes' }, ['/form/urgency']],
    ['of the product that is not about it', { kind: 'product' }, ['/form/aboutProduct']],
    ['of nobody', { complainant: null }, ['/form/complainant', '/form/phone']],
    ['of two', { name: '周女士' }, ['/form/complainant']],
    ['of who cannot be reached', { complainant: null, name: '周女士' }, ['/form/phone']],
    ['of another customer', { complainant: 'U-he' }, ['/form/complainant']],
    ['about a customer', { persons: [{ person: 'U-chen' }] }, ['/form/persons/0/person']],
    ['about who enters it', { persons: [{ person: 'U-zheng' }] }, ['/form/persons/0/person']],
    ['without an urgency that is known', { urgency: 'other' }, ['/form/urgency']],
  ])('a complaint %s is refused', async (_which, request, pointers) => {
    const answer = await h.as('zheng').post('/cases', complaintBody(request));
    expect(answer.status).toBe(422);
    expect(faultsOf(answer.body)).toEqual(pointers);
  });

  it('finance and customers enter none', async () => {
    for (const who of ['zhou', 'liu']) expect((await h.as(who).post('/cases', complaintBody())).status).toBe(403);
  });

  it('one about the product is 紧急, and its clock runs by its urgency, but not while the customer is asked', async () => {
    const caseId = await play.entered({ kind: 'product', aboutProduct: 'yes', urgency: 'high' });
    await play.answered(caseId);
    await waitsFor(caseId, 'satisfaction');
    const row = await h.caseRow(caseId);
    expect(row.priority).toBe('high');
    expect(row.clocks).toMatchObject([{ name: 'high', clock: { budgetInMs: 8 * 3_600_000 } }]);
    const kinds = (await h.story(caseId)).map((line) => line.split(' ')[0]);
    expect(kinds.filter((kind) => kind?.startsWith('clock-'))).toEqual(['clock-started', 'clock-paused']);
    await h.as('liu').approves(caseId, 'satisfaction');
    await h.ended(caseId);
  });

  it('a report is sent back to whom the approver says, and concerns the ops supervisor where it says so', async () => {
    const caseId = await play.entered();
    await play.reported(caseId, 'sun', { operations: 'yes' });
    await waitsFor(caseId, 'report-review');
    const refused = await h.as('wang').decides(caseId, 'report-review', 'reject', { comment: '不行', form: {} });
    expect(refused.status).toBe(422);
    // Not to the register, of which the complainant was told.
    expect((await waitsFor(caseId, 'report-review')).returnTo).toEqual(['facts', 'meeting', 'report']);
    await h.as('wang').returns(caseId, 'report-review', 'report', '预防措施不够');
    await waitsFor(caseId, 'write-report');
    await h.as('sun').submits(caseId, 'write-report', {
      form: { problem: '一', rectification: '二', prevention: '三', operations: 'yes', signature: true },
    });
    await waitsFor(caseId, 'report-review');
    await h.as('wang').approves(caseId, 'report-review');
    await h.as('luo').returns(caseId, 'ops-review', 'facts', '事实不清');
    await play.reported(caseId, 'sun', { operations: 'yes' });
    await play.does('wang', caseId, 'report-review', 'approve');
    await waitsFor(caseId, 'ops-review');
    expect((await h.caseRow(caseId)).documents.map(({ title }) => title)).not.toContain('整改报告');
    await h.as('luo').approves(caseId, 'ops-review');
    await waitsFor(caseId, 'measures');
    expect((await h.caseRow(caseId)).documents.map(({ title }) => title)).toContain('整改报告');
    expect((await h.as('wang').post(`/cases/${caseId}/cancel`, { reason: '客户撤诉' })).status).toBe(403);
    await h.as('wu').post(`/cases/${caseId}/cancel`, { reason: '客户撤诉' });
    expect(await h.ended(caseId)).toMatchObject({ state: 'cancelled', closing: '客户撤诉' });
    await h.keepsHistory(caseId, 'complaint-returned');
  });

  it('measures are carried out at the same time, each with evidence; what QA does not verify is its owner’s again', async () => {
    const caseId = await play.entered();
    await play.reported(caseId);
    await h.as('wang').approves(caseId, 'report-review');
    await waitsFor(caseId, 'measures');
    const late = await h.as('sun').decides(caseId, 'measures', 'submit', {
      form: { measures: [measure('zhao', { due: '2026-01-01T00:00:00.000Z' })], signature: true },
    });
    expect(faultsOf(late.body)).toEqual(['/form/measures/0/due']);
    // 沈质控 has one too, and does not verify it.
    await play.measuresSet(caseId, 'sun', [measure('zhao'), measure('cao', { kind: 'corrective' }), measure('shen')]);
    await waitsFor(caseId, 'carry-out');
    expect((await h.db.tasks.find({ caseId, step: 'carry-out' }).lean()).map(({ item }) => item?.key)).toEqual([
      '1',
      '2',
      '3',
    ]);
    const bare = await h.as('zhao').decides(caseId, 'carry-out', 'submit', { form: { done: '完成', signature: true } });
    expect(faultsOf(bare.body)).toEqual(['/form/evidence']);
    await play.carriesOut(caseId, 'cao');
    await play.carriesOut(caseId, 'zhao');
    await h.as('shen').rejects(caseId, 'verify-measure', '没有培训教材');
    const again = await eventually(async () => {
      const task = await h.db.tasks.findOne({ caseId, step: 'carry-out', status: 'open', 'item.key': /\.2$/ }).lean();
      if (!task) throw new Error('not asked again');
      return task;
    });
    expect(again.item?.facts?.map(({ value }) => value)).toContain('没有培训教材');
    await play.carriesOut(
      caseId,
      again.participants[0]?.whom.kind === 'persons' && again.participants[0].whom.ids[0] === 'U-cao' ? 'cao' : 'zhao',
    );
    for (let left = 2; left > 0; left -= 1) await h.as('shen').approves(caseId, 'verify-measure');
    await play.carriesOut(caseId, 'shen');
    const own = await waitsFor(caseId, 'verify-measure');
    expect(own.excluded).toContain('U-shen');
    // Nobody else is QA here, so management verifies it.
    await h.as('wu').approves(caseId, 'verify-measure');
    await h.as('sun').submits(caseId, 'answer');
    await h.as('liu').approves(caseId, 'satisfaction');
    await h.ended(caseId);
    expect((await dataOf(caseId)).measures.map(({ attempt, state }) => [attempt, state]).sort()).toEqual([
      [1, 'verified'],
      [1, 'verified'],
      [2, 'verified'],
    ]);
    await h.keepsHistory(caseId, 'complaint-measures');
  });

  it('who is not satisfied is heard one level higher each time, until the top, where it stays and says so', async () => {
    const caseId = await play.entered();
    const levels = [
      ['sun', 'wang'],
      ['wang', 'jiang'],
      ['jiang', 'wang'],
      ['wu', 'wang'],
      ['wu', 'wang'],
    ] as const;
    for (const [follower, approver] of levels.slice(0, -1)) {
      await play.answered(caseId, follower, approver);
      await waitsFor(caseId, 'satisfaction');
      await h.as('liu').rejects(caseId, 'satisfaction', `${follower} 没有解决`);
    }
    const facts = await waitsFor(caseId, 'facts');
    expect(facts.item?.facts?.map(({ value }) => value)).toEqual(['wu 没有解决']);
    await play.answered(caseId, ...levels[4]);
    await waitsFor(caseId, 'satisfaction');
    await h.as('liu').approves(caseId, 'satisfaction');
    const row = await h.ended(caseId);
    expect(row).toMatchObject({ state: 'completed', round: 5 });
    const raised = await h.db.journal.find({ caseId, kind: 'level-raised' }).sort({ seq: 1 }).lean();
    expect(raised.map(({ details: { role, isTop } }) => [role, isTop])).toEqual([
      ['project-manager', false],
      ['account-manager', false],
      ['management', false],
      ['management', true],
    ]);
    await h.keepsHistory(caseId, 'complaint-all-levels');
  });

  it('who is complained of has no part in it: the next level follows it, another approves, and no measure is theirs', async () => {
    const caseId = await play.entered({ persons: [{ person: 'U-sun' }, { person: 'U-luo' }] });
    expect(await asked(caseId, 'facts')).toEqual(['王经理']);
    // 王经理 wrote it, so the next level approves it; 罗主管 is complained of, so the maintenance manager is asked.
    await play.reported(caseId, 'wang', { operations: 'yes' });
    await play.does('jiang', caseId, 'report-review', 'approve');
    await h.as('tang').approves(caseId, 'ops-review');
    await waitsFor(caseId, 'measures');
    const own = await h.as('wang').decides(caseId, 'measures', 'submit', {
      form: { measures: [measure('sun')], signature: true },
    });
    expect(own.status).toBe(422);
    expect(faultsOf(own.body)).toEqual(['/form/measures/0/owner']);
    await play.measuresSet(caseId, 'wang');
    const { _id: taskId } = await waitsFor(caseId, 'carry-out');
    for (const verb of ['transfer', 'delegate']) {
      const given = await h.as('zhao').post(`/tasks/${taskId}/${verb}`, { to: 'U-sun', reason: '请代办' });
      expect([given.status, given.body.code]).toEqual([403, 'not-allowed']);
    }
    await h.as('zhao').post(`/tasks/${taskId}/delegate`, { to: 'U-li', reason: '请提意见' });
    await eventually(async () => {
      const { status } = await h.as('li').post(`/tasks/${taskId}/answer-delegation`, { comment: '可以' });
      if (status !== 200) throw new Error(`${status}`);
    });
    await play.carriesOut(caseId, 'zhao');
    await h.as('shen').approves(caseId, 'verify-measure');
    await h.as('wang').submits(caseId, 'answer');
    await h.as('liu').approves(caseId, 'satisfaction');
    await h.ended(caseId);
    expect(h.mails.about(caseId).filter(({ to }) => /sun|luo/.test(JSON.stringify(to)))).toEqual([]);
    await h.keepsHistory(caseId, 'complaint-of-persons');
  });

  it('what is not handled in its time is told to who leads, and goes on', async () => {
    const ladder: Deadline['ladder'] = [{ atPercent: 100, does: 'tell', to: 'project-manager' }];
    const short: Deadline = { budgetInMs: 500, time: 'elapsed', ladder };
    await h.setPolicy({ caseDeadlines: { urgent: short } }, complaintProcess);
    const caseId = await play.entered({ urgency: 'urgent' });
    await h.mails.expect('wang', '【逾期】', caseId);
    expect((await h.caseRow(caseId)).isBreached).toBe(true);
    await h.db.policies.deleteOne({ _id: 'complaint' });
    await play.answered(caseId);
    await h.as('liu').approves(caseId, 'satisfaction');
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed' });
    await h.keepsHistory(caseId, 'complaint-late');
  });
});
