import type { Deadline } from '../../models/contracts/policy';
import { scrapProcess } from '../../models/contracts/scrap';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { asks, STEP, votesOn, type Seat } from './panels';
import { hires, refused } from './refusals';

const HOUR_IN_MS = 3_600_000;
const PATIENCE = 80;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_IN_MS).toISOString();

describe('one voice each, also where somebody acts for another', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });
  afterEach(async () => {
    await h.db.absences.updateMany({}, { $set: { isCancelled: true } });
  });

  async function isAbsent(who: string, substitute: string): Promise<string> {
    const absence = { personId: `U-${who}`, substituteId: `U-${substitute}`, from: inHours(0), to: inHours(24) };
    const answer = await h.as('admin-demo').post<{ id: string }>('/absences', { ...absence, reason: '年假' });
    expect(answer).toMatchObject({ status: 201 });
    return answer.body.id;
  }
  const over = async (id: string) => await h.db.absences.updateOne({ _id: id }, { $set: { isCancelled: true } });
  const on = async (who: string, caseId: string, verb: string, body: object = {}) =>
    await h.as(who).post(`/tasks/${votesOn(caseId)}/${verb}`, body);
  const released = async (caseId: string) =>
    await eventually(async () => expect(await h.story(caseId)).toContain(`substitute-released ${STEP}`), PATIENCE);
  const holders = async (caseId: string) =>
    (await h.db.tasks.findById(votesOn(caseId)).lean())!.participants.map(({ assignee }) => assignee?.id ?? null);
  const two: readonly Seat[] = ['project-manager', 'deputy-project-manager'];

  it('who hands over for somebody absent gives away that seat, and no other', async () => {
    await hires(h, 'fu', { role: 'deputy-project-manager', customerId: 'C-0001' });
    const caseId = await asks(h, { kind: 'all', hasVeto: false }, two);
    for (const who of ['wang', 'sun']) expect((await on(who, caseId, 'claim')).status).toBe(200);
    await isAbsent('sun', 'zhao');
    await h.mails.expect('zhao', '【代办】', caseId);
    expect((await on('zhao', caseId, 'transfer', { to: 'U-fu', reason: '出差' })).status).toBe(200);
    expect(await holders(caseId)).toEqual(['U-wang', 'U-fu']);
    for (const who of ['wang', 'fu']) await h.as(who).approves(caseId, STEP);
    await h.db.users.updateOne({ _id: 'U-fu' }, { $set: { isActive: false } });
  });

  it('what was voted for somebody stands once they are back: who acted for them takes it back no more', async () => {
    const caseId = await asks(h, { kind: 'all', hasVeto: false });
    const id = await isAbsent('sun', 'zhao');
    await h.mails.expect('zhao', '【代办】', caseId);
    await h.as('zhao').approves(caseId, STEP);
    await over(id);
    await released(caseId);
    await refused(h, () => on('zhao', caseId, 'withdraw-vote', { reason: '再想想' }), 'not-allowed');
    const again = () => h.as('sun').decides(caseId, STEP, 'approve', { comment: '同意' });
    await refused(h, again, 'wrong-state');
    for (const who of ['wang', 'wu']) await h.as(who).approves(caseId, STEP);
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
  });

  it('who was voted for has voted: they have no second voice on another seat', async () => {
    const panel: readonly Seat[] = ['deputy-project-manager', 'deputy-project-manager', 'project-manager'];
    const caseId = await asks(h, { kind: 'count', needed: 2, hasVeto: false }, panel);
    await isAbsent('sun', 'zhao');
    await h.mails.expect('zhao', '【代办】', caseId);
    await h.as('zhao').approves(caseId, STEP);
    await refused(h, () => h.as('sun').decides(caseId, STEP, 'approve', { comment: '同意' }), 'wrong-state');
    await h.as('wang').approves(caseId, STEP);
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
  });

  it('who takes by their own right what escalated to them keeps it, and decides as themselves', async () => {
    const deadline: Deadline = {
      ...{ budgetInMs: 4_000, time: 'open' },
      ladder: [{ atPercent: 50, does: 'hand-over', to: 'deputy-project-manager' }],
    };
    const deadlines = { ...scrapProcess.policy.deadlines, [STEP]: deadline };
    const caseId = await asks(h, null, undefined, { deadlines, caseDeadlines: {} });
    expect((await on('wang', caseId, 'claim')).status).toBe(200);
    const id = await isAbsent('wang', 'sun');
    await h.mails.expect('sun', '【升级】', caseId);
    expect((await on('sun', caseId, 'claim')).status).toBe(200);
    await over(id);
    await released(caseId);
    await h.as('sun').approves(caseId, STEP);
    const { decision } = (await h.db.tasks.findById(votesOn(caseId)).lean())!;
    expect(decision).toMatchObject({ by: { id: 'U-sun' }, forWhom: null });
  });

  it('who has voted is not asked to act for another, who is told that nobody does', async () => {
    const caseId = await asks(h, { kind: 'all', hasVeto: false });
    await h.as('sun').approves(caseId, STEP);
    expect((await on('wang', caseId, 'claim')).status).toBe(200);
    for (const who of ['chen', 'wang', 'sun', 'wu']) await h.mails.expect(who, '【待办】', caseId);
    await isAbsent('wang', 'sun');
    expect((await h.mails.expect('wang', '【代办】', caseId)).text).toContain('代办人不能办理此步骤');
    await h.mails.nothingElse(caseId);
  });

  it('a seat that is taken away before its turn tells who had taken it, and whom they had asked', async () => {
    const caseId = await asks(h, { kind: 'in-turn', hasVeto: false });
    for (const who of ['chen', 'wang']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('wang').approves(caseId, STEP);
    await h.mails.expect('sun', '【待办】', caseId);
    expect((await on('sun', caseId, 'delegate', { to: 'U-zhou', reason: '请核对' })).status).toBe(200);
    await h.mails.expect('zhou', '【委派】', caseId);
    expect((await on('wang', caseId, 'withdraw-vote', { reason: '再看看' })).status).toBe(200);
    for (const who of ['sun', 'zhou']) await h.mails.expect(who, '【表决撤回】', caseId);
    expect((await on('admin-demo', caseId, 'seats/2/remove', { reason: '已调离' })).status).toBe(200);
    await h.mails.expect('sun', '【减签】', caseId);
    await h.mails.expect('zhou', '【委派取消】', caseId);
    await h.mails.nothingElse(caseId);
  });
});
