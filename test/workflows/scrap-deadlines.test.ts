import { scrapProcess } from '../../models/contracts/scrap';
import type { Deadline } from '../../models/contracts/policy';
import { Installation } from '../harness/installation';

const { deadlines } = scrapProcess.policy;
const within = (budgetInMs: number, ladder: Deadline['ladder']): Deadline => ({ budgetInMs, time: 'open', ladder });

describe('设备报废审批: deadlines', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  it('reminds, hands over to the deputy, tells management, in this order and each once; then the deputy decides', async () => {
    const ladder: Deadline['ladder'] = [
      { atPercent: 100, does: 'tell', to: 'management' },
      { atPercent: 50, does: 'remind' },
      { atPercent: 75, does: 'hand-over', to: 'deputy-project-manager' },
    ];
    await h.setPolicy({ deadlines: { ...deadlines, 'manager-review': within(3_000, ladder) } });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('chen').submits(caseId, 'receipt');
    await h.mails.expect('wang', '【待办】', caseId);
    expect(await h.as('sun').inbox(caseId)).toEqual([]);
    await h.mails.expect('wang', '【催办】', caseId);
    await h.mails.expect('sun', '【升级】', caseId);
    await h.mails.expect('wu', '【逾期】', caseId);
    expect((await h.as('sun').inbox(caseId)).map((task) => task.step)).toEqual(['manager-review']);
    await h.as('sun').approves(caseId, 'manager-review');
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
    expect((await h.story(caseId)).filter((line) => /reminded|handed|told/.test(line))).toEqual([
      'reminded manager-review',
      'handed-over manager-review',
      'told manager-review',
    ]);
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    await h.ended(caseId);
    await h.keepsHistory(caseId, 'scrap-escalated');
  });

  it('expires when nobody decides: the case ends, the applicant is told, the task leaves every inbox', async () => {
    await h.setPolicy({ deadlines: { ...deadlines, receipt: within(1_000, [{ atPercent: 100, does: 'expire' }]) } });
    const device = await h.device();
    const caseId = await h.as('li').startsScrap(device);
    await h.mails.expect('chen', '【待办】', caseId);
    expect(await h.ended(caseId)).toMatchObject({ state: 'expired', closing: 'receipt', waiting: { kind: 'nothing' } });
    await h.mails.expect('li', '【办结】', caseId);
    await h.mails.nothingElse(caseId);
    expect(await h.as('chen').inbox(caseId)).toEqual([]);
    expect(await h.as('chen').decides(caseId, 'receipt', 'submit')).toMatchObject({
      status: 409,
      body: { code: 'task-closed' },
    });
    await h.keepsHistory(caseId, 'scrap-expired');
    await h.setPolicy({});
    await expect(h.as('li').startsScrap(device)).resolves.toMatch(/^BF-/);
  });

  it('says in one sentence what it waits for, who can end it, until when, and what happens then', async () => {
    await h.setPolicy({});
    const caseId = await h.as('li').startsScrap(await h.device());
    const { body } = await h.as('li').get(`/cases/${caseId}`);
    expect(body.waitingFor).toMatch(
      /^等待陈科长办理“接收设备并签收”，期限 \d+年\d+月\d+日 \d\d:\d\d；\d+年.+起发出催办。$/,
    );
    const english = await h.as('li').get(`/cases/${caseId}`, { 'accept-language': 'en' });
    expect(english.body.waitingFor).toMatch(
      /^Waiting for 陈科长 to do “Sign for the device”, due .+; at .+ a reminder is sent\.$/,
    );
  });

  it('goes to the administrator when nobody holds the role, and the sentence says so', async () => {
    await h.setPolicy({});
    await h.db.users.updateOne({ username: 'chen' }, { $set: { isActive: false } });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.db.users.updateOne({ username: 'chen' }, { $set: { isActive: true } });
    const { body } = await h.as('li').get(`/cases/${caseId}`);
    expect(body.waitingFor).toContain('无人担任该步骤的角色');
    await h.mails.expect('admin', '【待办】', caseId);
    await h.as('admin-demo').submits(caseId, 'receipt');
    expect((await h.caseRow(caseId)).stage).toBe('manager-review');
  });
});
