import { faultProcess } from '../../models/contracts/fault';
import type { Deadline } from '../../models/contracts/policy';
import { eventually } from '../harness/eventually';
import { FaultPlay } from '../harness/fault';
import { Installation } from '../harness/installation';

const SECOND_IN_MS = 1_000;
const DAY_IN_MS = 86_400_000;
const PATIENCE_IN_MS = 180_000;
const MOST_TRIES = 1_000;
const text = (zh: string) => ({ zh, en: zh });
const LADDER: Deadline['ladder'] = [
  { atPercent: 25, does: 'call-next' },
  { atPercent: 50, does: 'call-next' },
  { atPercent: 75, does: 'tell', to: 'project-manager' },
  { atPercent: 100, does: 'tell', to: 'tech-lead' },
];

describe('a fault that nobody answers', () => {
  let h: Installation;
  let play: FaultPlay;
  beforeAll(async () => {
    h = await Installation.start();
    play = new FaultPlay(h);
  });
  afterAll(async () => {
    await h.stop();
  });

  /** One shift around the clock, in which these take turns, each for sixty days. */
  async function onDuty(...usernames: readonly string[]): Promise<void> {
    const path = '/teams/T-0001/roster';
    const headers = { 'if-match': (await h.as('wang').get(path)).headers.get('etag') ?? '' };
    const from = new Date(Date.now() - DAY_IN_MS).toISOString().slice(0, 10);
    const roster = {
      ...{ title: text('值班表'), calendarId: '7x24', daysOff: null, entries: [] },
      shifts: [{ id: 'day', title: text('白班'), begins: '00:00' }],
      everyDay: { from, daysEach: 60, turns: { day: usernames.map((one) => `U-${one}`) } },
    };
    expect((await h.as('wang').send('PUT', path, roster, { headers })).status).toBe(200);
  }

  /** 001's own limits are minutes; the table of limits says one. */
  async function answeredWithinAMinute(): Promise<void> {
    await h.db.contracts.updateMany({ customerId: 'C-0001' }, { $set: { limits: [] } });
    const headers = { 'if-match': (await h.as('admin-demo').get('/service-levels')).headers.get('etag') ?? '' };
    const limit = { class: 'severe', tier: 'gold', responseInMinutes: 1, resolutionInMinutes: 240 };
    const levels = { limits: [limit], diagnosis: [] };
    expect((await h.as('admin-demo').send('PUT', '/service-levels', levels, { headers })).status).toBe(200);
    const deadlines = {
      ...faultProcess.policy.deadlines,
      respond: { ...faultProcess.policy.deadlines.respond!, ladder: LADDER },
    };
    await h.setPolicy({ deadlines, onDuty: { respond: { team: 'T-0001' } } }, faultProcess);
  }

  it(
    'is asked of three of the roster one after another, then the project manager and the technical lead hear of it, each at its instant',
    async () => {
      await onDuty('li', 'zhao', 'sun');
      await answeredWithinAMinute();
      const caseId = await play.entered();
      await h.mails.expect('li', '【待办】', caseId);
      const { startedAt } = await h.caseRow(caseId);
      await eventually(async () => {
        const heard = await h.db.journal.countDocuments({ caseId, kind: 'told' });
        if (heard < 2) throw new Error(`${heard} were told`);
      }, MOST_TRIES);
      for (const who of ['zhao', 'sun']) await h.mails.expect(who, '【值班】', caseId);
      for (const who of ['wang', 'ding']) await h.mails.expect(who, '【逾期】', caseId);

      const rows = await h.db.journal
        .find({ caseId, taskId: `${caseId}.respond.1`, kind: { $in: ['duty-called', 'told'] } })
        .sort({ seq: 1 })
        .lean();
      const told = rows.map(({ kind, at, details }) => {
        const { duty, role } = details as { duty?: { people: { name: string }[] }; role?: string };
        const after = (Date.parse(at) - startedAt.getTime()) / SECOND_IN_MS;
        return [after, kind, duty?.people.map(({ name }) => name).join() ?? role];
      });
      expect(told).toEqual([
        [15, 'duty-called', '赵工'],
        [30, 'duty-called', '孙副经理'],
        [45, 'told', 'project-manager'],
        [60, 'told', 'tech-lead'],
      ]);
      const { body } = await h.as('zheng').get<{ waitingFor: string }>(`/cases/${caseId}`);
      expect(body.waitingFor).toContain('响应');

      // Whoever of them takes it has it; that it was late stays on record and in the figures, once.
      await play.does('sun', caseId, 'respond');
      await play.finishes(caseId, 'sun');
      const row = await h.caseRow(caseId);
      expect(row.breaches?.filter(({ name }) => name === 'response' || name === 'respond')).toHaveLength(1);
      expect(await h.db.faultFigures.findById(caseId).lean()).toMatchObject({
        ...{ breached: ['response'], engineer: { id: 'U-sun' } },
      });
      await h.keepsHistory(caseId, 'fault-nobody-answers');
    },
    PATIENCE_IN_MS,
  );
});
