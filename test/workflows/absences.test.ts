import { setTimeout as pause } from 'node:timers/promises';
import type { Deadline } from '../../models/contracts/policy';
import { scrapProcess } from '../../models/contracts/scrap';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { hires, refused } from './refusals';

const HOUR_IN_MS = 3_600_000;
const PATIENCE = 80;
const { deadlines } = scrapProcess.policy;

interface Absence {
  readonly id: string;
  readonly version: number;
}

describe('absences with substitutes', () => {
  let h: Installation;
  let entered: Absence[] = [];
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });
  afterEach(async () => {
    for (const absence of entered) await changes(absence, { isCancelled: true });
    await eventually(async () => expect(await untold()).toBe(0), PATIENCE);
    entered = [];
    await h.setPolicy({});
  });

  const untold = async () =>
    await h.db.tasks.countDocuments({
      status: 'open',
      $or: [{ 'participants.substitutes.id': { $exists: true } }, { 'participants.unserved.id': { $exists: true } }],
    });
  const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_IN_MS).toISOString();

  /** Somebody is absent from now on, for a day unless the test says otherwise. */
  async function isAbsent(who: string, substitute: string, to = inHours(24)): Promise<Absence> {
    const body = { personId: `U-${who}`, substituteId: `U-${substitute}`, from: inHours(0), to, reason: '年假' };
    const answer = await h.as('admin-demo').post<Absence & Record<string, unknown>>('/absences', body);
    expect(answer).toMatchObject({ status: 201 });
    entered.push(answer.body);
    return answer.body;
  }

  async function changes({ id }: Absence, change: object): Promise<void> {
    const admin = h.as('admin-demo');
    const etag = (await admin.get(`/absences/${id}`)).headers.get('etag') ?? '';
    const { status } = await admin.send('PATCH', `/absences/${id}`, change, { headers: { 'if-match': etag } });
    expect([200, 409]).toContain(status);
  }

  /** A case that is about to reach the project manager. */
  async function handedIn(): Promise<string> {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.mails.expect('chen', '【待办】', caseId);
    return caseId;
  }

  async function inReview(): Promise<string> {
    const caseId = await handedIn();
    await h.as('chen').submits(caseId, 'receipt');
    await h.mails.expect('wang', '【待办】', caseId);
    return caseId;
  }

  const waitingFor = async (caseId: string) => (await h.as('li').get(`/cases/${caseId}`)).body.waitingFor;
  const line = async (who: string, caseId: string) => (await h.as(who).inbox(caseId)).find(({ mayAct }) => mayAct);
  const decision = async (caseId: string, step: string) =>
    (await h.db.tasks.findOne({ caseId, step }).lean())!.decision;

  it('a task that is opened meanwhile reaches the substitute too, both are told, and the record says who decided for whom', async () => {
    await isAbsent('wang', 'sun');
    const caseId = await handedIn();
    await h.as('chen').submits(caseId, 'receipt');
    expect((await h.mails.expect('wang', '【待办】', caseId)).text).toContain('您缺勤期间由孙副经理代办。');
    expect((await h.mails.expect('sun', '【待办】', caseId)).text).toContain('王经理缺勤，由您代办。');
    expect(await waitingFor(caseId)).toMatch(/^等待王经理（王经理缺勤，由孙副经理代办）办理“项目经理审批”/);
    expect(await line('sun', caseId)).toMatchObject({ actingFor: { id: 'U-wang', name: '王经理' } });
    expect(await line('wang', caseId)).toMatchObject({ actingFor: null });
    await h.as('sun').approves(caseId, 'manager-review');
    expect(await decision(caseId, 'manager-review')).toMatchObject({
      ...{ by: { name: '孙副经理' }, forWhom: { id: 'U-wang', name: '王经理' } },
    });
    const told = await h.db.journal
      .find({ caseId, taskId: `${caseId}.manager-review.1` })
      .sort({ seq: 1 })
      .lean();
    expect(told.map(({ kind, details: { forWhom, substitutes } }) => ({ kind, forWhom, substitutes }))).toMatchObject([
      { kind: 'task-opened', substitutes: [{ name: '孙副经理', forWhom: { name: '王经理' } }] },
      { kind: 'task-completed', forWhom: { name: '王经理' } },
    ]);
    const result = await h.mails.expect('wang', '【代办结果】', caseId);
    expect(result.text).toContain('您缺勤期间，孙副经理代您办理了“项目经理审批”：同意。');
    const { body } = await h.as('wang').get<{ items: unknown[] }>(`/tasks?view=decided&case=${caseId}`);
    expect(body.items).toMatchObject([{ step: 'manager-review', decidedBy: { name: '孙副经理' } }]);
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('chen').rejects(caseId, 'department-review', '缺少鉴定');
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'scrap-substitute');
  });

  it('who acts for somebody absent delegates for them, and the one who is absent may take it back', async () => {
    await isAbsent('wang', 'sun');
    const caseId = await inReview();
    await h.mails.expect('sun', '【待办】', caseId);
    const task = `/tasks/${caseId}.manager-review.1`;
    const delegates = async () => await h.as('sun').post(`${task}/delegate`, { to: 'U-zheng', reason: '请核对' });
    expect((await delegates()).status).toBe(200);
    await h.mails.expect('zheng', '【委派】', caseId);
    for (const who of ['sun', 'wang'])
      expect((await h.as(who).get(task)).body).toMatchObject({ mayAct: false, may: { recall: true } });
    expect((await h.as('wang').post(`${task}/recall`, { reason: '已经知道' })).status).toBe(200);
    await h.mails.expect('zheng', '【委派取消】', caseId);
    expect((await delegates()).status).toBe(200);
    await h.mails.expect('zheng', '【委派】', caseId);
    expect((await h.as('zheng').post(`${task}/answer-delegation`, { comment: '可以报废' })).status).toBe(200);
    await h.mails.expect('sun', '【委派答复】', caseId);
    await h.mails.nothingElse(caseId);
    const told = await h.db.journal.findOne({ caseId, kind: 'task-delegated' }).lean();
    expect(told).toMatchObject({ by: { name: '孙副经理' }, details: { forWhom: { name: '王经理' } } });
    await h.as('sun').approves(caseId, 'manager-review');
    expect(await decision(caseId, 'manager-review')).toMatchObject({ forWhom: { name: '王经理' } });
  });

  it('what the one who is absent does all the same is their own', async () => {
    await isAbsent('wang', 'sun');
    const caseId = await inReview();
    await h.mails.expect('sun', '【待办】', caseId);
    await h.as('sun').post(`/tasks/${caseId}.manager-review.1/claim`, {});
    expect(await line('wang', caseId)).toMatchObject({ assignee: { name: '孙副经理' }, owner: { name: '王经理' } });
    await h.as('wang').approves(caseId, 'manager-review');
    expect(await decision(caseId, 'manager-review')).toMatchObject({ by: { name: '王经理' }, forWhom: null });
  });

  it('a task that is open already reaches the substitute when the absence begins, and goes back when it is over', async () => {
    const caseId = await inReview();
    const absence = await isAbsent('wang', 'sun');
    expect((await h.mails.expect('sun', '【代办】', caseId)).text).toContain('王经理缺勤，由您代办。');
    expect((await h.mails.expect('wang', '【代办】', caseId)).text).toContain('您缺勤期间由孙副经理代办。');
    const task = `${caseId}.manager-review.1`;
    expect((await h.as('sun').post(`/tasks/${task}/claim`, {})).status).toBe(200);
    await changes(absence, { isCancelled: true });
    expect((await h.mails.expect('sun', '【代办结束】', caseId)).text).toContain('由王经理本人继续办理');
    await h.mails.expect('wang', '【代办结束】', caseId);
    expect(await line('sun', caseId)).toBeUndefined();
    expect(await line('wang', caseId)).toMatchObject({ assignee: { name: '王经理' }, owner: { name: '王经理' } });
    const decides = async () => await h.as('sun').decides(caseId, 'manager-review', 'approve', { comment: '同意' });
    await refused(h, decides, 'not-allowed');
    await h.mails.nothingElse(caseId);
    expect((await h.story(caseId)).slice(-3)).toEqual([
      'substitute-called manager-review',
      'task-claimed manager-review',
      'substitute-released manager-review',
    ]);
    await h.as('wang').approves(caseId, 'manager-review');
    await h.as('chen').rejects(caseId, 'department-review', '缺少鉴定');
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'scrap-substitute-called');
  });

  it('who applied acts for nobody on their own request, which is said; nor do they find it in their inbox', async () => {
    await isAbsent('wang', 'li');
    const caseId = await handedIn();
    await h.as('chen').submits(caseId, 'receipt');
    expect((await h.mails.expect('wang', '【待办】', caseId)).text).toContain('代办人不能办理此步骤');
    expect(await waitingFor(caseId)).toMatch(/^等待王经理（王经理缺勤，代办人不能办理此步骤）办理/);
    expect(await line('li', caseId)).toBeUndefined();
    await refused(h, async () => await h.as('li').decides(caseId, 'manager-review', 'approve'), 'own-request');
    await h.mails.nothingElse(caseId);
  });

  it('who applied does not choose either who decides: an absence that they entered counts for nothing there', async () => {
    const { id } = await isAbsent('wang', 'sun');
    await h.db.absences.updateOne({ _id: id }, { $set: { enteredBy: 'U-li' } });
    const caseId = await inReview();
    expect(await waitingFor(caseId)).toMatch(/^等待王经理办理/);
    expect(await line('sun', caseId)).toBeUndefined();
    await refused(h, async () => await h.as('sun').decides(caseId, 'manager-review', 'approve'), 'not-allowed');
    await h.db.absences.updateOne({ _id: id }, { $set: { enteredBy: 'U-feng' } });
    await h.mails.expect('sun', '【代办】', caseId);
    await h.mails.expect('wang', '【代办】', caseId);
    await h.as('sun').approves(caseId, 'manager-review');
  });

  it('somebody of a customer stands in for people of the same customer in its own cases only', async () => {
    const ofBoth = ['C-0001', 'C-0002'].map((customerId) => ({ role: 'competent-department' as const, customerId }));
    await hires(h, 'lu', ...ofBoth.slice(1));
    const { grants, keys } = (await h.db.users.findById('U-chen').lean())!;
    const [first, second] = ofBoth;
    await h.db.users.updateOne({ _id: 'U-chen' }, { $set: { grants: [first!, second!] } });
    await isAbsent('chen', 'lu');
    const caseId = await h.as('li').startsScrap(await h.device());
    expect((await h.mails.expect('chen', '【待办】', caseId)).text).toContain('代办人不能办理此步骤');
    expect(await waitingFor(caseId)).toContain('陈科长缺勤，代办人不能办理此步骤');
    expect((await h.as('lu').get(`/tasks/${caseId}.receipt.1`)).status).toBe(404);
    await h.mails.nothingElse(caseId);
    await h.db.users.updateOne({ _id: 'U-chen' }, { $set: { grants, keys } });
  });

  it('a record that was written without knowing of the absence is put right', async () => {
    const { id } = await isAbsent('wang', 'sun');
    await h.db.absences.updateOne({ _id: id }, { $set: { from: inHours(1) } });
    const caseId = await inReview();
    await h.mails.nothingElse(caseId);
    await h.db.absences.updateOne({ _id: id }, { $set: { from: inHours(-100) } });
    await h.mails.expect('sun', '【代办】', caseId);
    await h.mails.expect('wang', '【代办】', caseId);
    await h.mails.nothingElse(caseId);
  });

  it('while the substitute is absent too, theirs acts; once they are back, they do', async () => {
    await isAbsent('wang', 'sun');
    const second = await isAbsent('sun', 'zhao');
    const caseId = await inReview();
    expect((await h.mails.expect('zhao', '【待办】', caseId)).text).toContain('王经理缺勤，由您代办。');
    expect(await line('sun', caseId)).toBeUndefined();
    await changes(second, { isCancelled: true });
    await h.mails.expect('sun', '【代办】', caseId);
    await h.mails.expect('wang', '【代办】', caseId);
    expect(await line('zhao', caseId)).toBeUndefined();
    await h.as('sun').approves(caseId, 'manager-review');
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.expect('wang', '【代办结果】', caseId);
    await h.mails.nothingElse(caseId);
    expect(await decision(caseId, 'manager-review')).toMatchObject({ forWhom: { name: '王经理' } });
  });

  it('what is escalated to somebody who is absent reaches their substitute too', async () => {
    await isAbsent('wu', 'feng');
    const review: Deadline = {
      ...{ budgetInMs: 2_000, time: 'open' },
      ladder: [{ atPercent: 50, does: 'hand-over', to: 'management' }],
    };
    await h.setPolicy({ deadlines: { ...deadlines, 'manager-review': review }, caseDeadlines: {} });
    const caseId = await inReview();
    expect((await h.mails.expect('feng', '【升级】', caseId)).text).toContain('吴总缺勤，由您代办。');
    await h.mails.expect('wu', '【升级】', caseId);
    await h.as('feng').approves(caseId, 'manager-review');
    expect(await decision(caseId, 'manager-review')).toMatchObject({ forWhom: { name: '吴总' } });
  });

  it('one of several who vote is acted for as well, by one voice only', async () => {
    await isAbsent('wang', 'feng');
    await isAbsent('sun', 'wu');
    await h.setPolicy({
      panels: {
        'manager-review': {
          quorum: { kind: 'count', needed: 2, hasVeto: false },
          among: ['project-manager', 'deputy-project-manager', 'management'],
        },
      },
    });
    const caseId = await handedIn();
    await h.as('chen').submits(caseId, 'receipt');
    for (const who of ['wang', 'feng', 'sun', 'wu']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('wu').approves(caseId, 'manager-review');
    const again = async () => await h.as('wu').decides(caseId, 'manager-review', 'approve', { comment: '同意' });
    await refused(h, again, 'wrong-state');
    await h.as('feng').approves(caseId, 'manager-review');
    const told = await h.mails.expect('wang', '【代办结果】', caseId);
    expect(told.text).toContain('冯 PMO代您对“项目经理审批”表决：同意。');
    const votes = await h.db.journal.find({ caseId, kind: 'vote-cast' }).sort({ seq: 1 }).lean();
    expect(votes.map(({ by, details }) => [by?.name, details.forWhom ?? null])).toEqual([
      ['吴总', null],
      ['冯 PMO', { id: 'U-wang', name: '王经理' }],
    ]);
  });

  it('a substitute decides nothing after the last instant of the absence, told of it or not', async () => {
    const caseId = await inReview();
    const to = new Date(Date.now() + 6_000).toISOString();
    await isAbsent('wang', 'sun', to);
    await h.mails.expect('sun', '【代办】', caseId);
    await pause(Math.max(0, Date.parse(to) - Date.now()) + 10);
    const { body } = await h.as('sun').decides(caseId, 'manager-review', 'approve', { comment: '同意' });
    expect(body).toMatchObject({ code: 'not-allowed' });
    await h.as('wang').approves(caseId, 'manager-review');
  });

  it('a substitute who leaves the company acts for nobody any more', async () => {
    await isAbsent('wang', 'zheng');
    const caseId = await inReview();
    await h.mails.expect('zheng', '【待办】', caseId);
    const admin = h.as('admin-demo');
    const body = { successorId: 'U-feng', reason: '离职' };
    const etag = (await admin.get('/users/U-zheng')).headers.get('etag') ?? '';
    const left = await admin.post('/users/U-zheng/deactivate', body, { headers: { 'if-match': etag } });
    expect(left).toMatchObject({ status: 200 });
    await eventually(
      async () => expect(await waitingFor(caseId)).toContain('王经理缺勤，代办人不能办理此步骤'),
      PATIENCE,
    );
  });

  it('told once, also when the worker is killed meanwhile', async () => {
    const cases = [await inReview(), await inReview(), await inReview()];
    await h.killWorker();
    await isAbsent('wang', 'sun');
    await h.startWorker();
    for (const caseId of cases) await h.mails.expect('sun', '【代办】', caseId);
    for (const caseId of cases) await h.mails.expect('wang', '【代办】', caseId);
    for (const caseId of cases) await h.mails.nothingElse(caseId);
    expect(await h.db.journal.countDocuments({ caseId: { $in: cases }, kind: 'substitute-called' })).toBe(3);
  });
});
