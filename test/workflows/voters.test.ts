import { Installation } from '../harness/installation';
import { asks, inboxes, STEP, THREE, votesOn } from './panels';
import { refused } from './refusals';

const REASON = '涉及金额较大';

describe('who votes, and what they have said, while an approval is under way', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  const adds = async (who: string, caseId: string, to: string, place = 'alongside', reason = REASON) =>
    await h.as(who).post(`/tasks/${votesOn(caseId)}/seats`, { to, place, reason });
  const removes = async (who: string, caseId: string, seat: string) =>
    await h.as(who).post(`/tasks/${votesOn(caseId)}/seats/${seat}/remove`, { reason: '已调离' });
  const takesBack = async (who: string, caseId: string) =>
    await h.as(who).post(`/tasks/${votesOn(caseId)}/withdraw-vote`, { reason: '看错了附件' });
  const shown = async (who: string, caseId: string) => (await h.as(who).get<Shown>(`/tasks/${votesOn(caseId)}`)).body;

  it('加签 alongside: who alone was asked asks one more, and then both have to approve', async () => {
    const caseId = await asks(h, null);
    for (const who of ['chen', 'wang']) await h.mails.expect(who, '【待办】', caseId);
    expect(await shown('wang', caseId)).toMatchObject({
      may: { addVoter: ['before', 'after', 'alongside'], withdrawVote: false },
      voting: null,
    });
    await refused(h, () => adds('wang', caseId, 'U-li'), 'own-request');
    await refused(h, () => adds('wang', caseId, 'U-chen'), 'invalid-input', '/to');
    await refused(h, () => adds('wang', caseId, 'U-nobody'), 'invalid-input', '/to');
    await refused(h, () => adds('wang', caseId, 'U-wang'), 'wrong-state');
    await refused(h, () => adds('wang', caseId, 'U-wu', 'beside'), 'invalid-input', '/place');
    await refused(h, () => adds('wang', caseId, 'U-wu', 'before', ''), 'invalid-input', '/reason');
    await refused(h, () => adds('zhou', caseId, 'U-wu'), 'not-allowed');
    await refused(h, () => adds('li', caseId, 'U-wu'), 'own-request');
    expect((await adds('wang', caseId, 'U-wu')).body).toMatchObject({ outcome: 'voter-added' });
    const asked = await h.mails.expect('wu', '【待办】', caseId);
    expect(asked.text).toContain('王经理请您一同审批');
    expect(asked.text).toContain(REASON);
    expect(await inboxes(h, caseId)).toEqual(['wang', 'wu']);
    await refused(h, () => adds('wang', caseId, 'U-wu'), 'wrong-state');
    await refused(h, () => adds('wu', caseId, 'U-sun', 'before'), 'invalid-input');
    expect((await shown('wang', caseId)).voting).toMatchObject({
      rule: { zh: '会签（2 人须全部同意）' },
      seats: [
        { seat: STEP, assignee: { id: 'U-wang' }, addedBy: null, mayRemove: false },
        { seat: '2', assignee: { id: 'U-wu' }, addedBy: { id: 'U-wang' }, mayRemove: true },
      ],
    });
    await h.as('wang').approves(caseId, STEP);
    expect((await h.caseRow(caseId)).stage).toBe(STEP);
    await h.as('wu').approves(caseId, STEP);
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
    expect((await h.story(caseId)).filter((line) => line.endsWith(STEP) && !line.startsWith('stage'))).toEqual(
      ['task-opened', 'voter-added', 'vote-cast', 'vote-cast', 'task-completed'].map((line) => `${line} ${STEP}`),
    );
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed' });
    await h.keepsHistory(caseId, 'scrap-voter-added');
  });

  it('加签 before oneself: the other answers first, then the task comes back', async () => {
    const caseId = await asks(h, null);
    for (const who of ['chen', 'wang']) await h.mails.expect(who, '【待办】', caseId);
    expect((await adds('wang', caseId, 'U-sun', 'before')).status).toBe(200);
    await h.mails.expect('sun', '【待办】', caseId);
    expect(await inboxes(h, caseId)).toEqual(['sun']);
    await refused(h, () => h.as('wang').decides(caseId, STEP, 'approve'), 'wrong-state');
    await h.as('sun').approves(caseId, STEP);
    await h.mails.expect('wang', '【待办】', caseId);
    expect(await inboxes(h, caseId)).toEqual(['wang']);
    await h.as('wang').rejects(caseId, STEP, '仍可修复');
    expect(await h.ended(caseId)).toMatchObject({ state: 'rejected' });
  });

  it('a vote is taken back while the others have not answered, stays in the record as void, and is given anew', async () => {
    const caseId = await asks(h, { kind: 'all', hasVeto: false });
    await h.as('sun').approves(caseId, STEP, { comment: '同意' });
    await refused(h, () => takesBack('wang', caseId), 'wrong-state');
    expect(await shown('sun', caseId)).toMatchObject({ may: { withdrawVote: true }, mayAct: false });
    expect((await takesBack('sun', caseId)).body).toMatchObject({ outcome: 'vote-withdrawn' });
    expect(await inboxes(h, caseId)).toEqual(['wang', 'sun', 'wu']);
    expect(await shown('sun', caseId)).toMatchObject({
      may: { withdrawVote: false },
      mayAct: true,
      tally: { approvals: 0, refusals: 0, seats: 3, needed: 3 },
    });
    await refused(h, () => takesBack('sun', caseId), 'wrong-state');
    await h.as('sun').rejects(caseId, STEP, '附件与设备不符');
    expect(await h.ended(caseId)).toMatchObject({ state: 'rejected' });
    await refused(h, () => takesBack('sun', caseId), 'task-closed');
    await h.keepsHistory(caseId, 'scrap-vote-withdrawn');
  });

  it('one after another, a vote is taken back until the next has voted; who is not asked any more is told', async () => {
    const caseId = await asks(h, { kind: 'in-turn', hasVeto: false });
    for (const who of ['chen', 'wang']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('wang').approves(caseId, STEP);
    await h.mails.expect('sun', '【待办】', caseId);
    expect((await takesBack('wang', caseId)).status).toBe(200);
    const told = await h.mails.expect('sun', '【表决撤回】', caseId);
    expect(told.text).toContain('王经理撤回了对“项目经理审批”的表决');
    expect(await inboxes(h, caseId)).toEqual(['wang']);
    await h.as('wang').approves(caseId, STEP);
    await h.mails.expect('sun', '【待办】', caseId);
    await h.as('sun').approves(caseId, STEP);
    await h.mails.expect('wu', '【待办】', caseId);
    await refused(h, () => takesBack('wang', caseId), 'wrong-state');
    await h.mails.nothingElse(caseId);
  });

  it('减签 is for who leads and is not asked, or for who asked them; it may decide the vote, and never leaves too few', async () => {
    const caseId = await asks(h, { kind: 'all', hasVeto: false });
    for (const who of ['chen', 'wang', 'sun', 'wu']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('wang').approves(caseId, STEP, { comment: '同意报废' });
    for (const who of ['wang', 'sun', 'zhou']) await refused(h, () => removes(who, caseId, '3'), 'not-allowed');
    await refused(h, () => removes('li', caseId, '3'), 'own-request');
    await refused(h, () => removes('admin-demo', caseId, '1'), 'wrong-state');
    await refused(h, () => removes('admin-demo', caseId, '9'), 'wrong-state');
    expect((await removes('admin-demo', caseId, '3')).body).toMatchObject({ outcome: 'voter-removed' });
    const told = await h.mails.expect('wu', '【减签】', caseId);
    expect(told.text).toContain('已调离');
    expect(await inboxes(h, caseId)).toEqual(['sun']);
    await refused(h, () => h.as('wu').decides(caseId, STEP, 'approve'), 'not-allowed');
    expect((await adds('sun', caseId, 'U-zhou')).status).toBe(200);
    await h.mails.expect('zhou', '【待办】', caseId);
    expect((await removes('sun', caseId, '4')).status).toBe(200);
    await h.mails.expect('zhou', '【减签】', caseId);
    expect((await removes('admin-demo', caseId, '2')).body).toMatchObject({
      caseState: 'open',
      stage: 'department-review',
    });
    await h.mails.expect('sun', '【减签】', caseId);
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
    expect(await h.db.tasks.findById(votesOn(caseId)).lean()).toMatchObject({
      outcome: 'approve',
      decidedBy: null,
      votedBy: ['U-wang'],
      decision: { tally: { approvals: 1, seats: 1, needed: 1 }, comment: '同意报废', isByRemoval: true },
    });
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed' });
    await h.keepsHistory(caseId, 'scrap-voter-removed');
  });

  it('the last seats that a count needs are not taken away, nor the only one', async () => {
    const needed = await asks(h, { kind: 'count', needed: 2, hasVeto: false }, THREE.slice(0, 2));
    const answer = await refused(h, () => removes('admin-demo', needed, '1'), 'wrong-state');
    expect(JSON.stringify(answer.body)).toContain('减签后将无法作出决定');
    const alone = await asks(h, null);
    await refused(h, () => removes('admin-demo', alone, STEP), 'wrong-state');
  });
});

interface Shown extends Record<string, unknown> {
  readonly voting: unknown;
}
