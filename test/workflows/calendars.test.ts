import { openCalendar } from '../../models/calendar/open-calendar';
import { chineseHolidays } from '../../models/calendar/holiday-rules';
import { instantOfShare } from '../../models/calendar/clock';
import { standardCalendars } from '../../models/calendar/standard-calendars';
import { closeOfNthWorkingDayAfter } from '../../models/calendar/working-days';
import type { CalendarInput } from '../../models/contracts/calendar';
import { scrapProcess } from '../../models/contracts/scrap';
import type { CalendarRow } from '../../models/db';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { inShanghai } from '../unit/calendar-samples';

const ZONE = 'Asia/Shanghai';
const DAY_IN_MS = 86_400_000;
const { '5x8': officeHours, '7x24': aroundTheClock } = standardCalendars(ZONE);

describe('the calendar of a case', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start({ COMPANY_CALENDAR: '5x8' });
  });
  afterAll(async () => {
    await h.stop();
  });

  /** Publishes a version as the API will. */
  async function publish(calendarId: string, version: number, calendar: CalendarInput): Promise<void> {
    const row: CalendarRow = {
      ...{ _id: `${calendarId}@${version}`, calendarId, version, calendar, holidayYears: [], knownUntil: 2026 },
      ...{ publishedAt: new Date(), publishedBy: { id: 'U-admin-demo', name: '管理员' }, note: '' },
    };
    await h.db.calendars.insertMany([row]);
  }
  const dueAt = async (caseId: string) => (await h.db.tasks.findOne({ caseId, status: 'open' }).lean())?.dueAt;
  const inForce = async (caseId: string) => (await h.db.cases.findById(caseId).lean())?.calendar;

  it('begins with 5×8 and 7×24, whose holidays are known to the end of the year that the library knows', async () => {
    const rows = await h.db.calendars.find().sort({ _id: 1 }).lean();
    expect(rows.map(({ _id, knownUntil }) => [_id, knownUntil])).toEqual([
      ['5x8@1', 2026],
      ['7x24@1', null],
    ]);
  });

  it('makes its deadlines run in open time', async () => {
    const caseId = await h.as('li').startsScrap(await h.device());
    const task = await h.db.tasks.findOne({ caseId, status: 'open' }).lean();
    const calendar = openCalendar({ ...officeHours, id: '5x8', version: 1 }, chineseHolidays([]));
    const { at } = closeOfNthWorkingDayAfter(calendar, task!.openedAt.getTime(), 5);
    expect(task!.dueAt).toEqual(new Date(at));
    expect(inShanghai(at)).toMatch(/18:00$/);
    expect(await inForce(caseId)).toEqual({ id: '5x8', version: 1 });
    await h.mails.expect('chen', '【待办】', caseId);
  });

  it('is the one of the contract that covers the device, so that its deadline runs around the clock', async () => {
    const [covered, other] = [await h.device(), await h.device()];
    const contract = await h.db.contracts.findById('K-0001', { _id: 0 }).lean();
    const row = { ...contract!, _id: 'K-story', number: 'YW-story', deviceIds: [covered], calendarId: '7x24' };
    await h.db.contracts.insertMany([row]);
    const cases = [await h.as('li').startsScrap(covered), await h.as('li').startsScrap(other)];
    const [always, office] = await Promise.all(
      cases.map(async (caseId) => await h.db.tasks.findOne({ caseId, status: 'open' }).lean()),
    );
    expect(await Promise.all(cases.map(inForce))).toEqual([
      { id: '7x24', version: 1 },
      { id: '5x8', version: 1 },
    ]);
    const ends = (id: string, content: CalendarInput, task: typeof always) => {
      const calendar = openCalendar({ ...content, id, version: 1 }, chineseHolidays([]));
      return new Date(closeOfNthWorkingDayAfter(calendar, task!.openedAt.getTime(), 5).at);
    };
    expect(always!.dueAt).toEqual(ends('7x24', aroundTheClock, always));
    expect(office!.dueAt).toEqual(ends('5x8', officeHours, office));
    const { body } = await h.as('wang').get<{ deadline: { sentence: string } }>(`/tasks/${always!._id}/deadline`);
    expect(body.deadline.sentence).toMatch(/7×24.*第 1 版/);
    for (const caseId of cases) {
      await h.mails.expect('chen', '【待办】', caseId);
      await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '测试' });
    }
  });

  it('tells where holidays that nobody has announced yet may move a deadline: in the case, the task and the journal', async () => {
    const { deadlines } = scrapProcess.policy;
    const years = { budgetInMs: 399 * DAY_IN_MS, time: 'open' as const, ladder: [] };
    await h.setPolicy({ deadlines: { ...deadlines, receipt: years } });
    const far = await h.as('li').startsScrap(await h.device());
    await h.setPolicy({});
    const near = await h.as('li').startsScrap(await h.device());
    const told = async (caseId: string) => {
      const { body } = await h.as('li').get<{ isDueProvisional: boolean }>(`/cases/${caseId}`);
      const task = await h.db.tasks.findOne({ caseId }).lean();
      const opened = await h.db.journal.findOne({ caseId, kind: 'task-opened' }).lean();
      expect(opened!.details.deadline).toMatchObject({ dueAt: task!.dueAt!.toISOString(), calendar: '5x8@1' });
      const { isProvisional } = opened!.details.deadline as { isProvisional: boolean };
      const calendar = openCalendar({ ...officeHours, id: '5x8', version: 1 }, chineseHolidays([]));
      const due = instantOfShare(calendar, task!.clock!, 100)!;
      expect([body.isDueProvisional, task!.isDueProvisional]).toEqual([due.isProvisional, due.isProvisional]);
      expect(isProvisional).toBe(due.isProvisional);
      return isProvisional;
    };
    expect(await told(far)).toBe(true);
    // Soon, but on the last days of a year nobody knows that either.
    await told(near);
    for (const caseId of [far, near]) {
      await h.mails.expect('chen', '【待办】', caseId);
      await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '测试' });
    }
  });

  it('published anew, sets the running clocks of all its cases anew, once each, and their journals tell both deadlines', async () => {
    const cases = [await h.as('li').startsScrap(await h.device()), await h.as('li').startsScrap(await h.device())];
    for (const caseId of cases) await h.mails.expect('chen', '【待办】', caseId);
    const before = await Promise.all(cases.map(dueAt));
    await publish('5x8', 2, { ...aroundTheClock, title: officeHours.title });
    await eventually(async () => {
      for (const caseId of cases) expect(await inForce(caseId)).toEqual({ id: '5x8', version: 2 });
    });
    for (const [index, caseId] of cases.entries()) {
      const task = await h.db.tasks.findOne({ caseId, status: 'open' }).lean();
      // Five whole days after this one, until midnight.
      const calendar = openCalendar({ ...aroundTheClock, id: '5x8', version: 2 }, chineseHolidays([]));
      expect(task!.dueAt).toEqual(new Date(closeOfNthWorkingDayAfter(calendar, task!.openedAt.getTime(), 5).at));
      const changes = await h.db.journal.find({ caseId, kind: 'calendar-changed' }).lean();
      expect(changes.map(({ details }) => details)).toEqual([
        {
          from: { id: '5x8', version: 1 },
          to: { id: '5x8', version: 2 },
          publishedBy: { id: 'U-admin-demo', name: '管理员' },
          deadlines: [
            {
              ...{ taskId: task!._id, step: 'receipt', isProvisional: false },
              ...{ was: before[index]!.toISOString(), is: task!.dueAt!.toISOString() },
            },
            expect.objectContaining({ taskId: null, clock: 'overall', isProvisional: false }),
          ],
        },
      ]);
      await h.mails.nothingElse(caseId);
    }
  });

  it('that makes a deadline of a running case pass notes the overrun and sets off, once each, what was due meanwhile', async () => {
    const dayFromNow = (days: number) => new Date(Date.now() + days * DAY_IN_MS).toISOString().slice(0, 10);
    const exceptions = [-1, 0, 1, 2].map((days) => ({ date: dayFromNow(days), ranges: [] }));
    await publish('5x8', 3, { ...officeHours, exceptions });
    await h.setPolicy({
      deadlines: {
        ...scrapProcess.policy.deadlines,
        receipt: {
          ...{ budgetInMs: 1_000, time: 'open' },
          ladder: [
            { atPercent: 50, does: 'remind' },
            { atPercent: 100, does: 'tell', to: 'project-manager' },
          ],
        },
      },
    });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.mails.expect('chen', '【待办】', caseId);
    const task = await h.db.tasks.findOne({ caseId, status: 'open' }).lean();
    expect(task!.dueAt!.getTime()).toBeGreaterThan(Date.now() + DAY_IN_MS / 2);
    await eventually(() => expect(Date.now()).toBeGreaterThan(task!.openedAt.getTime() + 1_000));
    await h.mails.nothingElse(caseId);
    await publish('5x8', 4, { ...aroundTheClock, title: officeHours.title });
    await h.mails.expect('chen', '【催办】', caseId);
    await h.mails.expect('wang', '【逾期】', caseId);
    const due = new Date(task!.openedAt.getTime() + 1_000);
    const kinds = ['calendar-changed', 'clock-breached', 'reminded', 'told'] as const;
    const told = await h.db.journal
      .find({ caseId, kind: { $in: kinds } })
      .sort({ seq: 1 })
      .lean();
    expect(told.map(({ kind }) => kind)).toEqual(kinds);
    expect(told[1]!.details).toMatchObject({ step: 'receipt', dueAt: due.toISOString() });
    expect(await h.db.overruns.find({ caseId }).lean()).toMatchObject([
      { at: due, calendar: { id: '5x8', version: 4 } },
    ]);
    expect(await h.db.cases.findById(caseId).lean()).toMatchObject({ isBreached: true, state: 'open' });
    await h.mails.nothingElse(caseId);
    await h.as('chen').submits(caseId, 'receipt');
    await h.mails.expect('wang', '【待办】', caseId);
    await h.setPolicy({});
  });
});
