import { scrapProcess } from '../../models/contracts/scrap';
import type { Deadline } from '../../models/contracts/policy';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { scrape } from '../harness/scrape';

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

  it('expires with the limit of the whole case, says so in the journal, and how late that was is measured', async () => {
    const overall = within(1_500, [{ atPercent: 100, does: 'expire' }]);
    await h.setPolicy({ caseDeadlines: { overall } });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.mails.expect('chen', '【待办】', caseId);
    expect(await h.ended(caseId)).toMatchObject({ state: 'expired', closing: 'overall', waiting: { kind: 'nothing' } });
    await h.mails.expect('chen', '【撤销】', caseId);
    await h.mails.expect('li', '【办结】', caseId);
    await h.mails.nothingElse(caseId);
    expect((await h.story(caseId)).slice(-4)).toEqual([
      'clock-breached hand-back',
      'clock-expired hand-back',
      'task-withdrawn receipt',
      'case-closed expired',
    ]);
    const figures = await scrape(String(h.worker?.ready.metricsUrl));
    const lateness = figures.lines('opsflow_timer_lateness_seconds_count');
    const measured = lateness.filter((line) => line.includes('clock-expired'));
    expect(measured).toEqual(['opsflow_timer_lateness_seconds_count{does="clock-expired"} 1']);
    await h.setPolicy({});
  });

  describe('of what was decided, keep', () => {
    const HOUR_IN_MS = 3_600_000;
    const startsWith = async (budgetInMs: number) => {
      await h.setPolicy({ deadlines: { ...deadlines, receipt: within(budgetInMs, []) } });
      const caseId = await h.as('li').startsScrap(await h.device());
      await h.mails.expect('chen', '【待办】', caseId);
      return caseId;
    };
    const overrun = async (caseId: string) =>
      await eventually(async () => expect((await h.caseRow(caseId)).isBreached).toBe(true));
    const shown = async (caseId: string) => (await h.as('chen').get(`/tasks/${caseId}.receipt.1`)).body;
    const clockOf = async (caseId: string) =>
      (await h.as('chen').get<{ deadline: object }>(`/tasks/${caseId}.receipt.1/deadline`)).body.deadline;
    /** Whether it is listed as decided late, and as decided in time. */
    const isListed = async (caseId: string) =>
      await Promise.all(
        [true, false].map(async (overdue) => {
          const path = `/tasks?view=decided&case=${caseId}&overdue=${overdue}`;
          return (await h.as('chen').get<{ items: object[] }>(path)).body.items.length === 1;
        }),
      );

    it('when it was due: what was late is found as such, also after a pause', async () => {
      for (const isPaused of [false, true]) {
        const caseId = await startsWith(500);
        await overrun(caseId);
        if (isPaused) await h.as('chen').pauses(caseId, 'receipt', '等待用户');
        const { dueAt } = await shown(caseId);
        expect(dueAt).toEqual(expect.any(String));
        await h.as('chen').submits(caseId, 'receipt');
        expect(await shown(caseId)).toMatchObject({ status: 'completed', dueAt, isDueProvisional: false });
        expect(await isListed(caseId)).toEqual([true, false]);
        expect(await clockOf(caseId)).toMatchObject({ state: 'stopped', breachedAt: dueAt, reason: { dueAt } });
      }
    });

    it('when it would have been due: what was in time is found as such', async () => {
      const caseId = await startsWith(HOUR_IN_MS);
      await h.as('chen').pauses(caseId, 'receipt', '等待用户');
      await h.as('chen').resumes(caseId, 'receipt');
      const { dueAt } = await shown(caseId);
      await h.as('chen').submits(caseId, 'receipt');
      expect(await shown(caseId)).toMatchObject({ status: 'completed', dueAt });
      expect(await isListed(caseId)).toEqual([false, true]);
      expect(await clockOf(caseId)).toMatchObject({ state: 'stopped', breachedAt: null, reason: { dueAt: null } });
    });

    it('no deadline where it was decided during a pause, which is in time', async () => {
      const caseId = await startsWith(HOUR_IN_MS);
      await h.as('chen').pauses(caseId, 'receipt', '等待用户');
      await h.as('chen').submits(caseId, 'receipt');
      expect(await shown(caseId)).toMatchObject({ status: 'completed', dueAt: null, pause: null });
      expect(await isListed(caseId)).toEqual([false, true]);
      expect(await clockOf(caseId)).toMatchObject({
        state: 'stopped',
        pause: null,
        reason: { pauses: [{ to: null }] },
      });
    });

    it('nothing for the workflow, which learns the instants of running clocks only', async () => {
      const caseId = await startsWith(500);
      await overrun(caseId);
      await h.as('chen').submits(caseId, 'receipt');
      await h.mails.expect('wang', '【待办】', caseId);
      const steps = await h.db.steps.find({ caseId }).sort({ seq: -1 }).lean();
      const armed = steps[0]!.result.armed.map(({ id }) => id);
      expect(armed).toEqual([`${caseId}.manager-review.1`, `${caseId}.clock.overall`]);
    });
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
