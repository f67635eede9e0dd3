import { endOfDay } from '../../models/calendar/zone';
import { complaintProcess } from '../../models/contracts/complaint';
import type { ComplaintData } from '../../models/contracts/complaint-run';
import type { Deadline } from '../../models/contracts/policy';
import { ByLink } from '../harness/by-link';
import { ComplaintPlay } from '../harness/complaint';
import { complaintBody, measure } from '../harness/complaint-forms';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { MailServer } from './mail-server';

const HOUR_IN_MS = 3_600_000;

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
    // Whom they call, under which number, and what they tell them, stands in the task.
    const notify = await waitsFor(phoned, 'notify');
    expect(notify.item?.facts?.map(({ value }) => value)).toEqual([
      '收费处周女士',
      '13800000000',
      phoned,
      expect.stringContaining('孙副经理'),
    ]);
    const ahead = { toldAt: new Date(Date.now() + HOUR_IN_MS).toISOString(), signature: true };
    const untimely = await h.as('zheng').decides(phoned, 'notify', 'submit', { form: ahead });
    expect(faultsOf(untimely.body)).toEqual(['/form/toldAt']);
    await h.as('zheng').submits(phoned, 'notify');
    await play.answered(phoned, 'sun', 'wang', async () => {
      // Who entered it tells them the answer too, before anybody is asked whether that will do.
      const { item } = await waitsFor(phoned, 'phone');
      expect(item?.facts?.map(({ value }) => value)).toEqual([
        '收费处周女士',
        '13800000000',
        '已更换驻场人员并完成培训，请您评价。',
      ]);
      const bare = await h.as('zheng').decides(phoned, 'phone', 'submit', { form: { signature: true } });
      expect(faultsOf(bare.body)).toEqual(['/form/phonedAt', '/form/said']);
      await h.as('zheng').submits(phoned, 'phone');
    });
    await h.as('liu').approves(phoned, 'satisfaction');
    await h.ended(phoned);
    expect(h.mails.about(phoned).filter(({ subject }) => /投诉已受理|投诉答复/.test(subject))).toEqual([]);
    expect((await dataOf(phoned)).attempts).toMatchObject([{ phoned: { words: '已致歉并说明整改情况' } }]);
    await h.keepsHistory(caseId, 'complaint-of-outsider');
    await h.keepsHistory(phoned, 'complaint-by-phone');
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

  it('one about the product is 紧急, and its clock runs by its urgency, but not while measures or the customer take their time', async () => {
    const caseId = await play.entered({ kind: 'product', aboutProduct: 'yes', urgency: 'high' });
    await play.answered(caseId);
    await waitsFor(caseId, 'satisfaction');
    const row = await h.caseRow(caseId);
    expect(row.priority).toBe('high');
    expect(row.clocks).toMatchObject([{ name: 'high', clock: { budgetInMs: 8 * 3_600_000 } }]);
    const kinds = (await h.story(caseId)).map((line) => line.split(' ')[0]);
    expect(kinds.filter((kind) => kind?.startsWith('clock-'))).toEqual([
      ...['clock-started', 'clock-paused', 'clock-resumed', 'clock-paused'],
    ]);
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
    // How far it came is reported all the same, and who complained is told.
    expect((await h.mails.expect('liu', '【投诉终止】', caseId)).text).toContain('客户撤诉');
    await eventually(async () => {
      expect((await h.caseRow(caseId)).documents.at(-1)?.title).toBe('投诉处理报告');
    });
    const { cancelled, attempts } = await dataOf(caseId);
    expect(cancelled).toMatchObject({ by: { id: 'U-wu' }, words: '客户撤诉' });
    expect(attempts).toMatchObject([{ number: 1, facts: { isJustified: 'yes' }, measures: [], satisfaction: null }]);
    expect((await h.story(caseId)).at(-1)).toBe('document-filed 投诉处理报告');
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
    // Going up a level is no 退回: nothing of what was done before is void.
    expect(row).toMatchObject({ state: 'completed', round: 1 });
    expect(await h.db.journal.countDocuments({ caseId, kind: 'returned' })).toBe(0);
    expect(await h.db.tasks.countDocuments({ caseId, isVoid: true })).toBe(0);
    const { attempts, measures } = await dataOf(caseId);
    expect(measures).toMatchObject([{ state: 'verified' }]);
    expect(
      attempts.map(({ number, role, ledBy, satisfaction }) => [number, role, ledBy?.id, satisfaction?.words]),
    ).toEqual([
      [1, 'deputy-project-manager', 'U-sun', 'sun 没有解决'],
      [2, 'project-manager', 'U-wang', 'wang 没有解决'],
      [3, 'account-manager', 'U-jiang', 'jiang 没有解决'],
      [4, 'management', 'U-wu', 'wu 没有解决'],
      [5, 'management', 'U-wu', '同意'],
    ]);
    for (const attempt of attempts)
      expect(attempt).toMatchObject({
        facts: { causes: '新到岗，未参加服务规范培训' },
        minutes: { resolved: '向用户致歉，一周内完成培训' },
        report: { prevention: '新到岗人员先培训后上岗' },
        measures: [{ state: 'verified', done: { by: { id: 'U-zhao' } }, verified: { by: { id: 'U-shen' } } }],
        answer: { words: '已更换驻场人员并完成培训，请您评价。' },
      });
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

  it('what is sent back at a higher level voids that attempt alone', async () => {
    const caseId = await play.entered();
    await play.answered(caseId);
    await h.as('liu').rejects(caseId, 'satisfaction', '没有解决');
    expect((await h.mails.expect('zheng', '【投诉升级】', caseId)).text).toContain('没有解决');
    await h.mails.expect('sun', '【投诉升级】', caseId);
    await play.reported(caseId, 'wang');
    await waitsFor(caseId, 'report-review');
    await h.as('jiang').returns(caseId, 'report-review', 'facts', '事实不清');
    await waitsFor(caseId, 'facts');
    const voided = (await h.db.tasks.find({ caseId, isVoid: true }).sort({ openedAt: 1 }).lean()).map(({ _id }) => _id);
    expect(voided.map((id) => id.replace(`${caseId}.`, ''))).toEqual([
      ...['facts.2', 'meeting.2', 'minutes.2', 'write-report.2', 'report-review.2'],
    ]);
    await play.answered(caseId, 'wang', 'jiang');
    await h.as('liu').approves(caseId, 'satisfaction');
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed', round: 2 });
    expect((await dataOf(caseId)).attempts.map(({ measures }) => measures.length)).toEqual([1, 1]);
    await h.keepsHistory(caseId, 'complaint-raised');
  });

  it('minutes are due on the day of the meeting, and everybody who took part gets them once', async () => {
    const caseId = await play.entered();
    await play.does('sun', caseId, 'facts');
    const at = new Date();
    await play.does('sun', caseId, 'meeting', 'submit', {
      form: { at: at.toISOString(), place: '会议室', minutesBy: 'U-zhao' },
    });
    const { openedAt, dueAt } = await waitsFor(caseId, 'minutes');
    const dayEnds = Date.parse(endOfDay(at.toISOString(), 'Asia/Shanghai'));
    expect(dueAt?.getTime()).toBe(Math.min(openedAt.getTime() + 8 * HOUR_IN_MS, dayEnds));
    const attendees = ['sun', 'shen', 'cao'].map((one) => ({ person: `U-${one}`, part: '参会' }));
    const minutes = { attendees, outsiders: '李主任', discussed: '逐条核对', resolved: '致歉', signature: true };
    const customer = await h.as('zhao').decides(caseId, 'minutes', 'submit', {
      form: { ...minutes, attendees: [{ person: 'U-liu' }] },
    });
    expect(faultsOf(customer.body)).toEqual(['/form/attendees/0/person']);
    const twice = await h.as('zhao').decides(caseId, 'minutes', 'submit', {
      form: { ...minutes, attendees: [...attendees, attendees[0]] },
    });
    expect(faultsOf(twice.body)).toEqual(['/form/attendees/3/person']);
    await h.as('zhao').submits(caseId, 'minutes', { form: minutes });
    for (const who of ['sun', 'shen', 'cao'])
      expect((await h.mails.expect(who, '【会议纪要】', caseId)).text).toMatch(/赵工[^]*逐条核对[^]*致歉/);
    await waitsFor(caseId, 'write-report');
    expect(await h.db.mails.countDocuments({ caseId, kind: 'minutes-issued' })).toBe(3);
  });

  it('who entered it withdraws it only until somebody looks into it', async () => {
    const mayWithdraw = async (caseId: string) =>
      (await h.as('zheng').get<{ may: { withdraw: boolean } }>(`/cases/${caseId}`)).body.may.withdraw;
    const withdraws = async (caseId: string) =>
      await h.as('zheng').post(`/cases/${caseId}/withdraw`, { reason: '登记有误' });
    const wrong = await play.entered();
    await waitsFor(wrong, 'facts');
    expect(await mayWithdraw(wrong)).toBe(true);
    expect((await withdraws(wrong)).status).toBe(200);
    expect(await h.ended(wrong)).toMatchObject({ state: 'withdrawn' });

    const caseId = await play.entered();
    const { _id: taskId } = await waitsFor(caseId, 'facts');
    await h.as('sun').post(`/tasks/${taskId}/claim`, {});
    for (const step of ['facts', 'meeting']) {
      expect([step, await mayWithdraw(caseId)]).toEqual([step, false]);
      const refused = await withdraws(caseId);
      expect([refused.status, refused.body.code]).toEqual([409, 'wrong-state']);
      await h.as('sun').submits(caseId, step);
    }
    expect((await h.caseRow(caseId)).documents.map(({ title }) => title)).toEqual(['投诉登记表']);
    await h.keepsHistory(wrong, 'complaint-withdrawn');
  });

  it('who turns out to be complained of has no part in it from then on, and the next level follows it', async () => {
    const caseId = await play.entered();
    await waitsFor(caseId, 'facts');
    expect((await h.as('wang').get(`/cases/${caseId}`)).status).toBe(200);
    const persons = ['sun', 'wang', 'zhao'].map((one) => ({ person: `U-${one}` }));
    const facts = { facts: '三人相互推诿', causes: '职责不清', isJustified: 'yes', signature: true };
    await h.as('sun').submits(caseId, 'facts', { form: { ...facts, persons } });
    // 项目副经理 and 项目经理 are complained of by now, so the account manager goes on.
    expect(await asked(caseId, 'meeting')).toEqual(['蒋客户经理']);
    for (const who of ['sun', 'wang', 'zhao']) {
      expect([who, (await h.as(who).get(`/cases/${caseId}`)).status]).toEqual([who, 404]);
      expect(JSON.stringify((await h.as(who).get(`/cases?q=${caseId}`)).body)).not.toContain(caseId);
      expect(await h.as(who).inbox(caseId)).toEqual([]);
    }
    const { body } = await h
      .as('shen')
      .get<{ items: { id: string; persons: { id: string }[] }[] }>('/complaints?person=U-zhao');
    expect(body.items.map(({ id, persons: of }) => [id, of.map((one) => one.id)])).toEqual([
      [caseId, ['U-sun', 'U-wang', 'U-zhao']],
    ]);
    const meeting = { at: new Date().toISOString(), place: '会议室' };
    const ownMinutes = await h.as('jiang').decides(caseId, 'meeting', 'submit', {
      form: { ...meeting, minutesBy: 'U-zhao' },
    });
    expect(faultsOf(ownMinutes.body)).toEqual(['/form/minutesBy']);
    await h.as('jiang').submits(caseId, 'meeting', { form: { ...meeting, minutesBy: 'U-cao' } });
    const minutes = { attendees: [{ person: 'U-cao' }], discussed: '核对', resolved: '致歉', signature: true };
    await play.does('cao', caseId, 'minutes', 'submit', { form: minutes });
    await play.does('jiang', caseId, 'write-report');
    await play.does('wu', caseId, 'report-review', 'approve');
    await play.measuresSet(caseId, 'jiang', [measure('cao')]);
    await play.carriesOut(caseId, 'cao');
    await play.does('shen', caseId, 'verify-measure', 'approve');
    await play.does('jiang', caseId, 'answer');
    await play.does('liu', caseId, 'satisfaction', 'approve');
    await h.ended(caseId);
    const since = (await h.db.tasks.findOne({ caseId, step: 'facts' }).lean())?.closedAt ?? new Date();
    const told = { caseId, createdAt: { $gte: since }, 'recipient.id': { $in: ['U-sun', 'U-wang', 'U-zhao'] } };
    expect(await h.db.mails.countDocuments(told)).toBe(0);
    await h.keepsHistory(caseId, 'complaint-found');
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

describe('a complaint whose acknowledgement SMTP refuses', () => {
  let h: Installation;
  const smtp = new MailServer();
  beforeAll(async () => {
    await smtp.listen();
    smtp.manners.toRecipient = (address) =>
      address.startsWith('gone@') ? { code: 550, says: '5.1.1 no such user here' } : 'accept';
    h = await Installation.start({ SMTP_URL: smtp.url });
  });
  afterAll(async () => {
    await h.stop();
    await smtp.stop();
  });

  it('says so among its mails, with what the server said', async () => {
    const request = { complainant: null, name: '收费处周女士', mail: 'gone@customer.example' };
    const caseId = await h.as('zheng').starts(complaintBody(request));
    await eventually(async () => {
      const { body } = await h.as('sun').get<{ items: readonly Record<string, unknown>[] }>(`/cases/${caseId}/mails`);
      expect(body.items.filter(({ kind }) => kind === 'complaint-received')).toMatchObject([
        {
          ...{ state: 'refused', recipient: { name: '收费处周女士' } },
          attempts: [{ result: 'refused', reply: expect.stringContaining('no such user here') as string }],
        },
      ]);
    });
  });
});
