import { randomUUID } from 'node:crypto';
import { standardCalendars } from '../../models/calendar/standard-calendars';
import type { CalendarInput } from '../../models/contracts/calendar';
import { apiForThisFile } from './api-under-test';
import { sendCalendarFile } from './calendar-file';

const api = apiForThisFile();
const ADMIN = 'admin-demo';
const { '5x8': officeHours } = standardCalendars('Asia/Shanghai');
const morning = [{ from: '08:30', to: '12:00' }];

/** Sends with the version that was read. */
async function send(method: string, path: string, body: unknown, version: number, username = ADMIN, key?: string) {
  const headers = { 'if-match': `"${version}"`, ...(key === undefined ? {} : { 'idempotency-key': key }) };
  return await api.as(username).send(method, path, body, { headers });
}
const keep = async (id: string, version: number, base: number, calendar: unknown, more = {}, username = ADMIN) =>
  await send('PUT', `/calendars/${id}/draft`, { base, calendar, ...more }, version, username);
const publish = async (id: string, version: number, note = '测试', username = ADMIN, key?: string) =>
  await send('POST', `/calendars/${id}/publish`, { note }, version, username, key);
const draftOf = async (id: string) => (await api.as(ADMIN).get<{ version: number }>(`/calendars/${id}/draft`)).body;
const halfDay = (date: string): CalendarInput => ({
  ...officeHours,
  exceptions: [{ date, ranges: morning, title: '半天' }],
});

describe('calendars', () => {
  test('are read by staff, not on the customer side', async () => {
    const { status, body } = await api.as('li').get<{ items: unknown[] }>('/calendars');
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { id: '5x8', isDefault: true, hasDraft: false, published: { version: 1, knownUntil: 2026, publishedBy: null } },
      { id: '7x24', isDefault: false, hasDraft: false, published: { version: 1, knownUntil: null } },
    ]);
    for (const path of ['', '/5x8', '/5x8/versions/1', '/5x8/years/2026', '/5x8/draft', '/5x8/export'])
      expect((await api.as('chen').get(`/calendars${path}`)).status).toBe(403);
  });

  test('tell their versions and the cases that run in them', async () => {
    const open = { state: 'open', calendar: { id: '5x8', version: 1 } };
    await api.db.cases.collection.insertMany([
      { _id: 'BF-20260101-0101', ...open },
      { _id: 'BF-20260101-0102', ...open, state: 'completed' },
    ] as never[]);
    const { body } = await api.as('li').get('/calendars/5x8');
    expect(body).toMatchObject({ versions: [{ version: 1 }], cases: { running: 1, behind: 0 } });
    expect((await api.as('li').get('/calendars/nothing')).status).toBe(404);
    expect((await api.as('li').get('/calendars/5x8/versions/9')).status).toBe(404);
    const { body: first } = await api.as('li').get('/calendars/5x8/versions/1');
    expect(first).toMatchObject({ id: '5x8', version: 1, calendar: officeHours, holidayYears: [] });
  });

  test('show a year day by day: week, days off, make-up days, and whether that is certain', async () => {
    const { body } = await api.as('li').get<{ days: { date: string }[] }>('/calendars/5x8/years/2026');
    expect(body).toMatchObject({ version: 1, year: 2026, holidaysFrom: 'library', timeZone: 'Asia/Shanghai' });
    expect(body.days).toHaveLength(365);
    const day = (date: string) => body.days.find((one) => one.date === date);
    expect(day('2026-10-01')).toMatchObject({ rule: 'holiday', ranges: [], openInMs: 0, title: { zh: '国庆节' } });
    expect(day('2026-10-10')).toMatchObject({ rule: 'make-up', weekday: 'saturday', openInMs: 8 * 3_600_000 });
    expect(day('2026-12-25')).toMatchObject({ rule: 'week', isProvisional: false });
    expect(day('2026-12-31')).toMatchObject({ isProvisional: true });
    const { body: next } = await api.as('li').get<{ days: { isProvisional: boolean }[] }>('/calendars/5x8/years/2027');
    expect(next).toMatchObject({ holidaysFrom: 'computed' });
    expect(next.days.every(({ isProvisional }) => isProvisional)).toBe(true);
    for (const year of ['1969', '2201', 'next']) {
      expect((await api.as('li').get(`/calendars/5x8/years/${year}`)).status).toBe(422);
    }
  });

  test('answer how much time is open between two instants', async () => {
    const [from, to] = ['2026-09-30T09:00:00Z', '2026-10-10T02:00:00Z'];
    const { body } = await api.as('li').get(`/calendars/5x8/open-time?from=${from}&to=${to}`);
    // Wednesday 17:00–18:00, then the holiday, Thursday 8, Friday 9, and the make-up Saturday until 10:00.
    expect(body).toEqual({ version: 1, openInMs: (1 + 8 + 8 + 1.5) * 3_600_000 });
    const backwards = await api.as('li').get(`/calendars/5x8/open-time?from=${to}&to=${from}`);
    expect(backwards).toMatchObject({ status: 422, body: { errors: [{ pointer: '/to' }] } });
    const century = await api.as('li').get(`/calendars/5x8/open-time?from=${from}&to=2126-01-01T00:00:00Z`);
    expect(century).toMatchObject({ status: 422, body: { errors: [{ pointer: '/to' }] } });
  });

  test('answer when a budget would be used up, with every stretch that counts and why', async () => {
    const ask = async (query: string) =>
      await api.as('li').get(`/calendars/5x8/deadline?from=2026-09-30T09:00:00Z&${query}`);
    const { body } = await ask(`budgetInMs=${9 * 3_600_000}`);
    // One hour before the holiday, eight on Thursday the 8th: used up at the last minute of that day.
    expect(body).toMatchObject({ version: 1, dueAt: '2026-10-08T10:00:00.000Z', isProvisional: false });
    expect(body.stretches).toHaveLength(3);
    expect(body.sentence).toContain('国庆节');
    expect((await ask('workingDays=3')).body).toMatchObject({ dueAt: '2026-10-10T10:00:00.000Z' });
    expect((await ask(`budgetInMs=3600000&time=elapsed`)).body).toMatchObject({ dueAt: '2026-09-30T10:00:00.000Z' });
    expect((await ask(`budgetInMs=${90 * 8 * 3_600_000}`)).body).toMatchObject({ isProvisional: true });
  });

  test.each([
    ['a budget of 0', 'budgetInMs=0'],
    ['a budget of a century', `budgetInMs=${36_525 * 86_400_000}`],
    ['no budget', 'time=open'],
    ['two budgets', 'budgetInMs=1&workingDays=1'],
    ['a fraction of a day', 'workingDays=1.5'],
  ])('refuse %s', async (_, query) => {
    const answer = await api.as('li').get(`/calendars/5x8/deadline?from=2026-09-30T09:00:00Z&${query}`);
    expect([answer.status, answer.body.code]).toEqual([422, 'invalid-input']);
  });
});

describe('a draft', () => {
  test('is made by administrators of what is in force, and changes nothing yet', async () => {
    expect(await draftOf('5x8')).toMatchObject({ version: 0, isDraft: false, base: 1, calendar: officeHours });
    expect((await keep('5x8', 0, 1, halfDay('2026-12-24'), {}, 'feng')).status).toBe(403);
    const { status, body, headers } = await keep('5x8', 0, 1, halfDay('2026-12-24'));
    expect([status, headers.get('etag')]).toEqual([200, '"1"']);
    expect(body).toMatchObject({ isDraft: true, base: 1, updatedBy: { id: 'U-admin-demo' } });
    const day = async (version: string) => {
      const path = `/calendars/5x8/years/2026${version}`;
      const { body: year } = await api.as('li').get<{ days: { date: string; rule: string }[] }>(path);
      return year.days.find(({ date }) => date === '2026-12-24')?.rule;
    };
    expect([await day(''), await day('?version=draft')]).toEqual(['week', 'exception']);
    expect((await api.as('li').get<{ items: { hasDraft: boolean }[] }>('/calendars')).body.items[0]?.hasDraft).toBe(
      true,
    );
    expect((await api.accesses()).at(-1)).toMatchObject({
      ...{ action: 'PUT /calendars/{id}/draft', target: '5x8' },
      details: { changes: { exceptions: { from: [] } } },
    });
  });

  test('tells what publishing it would change: parts, days, running cases', async () => {
    const { body } = await api.as('li').get('/calendars/5x8/draft/comparison');
    expect(body).toMatchObject({ base: 1, parts: ['exceptions'], changedDays: 1, runningCases: 1 });
    expect(body.days).toMatchObject([
      {
        ...{ date: '2026-12-24', weekday: 'thursday', before: { rule: 'week' } },
        after: { rule: 'exception', ranges: morning, title: { zh: '半天' } },
      },
    ]);
  });

  test('is not kept over that of somebody else, nor without saying which was read', async () => {
    expect((await keep('5x8', 0, 1, officeHours)).status).toBe(412);
    const bare = await api.as(ADMIN).send('PUT', '/calendars/5x8/draft', { base: 1, calendar: officeHours });
    expect(bare.status).toBe(428);
    expect(await draftOf('5x8')).toMatchObject({ version: 1, calendar: halfDay('2026-12-24') });
  });

  test('can be given up', async () => {
    expect((await send('DELETE', '/calendars/5x8/draft', {}, 0)).status).toBe(412);
    expect((await send('DELETE', '/calendars/5x8/draft', {}, 1)).status).toBe(204);
    expect(await draftOf('5x8')).toMatchObject({ version: 2, isDraft: false, calendar: officeHours });
    expect((await send('DELETE', '/calendars/5x8/draft', {}, 2)).status).toBe(404);
  });

  const week = (monday: unknown) => ({ ...officeHours, week: { ...officeHours.week, monday } });
  test.each([
    ['overlapping ranges', week([...morning, { from: '11:00', to: '14:00' }]), '/calendar/week/monday/1', /重叠/],
    ['a range over midnight', week([{ from: '22:00', to: '06:00' }]), '/calendar/week/monday/0', /午夜/],
    ['a range without length', week([{ from: '09:00', to: '09:00' }]), '/calendar/week/monday/0', /相同/],
    [
      'a time of day that does not exist',
      week([{ from: '09:00', to: '25:00' }]),
      '/calendar/week/monday/0/to',
      /24:00/,
    ],
    ['a zone that does not exist', { ...officeHours, timeZone: 'Asia/Peking' }, '/calendar/timeZone', /Asia\/Peking/],
    ['an offset for a zone', { ...officeHours, timeZone: '+08:00' }, '/calendar/timeZone', /时区/],
    [
      'a day twice',
      { ...officeHours, exceptions: [halfDay('2026-12-24').exceptions[0], halfDay('2026-12-24').exceptions[0]] },
      '/calendar/exceptions/1/date',
      /两次/,
    ],
    ['a name of its own', { ...officeHours, color: 'red' }, '/calendar/color', /./],
  ])('with %s is refused at its place', async (_, calendar, pointer, words) => {
    const { status, body } = await keep('5x8', 2, 1, calendar);
    expect([status, body.code]).toEqual([422, 'invalid-input']);
    const [fault] = body.errors as { pointer: string; detail: string }[];
    expect(fault?.pointer).toBe(pointer);
    expect(fault?.detail).toMatch(words);
    expect(await draftOf('5x8')).toMatchObject({ version: 2, isDraft: false });
  });

  test('of a year holds days of that year only', async () => {
    const day = { date: '2026-10-01', kind: 'off', name: { zh: '国庆', en: 'National Day' } };
    const holidayYears = [{ year: 2027, source: '测试', days: [day] }];
    const { status, body } = await keep('5x8', 2, 1, officeHours, { holidayYears });
    expect([status, body.errors]).toMatchObject([422, [{ pointer: '/holidayYears/0/days/0/date' }]]);
  });
});

describe('publishing', () => {
  test('makes the next version, once for the same key, and says how many cases are set anew', async () => {
    await keep('5x8', 2, 1, halfDay('2026-12-24'));
    expect((await publish('5x8', 3, '', ADMIN)).status).toBe(422);
    expect((await publish('5x8', 3, '半天', 'feng')).status).toBe(403);
    const key = randomUUID();
    const { status, body } = await publish('5x8', 3, '圣诞前夜半天', ADMIN, key);
    expect(status).toBe(201);
    expect(body).toMatchObject({ id: '5x8', version: 2, note: '圣诞前夜半天', runningCases: 1, knownUntil: 2026 });
    expect((await publish('5x8', 3, '圣诞前夜半天', ADMIN, key)).body).toEqual(body);
    expect(await api.db.calendars.countDocuments({ calendarId: '5x8' })).toBe(2);
    const { body: calendar } = await api.as('li').get('/calendars/5x8');
    expect(calendar).toMatchObject({ cases: { running: 1, behind: 1 }, hasDraft: false });
    expect(calendar.versions).toMatchObject([{ version: 2, publishedBy: { id: 'U-admin-demo' } }, { version: 1 }]);
    expect((await api.as('li').get('/calendars/5x8/years/2026?version=1')).status).toBe(200);
    expect((await api.accesses()).findLast(({ action }) => action === 'POST /calendars/{id}/publish')).toMatchObject({
      ...{ target: '5x8', result: 'done', details: { version: 2, note: '圣诞前夜半天' } },
    });
  });

  test('is refused when there is no draft, and when the draft changes nothing', async () => {
    expect(await publish('5x8', 4)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    await keep('5x8', 4, 2, halfDay('2026-12-24'));
    expect(await publish('5x8', 5)).toMatchObject({ status: 409, body: { detail: '与已发布的版本完全相同' } });
  });

  test('a draft that somebody else has changed is refused, and of two at once one is', async () => {
    await keep('5x8', 5, 2, halfDay('2026-12-23'));
    expect(await publish('5x8', 5)).toMatchObject({ status: 412, body: { code: 'changed-meanwhile' } });
    const both = await Promise.all([publish('5x8', 6, '一'), publish('5x8', 6, '二')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 412]);
    expect(await api.db.calendars.countDocuments({ calendarId: '5x8' })).toBe(3);
  });

  test('a draft of an older version is refused, since its changes would undo the newer one', async () => {
    expect(await keep('5x8', 7, 2, officeHours)).toMatchObject({
      ...{ status: 409, body: { code: 'wrong-state', detail: expect.stringContaining('第 3 版') as string } },
    });
    await keep('5x8', 7, 3, officeHours);
    const newest = await api.db.calendars.findById('5x8@3').lean();
    await api.db.calendars.insertMany([
      { ...newest!, _id: '5x8@4', version: 4, publishedBy: null, note: '新放假安排' },
    ]);
    expect(await publish('5x8', 8)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    expect((await send('DELETE', '/calendars/5x8/draft', {}, 8)).status).toBe(204);
  });

  test('a new calendar begins with its draft', async () => {
    const calendar = { ...officeHours, title: { zh: '纽约', en: 'New York' }, timeZone: 'America/New_York' };
    expect((await keep('new york', 0, 0, calendar)).status).toBe(422);
    expect((await keep('new.york', 0, 0, calendar)).status).toBe(404);
    expect((await keep('new-york', 0, 1, calendar)).status).toBe(409);
    expect((await keep('new-york', 0, 0, { ...calendar, holidays: 'none' })).status).toBe(200);
    const { body } = await api.as('li').get<{ items: unknown[] }>('/calendars');
    expect(body.items).toContainEqual(expect.objectContaining({ id: 'new-york', published: null, hasDraft: true }));
    expect((await publish('new-york', 1)).body).toMatchObject({ version: 1, runningCases: 0, knownUntil: null });
    const { body: year } = await api.as('li').get('/calendars/new-york/years/2026');
    expect(year).toMatchObject({ holidaysFrom: null, timeZone: 'America/New_York' });
  });
});

describe('a calendar that is open too little to count by', () => {
  const closed = {
    ...officeHours,
    exceptions: Array.from({ length: 400 }, (_, index) => ({
      date: new Date(Date.UTC(2030, 0, 1 + index)).toISOString().slice(0, 10),
      ranges: [],
    })),
  };

  test('is not kept as a draft, and the refusal names the days', async () => {
    const answer = await keep('closed', 0, 0, closed);
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-input', errors: [{ pointer: '/calendar' }] } });
    expect(JSON.stringify(answer.body)).toMatch(/2030-\d\d-\d\d.* 500 /);
    expect((await api.as('li').get('/calendars/closed')).status).toBe(404);
  });

  test('is not published from a draft that was kept before, either', async () => {
    const row = { version: 1, updatedAt: new Date(), base: 0, updatedBy: { id: 'U-admin-demo', name: 'A' } };
    await api.db.calendarDrafts.create([{ _id: 'closed', ...row, content: { calendar: closed, holidayYears: [] } }]);
    expect(await publish('closed', 1)).toMatchObject({ status: 422, body: { errors: [{ pointer: '/calendar' }] } });
    expect(await api.db.calendars.countDocuments({ calendarId: 'closed' })).toBe(0);
    expect((await send('DELETE', '/calendars/closed/draft', {}, 1)).status).toBe(204);
  });
});

describe('the holidays of a year that is not published', () => {
  test('are entered by the company, and the year is certain from then on', async () => {
    const nationalDay = { kind: 'off', name: { zh: '国庆节', en: 'National Day' } };
    const days = [
      { date: '2027-01-01', kind: 'off', name: { zh: '元旦', en: "New Year's Day" } },
      ...['01', '02', '03'].map((day) => ({ ...nationalDay, date: `2027-10-${day}` })),
    ];
    const holidayYears = [{ year: 2027, source: '国办发明电〔2026〕号', days }];
    expect((await keep('5x8', 9, 4, officeHours, { holidayYears })).status).toBe(200);
    const { body: change } = await api.as('li').get('/calendars/5x8/draft/comparison');
    expect(change.parts).toContain('holidayYears');
    // The statutory days between are none here; all others keep their hours and are certain now.
    expect(change.certainDays).toBeGreaterThan(300);
    expect(change.changedDays).toBeLessThan(20);
    expect((await publish('5x8', 10)).body).toMatchObject({ version: 5, knownUntil: 2027 });
    // What the library knew is kept with the version, and is not the company's own.
    const frozen = (await api.db.calendars.findById('5x8@5').lean())!.libraryYears!.map(({ year }) => year);
    expect([frozen[0], frozen.at(-1)]).toEqual([2016, 2026]);
    const { body: version } = await api.as('li').get('/calendars/5x8/versions/5');
    expect(version.holidayYears).toMatchObject([{ year: 2027 }]);
    expect(version).not.toHaveProperty('libraryYears');
    const { body } = await api.as('li').get<{ days: { date: string }[] }>('/calendars/5x8/years/2027');
    expect(body).toMatchObject({ holidaysFrom: 'entered' });
    expect(body.days.find(({ date }) => date === '2027-06-01')).toMatchObject({ isProvisional: false });
    const stays = await api.as('li').get<{ days: { date: string }[] }>('/calendars/5x8/years/2026');
    expect(stays.body.days.find(({ date }) => date === '2026-12-31')).toMatchObject({ isProvisional: false });
  });
});

describe('a file', () => {
  const ics = (...events: readonly (readonly [string, string])[]) =>
    [
      ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//ZH'],
      ...events.flatMap(([day, summary], index) => [
        ...['BEGIN:VEVENT', `UID:${index}@test`, 'DTSTAMP:20261101T000000Z'],
        ...[`DTSTART;VALUE=DATE:${day}`, `SUMMARY:${summary}`, 'END:VEVENT'],
      ]),
      'END:VCALENDAR',
    ].join('\r\n');
  const FEED = ics(['20261223', '公司成立日（休）'], ['20261226', '补班（班）'], ['20261225', '圣诞节']);
  const preview = async (bytes: string, name: string, fields = {}, id = '5x8', username = ADMIN) =>
    await sendCalendarFile(api, username, `/calendars/${id}/import/preview`, bytes, name, fields);
  const take = async (bytes: string, name: string, version: number, fields = {}, id = '5x8') =>
    await sendCalendarFile(api, ADMIN, `/calendars/${id}/import`, bytes, name, fields, version);

  test('in ICS is previewed event by event, and nothing is changed by that', async () => {
    expect((await preview(FEED, 'a.ics', {}, '5x8', 'feng')).status).toBe(403);
    const { status, body } = await preview(FEED, 'a.ics');
    expect(status).toBe(200);
    expect(body.events).toMatchObject([
      { event: 0, kind: 'off', isSuggested: true, isChosen: true, days: [{ date: '2026-12-23', isChange: true }] },
      { event: 1, kind: 'make-up', isSuggested: true, days: [{ date: '2026-12-26', before: [] }] },
      { event: 2, kind: 'off', isSuggested: false, isChosen: false },
    ]);
    expect(body.comparison).toMatchObject({ changedDays: 2, parts: ['exceptions'], base: 5 });
    expect(await draftOf('5x8')).toMatchObject({ version: 11, isDraft: false });
  });

  test('in ICS is taken over into the draft, with the events that were chosen', async () => {
    const { status, body } = await take(FEED, 'a.ics', 11, { chosen: '0,2' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ isDraft: true, base: 5, version: 12 });
    expect((body.calendar as CalendarInput).exceptions.map(({ date }) => date)).toEqual(['2026-12-23', '2026-12-25']);
    expect((await take(FEED, 'a.ics', 11)).status).toBe(412);
    expect((await take(FEED, 'a.ics', 12, { chosen: '9' })).body.errors).toMatchObject([{ pointer: '/chosen' }]);
    expect((await take(FEED, 'a.ics', 12, { chosen: 'all' })).status).toBe(422);
  });

  test('with a single festival makes no year certain: its day lies over the computed ones', async () => {
    const fields = { as: 'holidays', year: '2030' };
    const { body } = await preview(ics(['20300101', '元旦（休）']), '2030.ics', fields);
    // The two are those of the draft's exceptions.
    const parts = ['exceptions', 'holidayYears'];
    expect(body.comparison).toMatchObject({ parts, changedDays: 2, certainDays: 0 });
  });

  test('in ICS can be the public holidays of a year', async () => {
    const notice = ics(['20280101', '元旦（休）'], ['20281001', '国庆节（休）'], ['20281008', '国庆节（班）']);
    expect((await take(notice, '2028.ics', 12, { as: 'holidays' })).body.errors).toMatchObject([{ pointer: '/year' }]);
    const { body } = await take(notice, '2028.ics', 12, { as: 'holidays', year: '2028' });
    expect(body.holidayYears).toMatchObject([
      { year: 2027 },
      {
        ...{ year: 2028, source: '2028.ics' },
        days: [
          { date: '2028-01-01', kind: 'off', name: { zh: '元旦' } },
          { date: '2028-10-01', kind: 'off' },
          { date: '2028-10-08', kind: 'make-up', name: { zh: '国庆节' } },
        ],
      },
    ]);
    expect((await take(ics(), '2029.ics', 13, { as: 'holidays', year: '2029' })).status).toBe(422);
  });

  test.each([
    ['a text under the name of an ICS', 'hello', 'a.ics', 422, '/file'],
    ['an ICS that is cut off', FEED.slice(0, -20), 'a.ics', 422, '/file'],
    ['a day that does not exist', ics(['20260230', '休']), 'a.ics', 422, '/file'],
    ['JSON that is none', '{"format":', 'a.json', 422, '/file'],
    ['JSON of something else', '{"format":"other/1"}', 'a.json', 422, '/file/format'],
    ['a file of another kind', 'a,b,c', 'a.csv', 415, undefined],
    ['an empty file', '', 'a.ics', 422, '/file'],
    ['more than 2 MiB', `BEGIN:VCALENDAR\r\n${'X-A:1\r\n'.repeat(400_000)}END:VCALENDAR`, 'a.ics', 413, undefined],
    [
      'events that repeat without end',
      ics(['18500101', '休']).replace('SUMMARY', 'RRULE:FREQ=DAILY\r\nSUMMARY'),
      ...(['a.ics', 422, '/file'] as const),
    ],
  ])('%s is refused', async (_, bytes, name, status, pointer) => {
    const answer = await preview(bytes, name);
    expect(answer.status).toBe(status);
    if (pointer !== undefined) expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer }));
    expect((await take(bytes, name, 13)).status).toBe(status);
    expect(await draftOf('5x8')).toMatchObject({ version: 13 });
  });

  test('of 50 MB is refused while it arrives', async () => {
    const answer = await preview(`BEGIN:VCALENDAR\r\n${'X-A:1\r\n'.repeat(7_000_000)}`, 'a.ics');
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large']);
    expect((await api.as('li').get('/calendars')).status).toBe(200);
  });

  test('in JSON holds the whole calendar, out and in again', async () => {
    const out = await api.as('li').get('/calendars/5x8/export?format=json');
    expect(out.headers.get('content-disposition')).toContain('5x8-v5.json');
    expect(out.body).toMatchObject({ format: 'opsflow-calendar/1', calendar: { title: officeHours.title } });
    const text = JSON.stringify(out.body);
    const { body } = await preview(text, 'a.json', {}, 'copy');
    expect(body).toMatchObject({ format: 'json', events: [], comparison: { base: 0, runningCases: 0 } });
    expect((await take(text, 'a.json', 0, {}, 'copy')).body).toMatchObject({ id: 'copy', base: 0, isDraft: true });
    expect((await preview(FEED, 'a.ics', {}, 'nothing')).body.errors).toMatchObject([{ pointer: '/id' }]);
  });

  test('in ICS holds the days off and make-up days of a year', async () => {
    const token = await api.as('li').signIn();
    const response = await fetch(`${api.url}/api/v1/calendars/5x8/export?format=ics&year=2026`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(response.headers.get('content-type')).toContain('text/calendar');
    expect(await response.text()).toMatch(/BEGIN:VCALENDAR[^]*国庆节（休）[^]*END:VCALENDAR/);
  });
});
