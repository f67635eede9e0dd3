import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../../activities';
import { connectToTemporal, createGateway, type Gateway } from '../../api/gateway';
import { addOpenTime, openTimeBetween } from '../../models/calendar/open-time';
import { chineseHolidays } from '../../models/calendar/holiday-rules';
import { openCalendar } from '../../models/calendar/open-calendar';
import { standardCalendars } from '../../models/calendar/standard-calendars';
import { WEEKDAYS } from '../../models/contracts/opening-hours';
import type { CalendarInput, CalendarRef } from '../../models/contracts/calendar';
import type { Deadline, Policy } from '../../models/contracts/policy';
import type { ProcessContract } from '../../models/contracts/process';
import { scrapProcess } from '../../models/contracts/scrap';
import type * as Processes from '../../models/contracts/processes';
import { publishedCalendars } from '../../models/published-calendars';
import { workerOptions } from '../../worker/create-worker';
import { apiForThisFile } from '../api/api-under-test';
import { eventually } from '../harness/eventually';

const opinion = scrapProcess.steps['manager-review']!;
const mockSmall: ProcessContract = {
  ...scrapProcess,
  ...{ type: 'small', prefix: 'XS', title: { zh: '小流程', en: 'Small procedure' }, documents: {} },
  stages: { respond: { zh: '响应', en: 'Response' }, solve: { zh: '处理', en: 'Solution' } },
  steps: { answer: opinion, diagnose: opinion, part: opinion, fix: opinion },
  clocks: { response: { zh: '响应时限', en: 'Response' }, resolution: { zh: '解决时限', en: 'Resolution' } },
};
jest.mock('../../models/contracts/processes', () => {
  const actual = jest.requireActual<typeof Processes>('../../models/contracts/processes');
  return { ...actual, processOf: (type: string) => (type === 'small' ? mockSmall : actual.processOf(type)) };
});

const HOUR_IN_MS = 3_600_000;
const ALWAYS: CalendarRef = { id: '7x24', version: 1 };
const OFFICE: CalendarRef = { id: '5x8', version: 1 };
const ladder: Deadline['ladder'] = [50, 75, 90, 100, 150].map((atPercent) => ({ atPercent, does: 'remind' }));
const LI = { id: 'U-li', name: '李工' };

describe('the clocks of a case', () => {
  const api = apiForThisFile();
  const taskQueue = `small-${randomBytes(5).toString('hex')}`;
  const running: { worker?: Worker; connection?: NativeConnection; ended?: Promise<void>; gateway?: Gateway } = {};

  beforeAll(async () => {
    const servers = JSON.parse(process.env.OPSFLOW_TEST_SERVERS ?? '{}') as { TEMPORAL_ADDRESS: string };
    const config = {
      ...api.deps.config,
      ...{ TEMPORAL_ADDRESS: servers.TEMPORAL_ADDRESS, TEMPORAL_TASK_QUEUE: taskQueue, UPDATE_DEADLINE_MS: 30_000 },
    };
    running.connection = await NativeConnection.connect({ address: servers.TEMPORAL_ADDRESS });
    running.worker = await Worker.create({
      ...{ ...workerOptions(config), connection: running.connection },
      activities: createActivities({
        ...{ config, db: api.db, calendar: publishedCalendars(api.db), outbox: { deliver: () => Promise.resolve() } },
      }),
      workflowsPath: path.join(__dirname, 'small-procedure.ts'),
    });
    running.ended = running.worker.run();
    running.gateway = createGateway(await connectToTemporal(config), config);
  }, 120_000);
  afterAll(async () => {
    running.worker?.shutdown();
    await running.ended;
    await running.connection?.close();
  });

  const engine = () => running.gateway!;

  async function begins(
    caseDeadlines: NonNullable<Policy['caseDeadlines']>,
    { at = new Date().toISOString(), calendar = ALWAYS } = {},
  ): Promise<string> {
    const id = `XS-20261122-${Math.floor(Math.random() * 1e9)}`;
    await engine().begin({
      head: {
        ...{ id, process: 'small', customer: { id: 'C-0001', name: '江州市财政信息中心' }, applicant: LI },
        ...{ subject: '数据库变慢', priority: 'normal', startedAt: at },
      },
      policy: { deadlines: {}, caseDeadlines, cancelRoles: [], amounts: {} },
      ...{ calendar, request: {}, facts: {}, attachments: [], locks: [], answerKey: randomUUID(), bodyHash: 'h' },
    });
    return id;
  }

  async function does(caseId: string, step: string, comment = '', at = new Date().toISOString()): Promise<void> {
    await engine().complete(caseId, {
      ...{ at, key: randomUUID(), bodyHash: 'h', actor: { ...LI, keys: ['role:engineer:C-0001'] } },
      ...{
        taskId: `${caseId}.${step}.1`,
        outcome: 'submit',
        comment,
        returnTo: null,
        form: {},
        names: {},
        attachments: [],
      },
    });
  }

  const within = (budgetInMs: number, time: Deadline['time'] = 'open'): Deadline => ({ budgetInMs, time, ladder });
  const rowOf = async (caseId: string) => (await api.db.cases.findById(caseId).lean())!;
  const clockOf = async (caseId: string, name: string) => (await rowOf(caseId)).clocks!.find((of) => of.name === name)!;
  const journal = async (caseId: string) => await api.db.journal.find({ caseId }).sort({ seq: 1 }).lean();
  const lines = async (caseId: string, name: string) =>
    (await journal(caseId)).flatMap(({ kind, details }) =>
      details.clock === name ? [`${kind}${details.atPercent ? ` ${details.atPercent as number}` : ''}`] : [],
    );

  it('start, pause, go on and stop as the procedure says, and the record measures what they used', async () => {
    const caseId = await begins({ response: within(HOUR_IN_MS), resolution: within(2 * HOUR_IN_MS) });
    await does(caseId, 'answer');
    expect(await clockOf(caseId, 'response')).toMatchObject({
      dueAt: null,
      clock: { isStopped: true, breachedAt: null },
    });
    await does(caseId, 'diagnose');
    expect(await clockOf(caseId, 'resolution')).toMatchObject({ isHeld: true, dueAt: null, usedInMs: null });
    await does(caseId, 'part');
    expect((await clockOf(caseId, 'resolution')).dueAt).not.toBeNull();
    await does(caseId, 'fix');
    expect(await lines(caseId, 'response')).toEqual(['clock-started', 'clock-stopped']);
    expect(await lines(caseId, 'resolution')).toEqual([
      ...['clock-started', 'clock-paused', 'clock-resumed', 'clock-stopped'],
    ]);
    const { clock, usedInMs } = await clockOf(caseId, 'resolution');
    const ran = clock.intervals.map(({ from, to }) => Date.parse(to!) - Date.parse(from));
    expect(usedInMs).toBe(ran[0]! + ran[1]!);
    const [stopped] = (await journal(caseId)).filter(
      ({ kind, details }) => kind === 'clock-stopped' && details.clock === 'resolution',
    );
    expect(stopped!.details).toMatchObject({ usedInMs, budgetInMs: 2 * HOUR_IN_MS, breachedAt: null, grade: 1 });
    expect(await rowOf(caseId)).toMatchObject({ state: 'completed', isBreached: false });
  });

  it('remind at each threshold and after, once each; the overrun stands though the level then gives more time', async () => {
    const caseId = await begins({ resolution: within(400) });
    await eventually(async () => expect(await lines(caseId, 'resolution')).toContain('reminded 150'));
    const all = [
      'clock-started',
      'reminded 50',
      'reminded 75',
      'reminded 90',
      'clock-breached',
      'reminded 100',
      'reminded 150',
    ];
    expect(await lines(caseId, 'resolution')).toEqual(all);
    const { breaches } = await rowOf(caseId);
    await does(caseId, 'answer');
    await does(caseId, 'diagnose', `${100 * HOUR_IN_MS}`);
    const { clock } = await clockOf(caseId, 'resolution');
    expect(clock).toMatchObject({ budgetInMs: 100 * HOUR_IN_MS, breachedAt: breaches![0]!.at });
    expect(await rowOf(caseId)).toMatchObject({ isBreached: true, breaches });
    await does(caseId, 'part');
    await does(caseId, 'fix');
    expect(await lines(caseId, 'resolution')).toEqual([
      ...all,
      ...['clock-budget-changed', 'clock-paused', 'clock-resumed', 'clock-stopped'],
    ]);
    expect(await api.db.overruns.countDocuments({ caseId })).toBe(1);
    expect(await rowOf(caseId)).toMatchObject({ state: 'completed', isBreached: true, breaches });
  });

  it('given less time than was used, are overrun at once and remind nobody while they stand still', async () => {
    const start = new Date(Date.now() - HOUR_IN_MS).toISOString();
    const caseId = await begins({ resolution: within(10 * HOUR_IN_MS) }, { at: start });
    await does(caseId, 'answer');
    await does(caseId, 'diagnose', `${HOUR_IN_MS / 2}`);
    await eventually(async () => expect(await lines(caseId, 'resolution')).toContain('clock-breached'));
    const half = new Date(Date.parse(start) + HOUR_IN_MS / 2).toISOString();
    expect((await rowOf(caseId)).breaches).toMatchObject([{ name: 'resolution', at: half }]);
    expect(await lines(caseId, 'resolution')).not.toContain('reminded 50');
    await does(caseId, 'part');
    await eventually(async () => expect(await lines(caseId, 'resolution')).toContain('reminded 150'));
  });

  it('changed from open to elapsed time, keep what was used in open time and go on around the clock', async () => {
    const start = new Date(Date.now() - 30 * 24 * HOUR_IN_MS).toISOString();
    const caseId = await begins({ resolution: within(400 * HOUR_IN_MS) }, { at: start, calendar: OFFICE });
    await does(caseId, 'answer');
    await does(caseId, 'diagnose', `${300 * HOUR_IN_MS} elapsed`);
    await does(caseId, 'part');
    const { clock, dueAt } = await clockOf(caseId, 'resolution');
    const lengthOf = ({ from, to }: { from: string; to: string | null }) => Date.parse(to!) - Date.parse(from);
    const [open, between, resumed] = clock.intervals;
    const office = openCalendar(
      { ...standardCalendars('Asia/Shanghai')['5x8'], id: '5x8', version: 1 },
      chineseHolidays([]),
    );
    expect(clock.intervals.map(({ time }) => time)).toEqual(['open', undefined, undefined]);
    const usedInMs = openTimeBetween(office, Date.parse(open!.from), Date.parse(open!.to!)) + lengthOf(between!);
    expect(Date.parse(dueAt!)).toBe(Date.parse(resumed!.from) + 300 * HOUR_IN_MS - usedInMs);
  });

  it('across 国庆 2026 count its make-up Saturday and not its seven days off, and end at 18:00, not the next morning', async () => {
    const at = '2026-09-30T08:00:00.000Z';
    const caseId = await begins({ resolution: within(26 * HOUR_IN_MS) }, { at, calendar: OFFICE });
    await eventually(async () => expect(await lines(caseId, 'resolution')).toContain('reminded 150'));
    const told = (await journal(caseId)).flatMap(({ kind, at: when, details }) =>
      details.clock === 'resolution' ? [`${kind} ${(details.atPercent as number | undefined) ?? ''} ${when}`] : [],
    );
    expect(told).toEqual([
      'clock-started  2026-09-30T08:00:00.000Z',
      'reminded 50 2026-10-09T03:30:00.000Z',
      'reminded 75 2026-10-10T02:00:00.000Z',
      'reminded 90 2026-10-10T07:24:00.000Z',
      'clock-breached  2026-10-10T10:00:00.000Z',
      'reminded 100 2026-10-10T10:00:00.000Z',
      'reminded 150 2026-10-13T07:00:00.000Z',
    ]);
  });

  it('made to pass by a calendar that is published while nobody works, remind nobody until it opens', async () => {
    // A zone in which it is evening now.
    const ahead = 20 - new Date().getUTCHours();
    const offset = ahead > 14 ? ahead - 24 : ahead;
    const timeZone = offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`;
    const dayFromNow = (days: number) =>
      new Date(Date.now() + offset * HOUR_IN_MS + days * 24 * HOUR_IN_MS).toISOString().slice(0, 10);
    const daytime = Object.fromEntries(WEEKDAYS.map((day) => [day, [{ from: '08:00', to: '18:00' }]]));
    const calendar: CalendarInput = { ...standardCalendars(timeZone)['7x24'], week: daytime as CalendarInput['week'] };
    const row = { calendarId: 'daytime', holidayYears: [], libraryYears: [], knownUntil: null };
    const rest = { publishedAt: new Date(), publishedBy: null, note: '' };
    const exceptions = [-1, 0, 1, 2].map((days) => ({ date: dayFromNow(days), ranges: [] }));
    await api.db.calendars.insertMany([
      { ...row, ...rest, _id: 'daytime@1', version: 1, calendar: { ...calendar, exceptions } },
      { ...row, ...rest, _id: 'daytime@2', version: 2, calendar },
    ]);
    const at = new Date(Date.now() - 10 * HOUR_IN_MS).toISOString();
    const caseId = await begins(
      { resolution: within(10 * HOUR_IN_MS) },
      { at, calendar: { id: 'daytime', version: 1 } },
    );
    await eventually(async () => expect(await lines(caseId, 'resolution')).toEqual(['clock-started']));
    await engine().rearm(caseId, {
      ...{ at: new Date().toISOString(), key: randomUUID(), bodyHash: 'h', actor: { ...LI, keys: [] } },
      ...{ calendar: { id: 'daytime', version: 2 }, publishedBy: null },
    });
    // Five of its ten hours were over in the afternoon. A command comes after all that is due.
    await does(caseId, 'answer');
    expect(await lines(caseId, 'resolution')).toEqual(['clock-started']);
    const [last] = await api.db.steps.find({ caseId }).sort({ seq: -1 }).limit(1).lean();
    const half = last!.result.armed[0]!.instants.find(({ atPercent }) => atPercent === 50);
    const opening = Date.parse(`${dayFromNow(1)}T08:00:00Z`) - offset * HOUR_IN_MS;
    expect(half!.at).toBe(new Date(opening).toISOString());
  });

  it('in a zone that puts its clocks back and forth, keep to the hours on the wall', async () => {
    const zone = 'Europe/Berlin';
    const calendar = { ...standardCalendars(zone)['5x8'], holidays: 'none' as const };
    const row = { _id: 'berlin@1', calendarId: 'berlin', version: 1, calendar, holidayYears: [], knownUntil: null };
    await api.db.calendars.insertMany([{ ...row, publishedAt: new Date(), publishedBy: null, note: '' }]);
    const at = '2026-10-23T14:00:00.000Z';
    const ref = { id: 'berlin', version: 1 };
    const caseId = await begins({ resolution: within(10 * HOUR_IN_MS) }, { at, calendar: ref });
    const opened = openCalendar({ ...calendar, ...ref }, chineseHolidays([]));
    await eventually(async () => expect((await rowOf(caseId)).isBreached).toBe(true));
    const due = new Date(addOpenTime(opened, Date.parse(at), 10 * HOUR_IN_MS).at).toISOString();
    // Friday 16:00 in summer time; two hours are left of it, and the clocks go back on Sunday: Monday 18:00 in winter time.
    expect(due).toBe('2026-10-26T17:00:00.000Z');
    expect((await rowOf(caseId)).breaches).toMatchObject([{ at: due }]);
  });
});
