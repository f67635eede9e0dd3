import { Installation } from '../harness/installation';
import { asks, inboxes, STEP, votesOn } from './panels';
import { hires, refused } from './refusals';

describe('委派', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  const delegates = async (who: string, caseId: string, to: string, reason = '请核对技术参数') =>
    await h.as(who).post(`/tasks/${votesOn(caseId)}/delegate`, { to, reason });
  const answers = async (who: string, caseId: string, comment = '确已停产，建议报废') =>
    await h.as(who).post(`/tasks/${votesOn(caseId)}/answer-delegation`, { comment });
  const recalls = async (who: string, caseId: string) =>
    await h.as(who).post(`/tasks/${votesOn(caseId)}/recall`, { reason: '自行处理' });
  const shown = async (who: string, caseId: string) => (await h.as(who).get(`/tasks/${votesOn(caseId)}`)).body;

  it('asks somebody what they think: they answer, the task comes back, and who delegated it decides', async () => {
    const caseId = await asks(h, null);
    for (const who of ['chen', 'wang']) await h.mails.expect(who, '【待办】', caseId);
    await refused(h, () => delegates('wang', caseId, 'U-li'), 'own-request');
    await refused(h, () => delegates('wang', caseId, 'U-wang'), 'wrong-state');
    await refused(h, () => delegates('wang', caseId, 'U-chen'), 'invalid-input', '/to');
    await refused(h, () => delegates('wang', caseId, 'U-zheng', ''), 'invalid-input', '/reason');
    await refused(h, () => delegates('zhou', caseId, 'U-zheng'), 'not-allowed');
    await refused(h, () => recalls('wang', caseId), 'not-allowed');
    expect((await delegates('wang', caseId, 'U-zheng')).body).toMatchObject({ outcome: 'delegated' });
    const asked = await h.mails.expect('zheng', '【委派】', caseId);
    expect(asked.text).toContain('王经理就“项目经理审批”征求您的意见');
    expect(asked.text).toContain('请核对技术参数');
    expect(await inboxes(h, caseId, ['wang', 'sun', 'zheng'])).toEqual(['wang', 'zheng']);
    expect(await shown('zheng', caseId)).toMatchObject({
      mayAct: false,
      may: { answerDelegation: true, delegate: false, transfer: false, recall: false },
      delegation: { to: { id: 'U-zheng' }, by: { id: 'U-wang' } },
    });
    expect(await shown('wang', caseId)).toMatchObject({ mayAct: false, may: { recall: true, delegate: false } });
    expect(String((await h.as('li').get(`/cases/${caseId}`)).body.waitingFor)).toMatch(
      /^等待郑服务台答复王经理的委派“项目经理审批”/,
    );
    await refused(h, () => h.as('wang').decides(caseId, STEP, 'approve'), 'wrong-state');
    for (const outcome of ['approve', 'return'])
      await refused(
        h,
        () => h.as('zheng').decides(caseId, STEP, outcome, { comment: '越权', returnTo: 'register' }),
        'not-allowed',
      );
    await refused(h, () => delegates('wang', caseId, 'U-sun'), 'wrong-state');
    await refused(h, () => delegates('zheng', caseId, 'U-sun'), 'not-allowed');
    await refused(h, () => answers('wang', caseId), 'not-allowed');
    await refused(h, () => answers('zheng', caseId, ''), 'invalid-input', '/comment');
    expect((await answers('zheng', caseId)).body).toMatchObject({ outcome: 'delegation-answered' });
    const back = await h.mails.expect('wang', '【委派答复】', caseId);
    expect(back.text).toContain('确已停产，建议报废');
    expect(await inboxes(h, caseId, ['wang', 'sun', 'zheng'])).toEqual(['wang']);
    await refused(h, () => answers('zheng', caseId), 'not-allowed');
    expect(await shown('wang', caseId)).toMatchObject({
      mayAct: true,
      delegation: null,
      opinions: [{ by: { id: 'U-zheng' }, forWhom: { id: 'U-wang' }, comment: '确已停产，建议报废' }],
    });
    await h.as('wang').approves(caseId, STEP);
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
    expect(await h.db.tasks.findById(votesOn(caseId)).lean()).toMatchObject({ decidedBy: { id: 'U-wang' } });
    expect((await h.story(caseId)).filter((line) => line.endsWith(STEP) && !line.startsWith('stage'))).toEqual(
      ['task-opened', 'task-delegated', 'delegation-answered', 'task-completed'].map((line) => `${line} ${STEP}`),
    );
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed' });
    await h.keepsHistory(caseId, 'scrap-delegated');
  });

  it('is refused for somebody without an account, who could not answer', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.mails.expect('chen', '【待办】', caseId);
    const { passwordHash, grants } = (await h.db.users.findById('U-he').lean())!;
    const ofTheSame = [{ role: 'competent-department' as const, customerId: 'C-0001' }];
    await h.db.users.updateOne({ _id: 'U-he' }, { $set: { passwordHash: '', grants: ofTheSame } });
    const asked = async () =>
      await h.as('chen').post(`/tasks/${caseId}.receipt.1/delegate`, { to: 'U-he', reason: '请看一下' });
    await refused(h, asked, 'invalid-input', '/to');
    expect(JSON.stringify((await asked()).body)).toContain('没有账号');
    await h.db.users.updateOne({ _id: 'U-he' }, { $set: { passwordHash, grants } });
  });

  it('is refused for somebody absent, who could not answer: it says who could be asked', async () => {
    const caseId = await asks(h, null);
    const [from, to] = [-1, 1].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    const absence = { personId: 'U-zheng', substituteId: 'U-feng', from, to, reason: '年假' };
    const { id } = (await h.as('admin-demo').post<{ id: string }>('/absences', absence)).body;
    const asked = await refused(h, () => delegates('wang', caseId, 'U-zheng'), 'invalid-input', '/to');
    expect(JSON.stringify(asked.body)).toContain('冯 PMO');
    await h.db.absences.updateOne({ _id: id }, { $set: { isCancelled: true } });
  });

  it('ends when the one who was asked leaves: who asked is told, and decides', async () => {
    await hires(h, 'qi', { role: 'service-desk', customerId: null });
    const caseId = await asks(h, null);
    for (const who of ['chen', 'wang']) await h.mails.expect(who, '【待办】', caseId);
    expect((await delegates('wang', caseId, 'U-qi')).status).toBe(200);
    await h.mails.expect('qi', '【委派】', caseId);
    const admin = h.as('admin-demo');
    const headers = { 'if-match': (await admin.get('/users/U-qi')).headers.get('etag') ?? '' };
    const patch = async () => await admin.send('PATCH', '/users/U-qi', { isActive: false }, { headers });
    expect((await refused(h, patch, 'has-open-tasks')).body.tasks).toMatchObject([{ caseId, why: 'asked' }]);
    const left = await admin.post('/users/U-qi/deactivate', { successorId: null, reason: '离职' });
    expect(left).toMatchObject({ status: 200, body: { handedOver: [] } });
    expect((await h.mails.expect('wang', '【委派终止】', caseId)).text).toContain('qi 先生已停用');
    await h.mails.nothingElse(caseId);
    expect(await shown('wang', caseId)).toMatchObject({ mayAct: true, delegation: null });
    await h.as('wang').approves(caseId, STEP);
  });

  it('is taken back, or ends when the task goes to somebody else; who was asked is told', async () => {
    const caseId = await asks(h, null);
    for (const who of ['chen', 'wang']) await h.mails.expect(who, '【待办】', caseId);
    expect((await delegates('wang', caseId, 'U-zheng')).status).toBe(200);
    await h.mails.expect('zheng', '【委派】', caseId);
    await refused(h, () => recalls('zheng', caseId), 'not-allowed');
    expect((await recalls('wang', caseId)).body).toMatchObject({ outcome: 'delegation-recalled' });
    expect((await h.mails.expect('zheng', '【委派取消】', caseId)).text).toContain('自行处理');
    expect((await delegates('wang', caseId, 'U-zheng')).status).toBe(200);
    await h.mails.expect('zheng', '【委派】', caseId);
    await h.db.users.updateOne({ _id: 'U-qian' }, { $push: { keys: 'role:project-manager:C-0001' } });
    const moved = await h.as('admin-demo').post(`/tasks/${votesOn(caseId)}/transfer`, { to: 'U-qian', reason: '调岗' });
    expect(moved.status).toBe(200);
    await h.mails.expect('zheng', '【委派取消】', caseId);
    await h.mails.expect('qian', '【待办】', caseId);
    await refused(h, () => answers('zheng', caseId), 'not-allowed');
    await h.as('qian').rejects(caseId, STEP, '仍可修复');
    expect(await h.ended(caseId)).toMatchObject({ state: 'rejected' });
    await h.keepsHistory(caseId, 'scrap-delegation-over');
  });

  it('goes for one of several who vote, too, and gives nobody a second voice', async () => {
    const caseId = await asks(h, { kind: 'all', hasVeto: false });
    await refused(h, () => h.as('zheng').decides(caseId, STEP, 'approve'), 'not-allowed');
    expect((await h.as('sun').post(`/tasks/${votesOn(caseId)}/claim`, {})).status).toBe(200);
    await refused(h, () => delegates('wang', caseId, 'U-sun'), 'wrong-state');
    expect((await delegates('wang', caseId, 'U-zheng')).status).toBe(200);
    const { waitingFor } = (await h.as('li').get(`/cases/${caseId}`)).body;
    expect(waitingFor).toMatch(/^等待郑服务台答复王经理的委派，孙副经理、吴总表决“项目经理审批”（0 人同意/);
    await h.as('sun').approves(caseId, STEP);
    expect((await answers('zheng', caseId)).status).toBe(200);
    for (const who of ['wang', 'wu']) await h.as(who).approves(caseId, STEP);
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
  });
});
