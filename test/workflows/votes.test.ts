import type { Deadline } from '../../models/contracts/policy';
import { scrapProcess } from '../../models/contracts/scrap';
import { Installation } from '../harness/installation';
import { asks, inboxes, STEP, THREE, votesOn } from './panels';
import { refused } from './refusals';

describe('an approval that several give together', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  const sentence = async (caseId: string) => String((await h.as('li').get(`/cases/${caseId}`)).body.waitingFor);

  it('会签: each votes, sees who has, and the last approval goes on; who voted is asked no more', async () => {
    const caseId = await asks(h, { kind: 'all', hasVeto: false });
    await h.mails.expect('chen', '【待办】', caseId);
    const [asked] = await Promise.all(['wang', 'sun', 'wu'].map((who) => h.mails.expect(who, '【待办】', caseId)));
    expect(asked!.text).toContain('会签（3 人须全部同意）');
    expect(await inboxes(h, caseId)).toEqual(['wang', 'sun', 'wu']);
    expect(await sentence(caseId)).toMatch(/^等待.*表决“项目经理审批”（0 人同意，0 人不同意，还需 3 人同意）/);
    await h.as('sun').approves(caseId, STEP, { comment: '设备已无修复价值' });
    expect(await inboxes(h, caseId)).toEqual(['wang', 'wu']);
    expect(await sentence(caseId)).toMatch(
      /^等待(王经理、吴总|吴总、王经理)表决.*（1 人同意，0 人不同意，还需 2 人同意）/,
    );
    await refused(h, () => h.as('sun').decides(caseId, STEP, 'approve'), 'wrong-state');
    await refused(h, () => h.as('zhou').decides(caseId, STEP, 'approve'), 'not-allowed');
    const { body } = await h.as('wang').get<Shown>(`/tasks/${votesOn(caseId)}`);
    expect(body).toMatchObject({
      tally: { approvals: 1, refusals: 0, seats: 3, needed: 3 },
      mayAct: true,
      assignee: null,
    });
    expect(body.voting.seats).toMatchObject([
      { role: { zh: '项目经理' }, isInTurn: true, vote: null },
      { role: { zh: '项目副经理' }, vote: { by: { id: 'U-sun' }, outcome: 'approve', comment: '设备已无修复价值' } },
      { isInTurn: true, vote: null },
    ]);
    expect((await h.as('sun').get<Listed>('/tasks?view=decided')).body.items.map(({ id }) => id)).toContain(
      votesOn(caseId),
    );
    await h.as('wang').approves(caseId, STEP);
    await h.as('wu').approves(caseId, STEP);
    expect(await inboxes(h, caseId)).toEqual([]);
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
    expect((await h.story(caseId)).filter((line) => line.endsWith(STEP) && !line.startsWith('stage'))).toEqual([
      ...[`task-opened ${STEP}`, `vote-cast ${STEP}`, `vote-cast ${STEP}`, `vote-cast ${STEP}`],
      `task-completed ${STEP}`,
    ]);
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed' });
    await h.keepsHistory(caseId, 'scrap-approved-together');
  });

  it('一票否决: one refusal ends the vote, the others are told and a late vote is refused', async () => {
    const caseId = await asks(h, { kind: 'count', needed: 2, hasVeto: true });
    for (const who of ['chen', 'wang', 'sun', 'wu']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('wang').approves(caseId, STEP);
    await h.as('sun').rejects(caseId, STEP, '仍可修复');
    const told = await h.mails.expect('wu', '【表决结束】', caseId);
    expect(told.text).toContain('驳回');
    expect(await h.ended(caseId)).toMatchObject({ state: 'rejected' });
    await h.mails.expect('li', '【办结】', caseId);
    await h.mails.nothingElse(caseId);
    await refused(h, () => h.as('wu').decides(caseId, STEP, 'approve'), 'task-closed');
    await h.keepsHistory(caseId, 'scrap-refused-by-veto');
  });

  it('依次审批: one after another, each told when it is their turn; returned, all votes are void and are asked again', async () => {
    const caseId = await asks(h, { kind: 'in-turn', hasVeto: false });
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.expect('wang', '【待办】', caseId);
    await refused(h, () => h.as('sun').decides(caseId, STEP, 'approve'), 'wrong-state');
    expect(await inboxes(h, caseId)).toEqual(['wang']);
    await h.as('wang').approves(caseId, STEP);
    await h.mails.expect('sun', '【待办】', caseId);
    expect(await inboxes(h, caseId)).toEqual(['sun']);
    await h.as('sun').returns(caseId, STEP, 'hand-back', '请重新签收');
    await h.mails.expect('chen', '【待办】', caseId);
    const row = await h.db.tasks.findById(votesOn(caseId)).lean();
    expect(row).toMatchObject({ status: 'completed', outcome: 'return', isVoid: true });
    await h.mails.expect('li', '【退回】', caseId);
    await h.as('chen').submits(caseId, 'receipt');
    await h.mails.expect('wang', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
    for (const who of ['wang', 'sun', 'wu']) await h.as(who).approves(caseId, STEP);
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
  });

  it('the applicant withdraws until the first vote, also where that is a refusal', async () => {
    const caseId = await asks(h, { kind: 'count', needed: 2, hasVeto: false });
    const may = async () => (await h.as('li').get<{ may: unknown }>(`/cases/${caseId}`)).body.may;
    expect(await may()).toMatchObject({ withdraw: true });
    await h.as('sun').rejects(caseId, STEP, '仍可修复');
    expect(await may()).toMatchObject({ withdraw: false });
    const withdrawal = async () => await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '设备已修复' });
    await refused(h, withdrawal, 'already-decided');
  });

  it('a seat is claimed and handed over for itself, never to somebody who has one', async () => {
    const caseId = await asks(h, { kind: 'all', hasVeto: false });
    await h.db.users.updateOne({ _id: 'U-zheng' }, { $push: { keys: 'role:management:*' } });
    expect((await h.as('wu').post(`/tasks/${votesOn(caseId)}/claim`, {})).status).toBe(200);
    const give = async (who: string, to: string, seat?: string) =>
      await h.as(who).post(`/tasks/${votesOn(caseId)}/transfer`, { to, reason: '出差', ...(seat ? { seat } : {}) });
    await refused(h, () => give('wu', 'U-wang'), 'invalid-input', '/to');
    await refused(h, () => give('admin-demo', 'U-zheng', '9'), 'invalid-input', '/seat');
    expect((await give('admin-demo', 'U-zheng', '3')).status).toBe(200);
    await h.mails.expect('zheng', '【待办】', caseId);
    expect(await inboxes(h, caseId)).toEqual(['wang', 'sun']);
    expect((await h.as('zheng').inbox(caseId)).map(({ step }) => step)).toEqual([STEP]);
    for (const who of ['wang', 'sun', 'zheng']) await h.as(who).approves(caseId, STEP);
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
    await h.db.users.updateOne({ _id: 'U-zheng' }, { $pull: { keys: 'role:management:*' } });
  });

  it('only those are reminded who have not voted', async () => {
    const ladder: Deadline['ladder'] = [{ atPercent: 100, does: 'remind' }];
    const deadlines = {
      ...scrapProcess.policy.deadlines,
      [STEP]: { budgetInMs: 3_000, time: 'open', ladder } as const,
    };
    const caseId = await asks(h, { kind: 'all', hasVeto: false }, THREE, { deadlines });
    for (const who of ['chen', 'wang', 'sun', 'wu']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('sun').approves(caseId, STEP);
    await h.mails.expect('wang', '【催办】', caseId);
    await h.mails.expect('wu', '【催办】', caseId);
    await h.mails.nothingElse(caseId);
  });
});

interface Shown extends Record<string, unknown> {
  readonly voting: { readonly seats: readonly unknown[] };
}
interface Listed extends Record<string, unknown> {
  readonly items: readonly { readonly id: string }[];
}
