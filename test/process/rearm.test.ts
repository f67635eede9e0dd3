import { standardCalendars } from '../../models/calendar/standard-calendars';
import type { CalendarInput } from '../../models/contracts/calendar';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';

/** How many cases run; `OPSFLOW_REARM_CASES=1000` measures, and says how long it took. */
const CASES = Number(process.env.OPSFLOW_REARM_CASES ?? 30);
const PATIENCE_IN_MS = 300_000 + 2_000 * CASES;
const TRIES = 1_000 + CASES;
const AT_ONCE = 6;
const { '5x8': officeHours, '7x24': aroundTheClock } = standardCalendars('Asia/Shanghai');

describe('publishing a calendar', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start({ COMPANY_CALENDAR: '5x8' });
    await startCases();
  }, PATIENCE_IN_MS);
  afterAll(async () => {
    await h.stop();
  }, PATIENCE_IN_MS);

  async function startCases(): Promise<void> {
    const waiting = Array.from({ length: CASES }, (_, number) => number).values();
    const one = async () => {
      while (!waiting.next().done) await h.as('li').startsScrap(await h.device());
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
  }

  async function publishes(calendar: CalendarInput, note: string): Promise<void> {
    const admin = h.as('admin-demo');
    const { body: draft } = await admin.get<{ version: number; base: number }>('/calendars/5x8/draft');
    const headers = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
    const put = { base: draft.base, calendar: { ...calendar, title: officeHours.title } };
    const kept = await admin.send('PUT', '/calendars/5x8/draft', put, headers(draft.version));
    expect(kept.status).toBe(200);
    const published = await admin.post('/calendars/5x8/publish', { note }, headers(draft.version + 1));
    expect(published).toMatchObject({ status: 201, body: { version: draft.base + 1, runningCases: CASES } });
  }

  const behind = async () => {
    const { body } = await h.as('li').get<{ cases: { running: number; behind: number } }>('/calendars/5x8');
    expect(body.cases.running).toBe(CASES);
    return body.cases.behind;
  };
  const allInForce = async () => await eventually(async () => expect(await behind()).toBe(0), TRIES);
  const changes = async (version: number) =>
    await h.db.journal.find({ kind: 'calendar-changed', 'details.to.version': version }).lean();

  async function eachOnce(version: number): Promise<void> {
    const told = await changes(version);
    expect(new Set(told.map(({ caseId }) => caseId)).size).toBe(CASES);
    expect(told).toHaveLength(CASES);
    const tasks = await h.db.tasks.find({ status: 'open' }).lean();
    const dueOf = new Map(tasks.map(({ _id, dueAt }) => [_id, dueAt?.toISOString()]));
    for (const { details } of told) {
      const [deadline] = details.deadlines as { taskId: string; was: string; is: string }[];
      expect(deadline?.is).toBe(dueOf.get(deadline?.taskId ?? ''));
      expect(deadline?.is).not.toBe(deadline?.was);
    }
  }

  it(
    'sets all running cases anew, each once, also when the worker is killed in the middle',
    async () => {
      await publishes(aroundTheClock, '全天候');
      await eventually(async () => expect((await changes(2)).length).toBeGreaterThanOrEqual(CASES / 5), TRIES);
      await h.killWorker();
      const left = await behind();
      expect(left).toBeGreaterThan(0);
      expect(left).toBeLessThan(CASES);
      await h.startWorker();
      await allInForce();
      await eachOnce(2);
    },
    PATIENCE_IN_MS,
  );

  it(
    'takes one update of each case',
    async () => {
      const startedAt = Date.now();
      await publishes(officeHours, '恢复工作时间');
      await allInForce();
      if (process.env.OPSFLOW_REARM_CASES)
        process.stderr.write(`${CASES} cases were set anew in ${(Date.now() - startedAt) / 1000} s\n`);
      await eachOnce(3);
      const [told] = await changes(3);
      const { events } = await h.temporal.workflow.getHandle(told!.caseId).fetchHistory();
      const updates = events?.flatMap(
        (event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name ?? [],
      );
      expect(updates?.filter((name) => name === 'rearm')).toHaveLength(2);
    },
    PATIENCE_IN_MS,
  );
});
