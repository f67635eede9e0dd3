import type { Deadline, OnDutyStep, Rung } from '../../models/contracts/policy';
import { scrapProcess } from '../../models/contracts/scrap';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { refused } from './refusals';

const HOUR_IN_MS = 3_600_000;
const STEP = 'manager-review';
const { [STEP]: _replaced, ...OTHERS } = scrapProcess.policy.deadlines;
const text = (zh: string) => ({ zh, en: zh });
const within = (budgetInMs: number, ...does: readonly Rung['does'][]): Deadline => ({
  ...{ budgetInMs, time: 'elapsed' },
  ladder: does.map((one, index) => ({ atPercent: 100 * (index + 1), does: one }) as Rung),
});

describe('whoever is on duty', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });
  afterEach(async () => {
    await h.db.dutyChanges.deleteMany({});
    await h.db.absences.updateMany({}, { isCancelled: true });
    await h.setPolicy({});
  });

  /** One shift around the clock, in which these take turns, each for a day. */
  async function takeTurns(...usernames: readonly string[]): Promise<void> {
    const day = usernames.map((one) => `U-${one}`);
    const path = '/teams/T-0001/roster';
    const etag = (await h.as('wang').get(path)).headers.get('etag') ?? '';
    const from = new Date().toISOString().slice(0, 10);
    const body = {
      ...{ title: text('值班表'), calendarId: '7x24', daysOff: null, entries: [] },
      shifts: [{ id: 'day', title: text('白班'), begins: '00:00' }],
      // Sixty days each, so that no midnight of a test changes who it is.
      everyDay: { from: yesterday(from), daysEach: 60, turns: { day } },
    };
    expect(await h.as('wang').send('PUT', path, body, { headers: { 'if-match': etag } })).toMatchObject({
      status: 200,
    });
  }
  const yesterday = (day: string) => new Date(Date.parse(day) - 24 * HOUR_IN_MS).toISOString().slice(0, 10);

  /** A case that is opened to whoever is on duty of team one. */
  async function inReview(limits: Partial<OnDutyStep> = {}): Promise<string> {
    await h.setPolicy({ deadlines: OTHERS, onDuty: { [STEP]: { team: 'T-0001', ...limits } } });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('chen').submits(caseId, 'receipt');
    return caseId;
  }

  const waitingFor = async (caseId: string) => (await h.as('li').get(`/cases/${caseId}`)).body.waitingFor;
  const claims = async (who: string, caseId: string) =>
    expect(await h.as(who).post(`/tasks/${await h.as(who).taskOf(caseId, STEP)}/claim`, {})).toMatchObject({
      status: 200,
    });
  const calls = async (caseId: string) => {
    const rows = await h.db.journal
      .find({ caseId, taskId: `${caseId}.${STEP}.1`, 'details.duty': { $exists: true } })
      .sort({ seq: 1 })
      .lean();
    return rows.map(({ kind, details }) => {
      const { people, shift } = details.duty as {
        people: { name: string; by: string }[];
        shift: { zh: string } | null;
      };
      return `${kind}: ${people.map(({ name, by }) => `${name} ${by}`).join()} ${shift?.zh ?? '—'}`;
    });
  };
  async function endsIt(who: string, caseId: string, name: string): Promise<void> {
    await h.as(who).approves(caseId, STEP);
    await h.mails.expect('chen', '【待办】', caseId);
    await h.as('chen').rejects(caseId, 'department-review', '缺少鉴定');
    await h.ended(caseId);
    await h.keepsHistory(caseId, name);
  }

  it('takes the task, and nobody else; the journal says in which shift and by what', async () => {
    await takeTurns('zhao', 'sun');
    const caseId = await inReview();
    await h.mails.expect('zhao', '【待办】', caseId);
    expect(await waitingFor(caseId)).toMatch(/^等待赵工（值班，白班）办理“项目经理审批”/);
    expect(await calls(caseId)).toEqual(['task-opened: 赵工 turn 白班']);
    await refused(h, async () => await h.as('wang').decides(caseId, STEP, 'approve'), 'not-allowed');
    await h.mails.nothingElse(caseId);
    await endsIt('zhao', caseId, 'scrap-on-duty');
  });

  it('is told at once, at night and whatever they chose about mails', async () => {
    await takeTurns('zhao', 'sun');
    const choices = { mutedMails: ['task-opened'], quietHours: { from: '00:00', to: '23:59' } } as const;
    await h.db.users.updateOne({ _id: 'U-zhao' }, { $set: { mailChoices: choices } });
    try {
      const caseId = await inReview();
      await h.mails.expect('zhao', '【待办】', caseId);
      await h.mails.nothingElse(caseId);
    } finally {
      await h.db.users.updateOne({ _id: 'U-zhao' }, { $unset: { mailChoices: 1 } });
    }
  });

  it('is somebody else by an override, from its beginning on', async () => {
    await takeTurns('zhao', 'sun');
    const [from, to] = [new Date().toISOString(), new Date(Date.now() + HOUR_IN_MS).toISOString()];
    const override = { personId: 'U-sun', insteadOf: 'U-zhao', from, to, reason: '换班' };
    expect((await h.as('wang').post('/teams/T-0001/duty-changes', override)).status).toBe(201);
    const caseId = await inReview();
    await h.mails.expect('sun', '【待办】', caseId);
    expect(await calls(caseId)).toEqual(['task-opened: 孙副经理 change 白班']);
    await h.mails.nothingElse(caseId);
  });

  it('is the manager of the team where nobody is, or only who applied, and that is said', async () => {
    for (const nobody of [[], ['li']]) {
      await takeTurns(...nobody);
      const caseId = await inReview();
      await h.mails.expect('wang', '【待办】', caseId);
      expect(await waitingFor(caseId)).toMatch(/^等待王经理（无人值班，由团队负责人接手）办理/);
      expect(await calls(caseId)).toEqual(['task-opened: 王经理 manager 白班']);
      await h.mails.nothingElse(caseId);
    }
  });

  it('is done by their substitute while they are absent, by nobody of those without one', async () => {
    await takeTurns('zhao', 'sun');
    const [from, to] = [new Date().toISOString(), new Date(Date.now() + HOUR_IN_MS).toISOString()];
    const absence = { personId: 'U-zhao', substituteId: 'U-sun', from, to, reason: '年假' };
    expect((await h.as('admin-demo').post('/absences', absence)).status).toBe(201);
    const caseId = await inReview();
    expect((await h.mails.expect('sun', '【待办】', caseId)).text).toContain('赵工缺勤，由您代办。');
    await h.mails.expect('zhao', '【待办】', caseId);
    await h.as('sun').approves(caseId, STEP);
    const task = await h.db.tasks.findOne({ caseId, step: STEP }).lean();
    expect(task!.decision).toMatchObject({ by: { name: '孙副经理' }, forWhom: { name: '赵工' } });
    await h.db.absences.updateMany({}, { substituteId: 'U-li' });
    const next = await inReview();
    await h.mails.expect('wang', '【待办】', next);
    expect(await calls(next)).toEqual(['task-opened: 王经理 manager 白班']);
  });

  it('who does not acknowledge in time: the next is called, at last the manager, and whoever claims it first has it', async () => {
    await takeTurns('zhao', 'sun');
    const caseId = await inReview({ acknowledge: within(1_500, 'call-next', 'call-next', 'call-next') });
    await h.mails.expect('zhao', '【待办】', caseId);
    expect((await h.mails.expect('sun', '【值班】', caseId)).text).toContain('赵工未在规定时间内接单或跟进');
    await h.mails.expect('wang', '【值班】', caseId);
    // Nobody is left: all who were called are told once more.
    for (const who of ['zhao', 'sun', 'wang']) await h.mails.expect(who, '【值班】', caseId);
    expect(await calls(caseId)).toEqual([
      'task-opened: 赵工 turn 白班',
      'duty-called: 孙副经理 turn 白班',
      'duty-called: 王经理 manager 白班',
      'duty-called:  —',
    ]);
    await claims('zhao', caseId);
    await refused(h, async () => await h.as('sun').decides(caseId, STEP, 'approve'), 'task-claimed');
    await h.mails.nothingElse(caseId);
    await endsIt('zhao', caseId, 'scrap-duty-called');
  });

  it('who has acknowledged in time is left alone', async () => {
    await takeTurns('zhao', 'sun');
    const caseId = await inReview({ acknowledge: within(6_000, 'call-next'), progress: within(HOUR_IN_MS, 'remind') });
    await h.mails.expect('zhao', '【待办】', caseId);
    const duty = async () => (await h.as('zhao').get(`/tasks/${caseId}.${STEP}.1`)).body.duty;
    const { openedAt } = (await h.db.tasks.findById(`${caseId}.${STEP}.1`).lean())!;
    const next = { at: new Date(openedAt.getTime() + 6_000).toISOString(), does: 'call-next', to: null };
    const called = [{ id: 'U-zhao', name: '赵工', at: openedAt.toISOString(), shift: text('白班'), by: 'turn' }];
    expect(await duty()).toEqual({ teamId: 'T-0001', called, limit: 'acknowledge', next });
    expect((await h.as('zhao').get(`/tasks/${caseId}.${STEP}.1`)).body.may).toMatchObject({ claim: true });
    await claims('zhao', caseId);
    expect(await duty()).toMatchObject({ called, limit: 'progress', next: { does: 'remind' } });
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    await h.mails.nothingElse(caseId);
    expect(await calls(caseId)).toHaveLength(1);
  });

  it('who has acknowledged and then is silent: the next is called; a comment counts, that of the applicant does not', async () => {
    await takeTurns('zhao', 'sun');
    const caseId = await inReview({
      acknowledge: within(60_000, 'call-manager'),
      progress: within(4_000, 'call-next'),
    });
    await h.mails.expect('zhao', '【待办】', caseId);
    await claims('zhao', caseId);
    const claimed = Date.now();
    expect((await h.as('zhao').post(`/cases/${caseId}/comments`, { text: '已联系用户' })).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await h.as('zhao').post(`/cases/${caseId}/comments`, { text: '正在核实' })).status).toBe(201);
    const last = await h.db.comments.findOne({ caseId }).sort({ at: -1 }).lean();
    expect((await h.as('li').post(`/cases/${caseId}/comments`, { text: '请尽快' })).status).toBe(201);
    expect((await h.mails.expect('sun', '【值班】', caseId)).text).toContain('赵工未在规定时间内接单或跟进');
    const called = await h.db.journal.findOne({ caseId, kind: 'duty-called' }).lean();
    expect(Date.parse(called!.at)).toBe(last!.at.getTime() + 4_000);
    expect(Date.parse(called!.at)).toBeGreaterThan(claimed + 4_000);
    const task = await eventually(async () => {
      const row = await h.db.tasks.findOne({ caseId, step: STEP }).lean();
      expect(row!.participants[0]).toMatchObject({ assignee: null, owner: { name: '赵工' } });
      return row!;
    });
    expect(task.watch).toMatchObject({ kind: 'acknowledge', clock: { intervals: [{ from: called!.at, to: null }] } });
    await h.mails.nothingElse(caseId);
    await endsIt('sun', caseId, 'scrap-duty-silent');
  });

  it('no worker runs when the time to acknowledge is over: the next is called then, once, and counts from the instant at which it was over', async () => {
    await takeTurns('zhao', 'sun');
    const caseId = await inReview({ acknowledge: within(4_000, 'call-next') });
    await h.mails.expect('zhao', '【待办】', caseId);
    await h.killWorker();
    const { openedAt } = (await h.db.tasks.findById(`${caseId}.${STEP}.1`).lean())!;
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    await h.startWorker();
    await h.mails.expect('sun', '【值班】', caseId);
    const rows = await h.db.journal.find({ caseId, kind: 'duty-called' }).lean();
    expect(rows.map(({ at }) => Date.parse(at))).toEqual([openedAt.getTime() + 4_000]);
    await h.mails.nothingElse(caseId);
    await h.as('zhao').approves(caseId, STEP);
    expect((await h.caseRow(caseId)).attention).toBeNull();
  });

  it('nobody is on duty and nobody leads the team: the administrator is asked, and that is said', async () => {
    await takeTurns();
    const leads = async (leaderId: string | null) => {
      const etag = (await h.as('admin-demo').get('/teams/T-0001')).headers.get('etag') ?? '';
      const headers = { 'if-match': etag };
      expect((await h.as('admin-demo').send('PATCH', '/teams/T-0001', { leaderId }, { headers })).status).toBe(200);
    };
    await leads(null);
    try {
      const caseId = await inReview();
      await h.mails.expect('admin-demo', '【待办】', caseId);
      expect(await waitingFor(caseId)).toMatch(/^等待系统管理员/);
      expect(await calls(caseId)).toEqual(['task-opened:  —']);
    } finally {
      await leads('U-wang');
    }
  });

  it('the worker is killed in the middle of a call: nobody is called twice, and the ladder goes on', async () => {
    await takeTurns('zhao', 'sun');
    const caseId = await inReview({ acknowledge: within(4_000, 'call-next', 'call-next') });
    await h.mails.expect('zhao', '【待办】', caseId);
    const goOn = await h.standsStillAt('insert', 'journal');
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await h.killWorker();
    await goOn();
    await h.startWorker();
    await h.mails.expect('sun', '【值班】', caseId);
    await h.mails.expect('wang', '【值班】', caseId);
    expect(await calls(caseId)).toEqual([
      'task-opened: 赵工 turn 白班',
      'duty-called: 孙副经理 turn 白班',
      'duty-called: 王经理 manager 白班',
    ]);
    await h.mails.nothingElse(caseId);
    await h.as('sun').approves(caseId, STEP);
    expect((await h.caseRow(caseId)).attention).toBeNull();
  });
});
