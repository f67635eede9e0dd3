import { randomUUID } from 'node:crypto';
import type { RosterInput } from '../../models/contracts/roster';
import { FAULTS, type FaultCode } from '../../models/faults';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();
const TEAM = '/teams/T-0001';
/** An hour of 2027 in Shanghai: `10-01 08:30`. */
const at = (local: string) => new Date(`2027-${local.replace(' ', 'T')}:00+08:00`).toISOString();
const text = (zh: string) => ({ zh, en: zh });

const ROSTER: RosterInput = {
  title: text('值班表'),
  calendarId: '5x8',
  shifts: [
    { id: 'day', title: text('白班'), begins: '08:30' },
    { id: 'night', title: text('夜班'), begins: '20:30' },
  ],
  everyDay: { from: '2027-01-01', daysEach: 1, turns: { day: ['U-li', 'U-zhao'], night: ['U-sun'] } },
  daysOff: null,
  entries: [],
};

interface Served {
  readonly from: string;
  readonly people: readonly { readonly name: string; readonly by: string; readonly forWhom: { name: string } | null }[];
}
interface Answered {
  readonly version: number;
  readonly stretches: readonly Served[];
  readonly changes: readonly { readonly id: string; readonly isCancelled: boolean; readonly to: string }[];
  readonly people: readonly object[];
  readonly may: object;
  readonly errors?: readonly object[];
}

const etagOf = async (path: string) => (await api.as('wang').get(`${path}/roster`)).headers.get('etag') ?? '';
async function put(who: string, change: object = {}, path = TEAM, etag?: string) {
  const headers = { 'if-match': etag ?? (await etagOf(path)) };
  return await api.as(who).send<Answered>('PUT', `${path}/roster`, { ...ROSTER, ...change }, { headers });
}
async function onDuty(local: string, path = TEAM): Promise<string[]> {
  const { body } = await api.as('li').get<Served>(`${path}/on-duty?at=${at(local)}`);
  return body.people.map(({ name, by, forWhom }) => `${name} ${by}${forWhom ? ` 代${forWhom.name}` : ''}`);
}
const change = (more: object) => ({
  ...{ personId: 'U-zhao', insteadOf: 'U-li', from: at('03-01 08:30'), to: at('03-01 20:30'), reason: '家中有事' },
  ...more,
});
const enters = async (who: string, more: object = {}) =>
  await api.as(who).post<Answered>(`${TEAM}/duty-changes`, change(more));
const pointing = (pointer: string, code: FaultCode) => ({
  status: 422,
  body: { errors: [{ pointer, detail: FAULTS[code].zh }] },
});
async function absent(personId: string, substituteId: string, from: string, to: string): Promise<void> {
  const body = {
    personId: `U-${personId}`,
    substituteId: `U-${substituteId}`,
    from: at(from),
    to: at(to),
    reason: '年假',
  };
  expect((await api.as('admin-demo').post('/absences', body)).status).toBe(201);
}

beforeEach(async () => {
  expect((await put('wang')).status).toBe(200);
});
afterEach(async () => {
  await api.db.dutyChanges.deleteMany({});
  await api.db.absences.deleteMany({});
  await api.db.mails.deleteMany({});
});

describe('the roster of a team', () => {
  test('is read by every colleague, by no customer, and there is none of an unknown team', async () => {
    const { status, body } = await api.as('zheng').get<Answered>(`${TEAM}/roster`);
    expect([status, body]).toMatchObject([
      200,
      { roster: ROSTER, timeZone: 'Asia/Shanghai', stretches: [], may: { edit: false, handOver: false } },
    ]);
    for (const path of ['roster', 'on-duty']) {
      expect((await api.as('chen').get(`${TEAM}/${path}`)).status).toBe(403);
      expect((await api.as('li').get(`/teams/T-none/${path}`)).status).toBe(404);
    }
  });

  test('is edited by who leads the team and by administrators, on the version that they read', async () => {
    expect((await put('li')).status).toBe(403);
    expect((await put('qian')).status).toBe(403);
    expect((await put('admin-demo')).status).toBe(200);
    expect((await put('wang', {}, TEAM, '"0"')).status).toBe(412);
    const etag = await etagOf(TEAM);
    const both = await Promise.all([put('wang', {}, TEAM, etag), put('admin-demo', {}, TEAM, etag)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await api.accesses()).findLast(({ result }) => result === 'done')).toMatchObject({ target: 'T-0001' });
  });

  test('is none at first, and then whoever leads the team is on duty', async () => {
    expect((await api.as('zheng').get('/teams/T-0002/roster')).body).toMatchObject({ version: 0, roster: null });
    expect(await onDuty('03-01 10:00', '/teams/T-0002')).toEqual(['钱经理 manager']);
    expect(
      (await put('qian', { everyDay: { ...ROSTER.everyDay, turns: { day: ['U-qian'] } } }, '/teams/T-0002')).body,
    ).toMatchObject({ version: 1 });
    expect(await onDuty('03-01 10:00', '/teams/T-0002')).toEqual(['钱经理 turn']);
  });

  const turns = (day: readonly string[]) => ({ everyDay: { ...ROSTER.everyDay, turns: { day } } });
  test.each([
    ['somebody unknown', turns(['U-none']), '/everyDay/turns/day/0'],
    ['somebody of another team', turns(['U-li', 'U-zheng']), '/everyDay/turns/day/1'],
    ["a customer's person", turns(['U-chen']), '/everyDay/turns/day/0'],
    ['a shift that it has not', { everyDay: { ...ROSTER.everyDay, turns: { noon: [] } } }, '/everyDay/turns/noon'],
    ['a shift twice', { shifts: [ROSTER.shifts[0], { ...ROSTER.shifts[1], id: 'day' }] }, '/shifts/1/id'],
    ['shifts out of order', { shifts: [...ROSTER.shifts].reverse() }, '/shifts/1/begins'],
    ['no shift', { shifts: [] }, '/shifts'],
    ['a calendar that nobody published', { calendarId: 'none' }, '/calendarId'],
    [
      'an entry twice',
      { entries: [1, 2].map(() => ({ date: '2027-05-01', shift: 'day', people: [] })) },
      '/entries/1/date',
    ],
    ['an entry of no shift', { entries: [{ date: '2027-05-01', shift: 'noon', people: [] }] }, '/entries/0/shift'],
    [
      'somebody unknown on a day to come',
      { entries: [{ date: '2027-05-01', shift: 'day', people: ['U-x'] }] },
      '/entries/0/people/0',
    ],
    ['turns that began long ago', { everyDay: { ...ROSTER.everyDay, from: '1999-01-01' } }, '/everyDay/from'],
  ])('is not saved with %s', async (_, more, pointer) => {
    const before = await etagOf(TEAM);
    const answer = await put('wang', more);
    expect([answer.status, answer.body.errors?.[0]]).toMatchObject([422, { pointer }]);
    expect(await etagOf(TEAM)).toBe(before);
  });

  test('answers a window of it as stretches, and none that is too long, ends first or is years away', async () => {
    const ask = async (from: string, to: string) =>
      await api.as('li').get<Answered>(`${TEAM}/roster?from=${from}&to=${to}`);
    const { body } = await ask(at('03-01 08:30'), at('03-02 20:30'));
    expect(body.stretches.map(({ from, people }) => [from, people[0]?.name])).toEqual([
      [at('03-01 08:30'), '赵工'],
      [at('03-01 20:30'), '孙副经理'],
      [at('03-02 08:30'), '李工'],
    ]);
    expect(await ask(at('03-01 08:30'), at('09-01 08:30'))).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/to' }] },
    });
    expect(await ask(at('03-01 08:30'), at('02-01 08:30'))).toMatchObject(pointing('/to', 'absence-ends-first'));
    expect((await ask('2040-01-01T00:00:00Z', '2040-01-02T00:00:00Z')).status).toBe(422);
    expect((await api.as('li').get(`${TEAM}/on-duty?at=2040-01-01T00:00:00Z`)).status).toBe(422);
  });
});

describe('who is on duty', () => {
  test('changes at the very beginning of a shift', async () => {
    expect(await onDuty('03-01 08:29')).toEqual(['孙副经理 turn']);
    expect(await onDuty('03-01 08:30')).toEqual(['赵工 turn']);
    expect((await api.as('li').get<Served>(`${TEAM}/on-duty`)).status).toBe(200);
  });

  test('is the substitute while they are absent, and the manager where they have none who is there', async () => {
    await absent('zhao', 'zheng', '03-01 10:00', '03-02 00:00');
    expect(await onDuty('03-01 09:59')).toEqual(['赵工 turn']);
    expect(await onDuty('03-01 10:00')).toEqual(['郑服务台 turn 代赵工']);
    const window = `from=${at('03-01 08:30')}&to=${at('03-01 20:30')}`;
    const { body } = await api.as('li').get<Answered>(`${TEAM}/roster?${window}`);
    expect(body.stretches.map(({ from, people }) => [from, people[0]?.name])).toEqual([
      [at('03-01 08:30'), '赵工'],
      [at('03-01 10:00'), '郑服务台'],
    ]);
    await api.db.users.updateOne({ _id: 'U-zheng' }, { isActive: false });
    expect(await onDuty('03-01 10:00')).toEqual(['王经理 manager']);
    await api.db.users.updateOne({ _id: 'U-zheng' }, { isActive: true });
  });

  test('is nobody who has left the company or the team: then the manager, and it says so', async () => {
    await api.db.users.updateOne({ _id: 'U-zhao' }, { teamId: 'T-0002' });
    expect(await onDuty('03-01 10:00')).toEqual(['王经理 manager']);
    await api.db.users.updateOne({ _id: 'U-zhao' }, { teamId: 'T-0001', isActive: false });
    expect(await onDuty('03-01 10:00')).toEqual(['王经理 manager']);
    await api.db.users.updateOne({ _id: 'U-zhao' }, { isActive: true });
  });
});

describe('a change', () => {
  const mailed = async () =>
    (await api.db.mails.find().lean()).map(({ kind, recipient }) => `${kind} ${recipient.name}`).sort();

  test('is entered by the manager; both are told, once', async () => {
    const key = randomUUID();
    const body = change({ personId: 'U-li', insteadOf: 'U-zhao' });
    for (let time = 0; time < 2; time += 1)
      expect((await api.as('wang').post(`${TEAM}/duty-changes`, body, { key })).status).toBe(201);
    expect(await onDuty('03-01 08:30')).toEqual(['李工 change']);
    expect(await onDuty('03-01 20:30')).toEqual(['孙副经理 turn']);
    expect(await mailed()).toEqual(['duty-changed 李工', 'duty-changed 赵工']);
  });

  test('hands a stretch of one’s own to a colleague of the team, and nothing of others', async () => {
    const own = { personId: 'U-li', insteadOf: 'U-zhao' };
    expect((await enters('sun', own)).status).toBe(403);
    expect((await enters('zhao', { ...own, personId: 'U-zheng' })).body.errors).toMatchObject([
      { pointer: '/personId' },
    ]);
    expect((await enters('zhao', { ...own, reason: ' ' })).status).toBe(422);
    expect((await enters('zhao', own)).status).toBe(201);
    expect(await onDuty('03-01 10:00')).toEqual(['李工 change']);
  });

  test('swaps two stretches, and both go back when one half is cancelled', async () => {
    const inReturn = { from: at('03-02 08:30'), to: at('03-02 20:30') };
    const byMember = await enters('zhao', { personId: 'U-li', insteadOf: 'U-zhao', inReturn });
    expect(byMember).toMatchObject({
      status: 403,
      body: { detail: '换班（inReturn）和他人的值班由团队负责人或管理员调整；您可以把自己的一段值班交给同事' },
    });
    const { body } = await enters('wang', { personId: 'U-li', insteadOf: 'U-zhao', inReturn });
    expect([await onDuty('03-01 10:00'), await onDuty('03-02 10:00')]).toEqual([['李工 change'], ['赵工 change']]);
    expect(await mailed()).toEqual(['duty-changed 李工', 'duty-changed 赵工']);
    const [told] = await api.db.mails.find({ kind: 'duty-changed' }).lean();
    expect(told?.details).toMatchObject({ person: '李工', insteadOf: '赵工', inReturn });
    const cancelling = `${TEAM}/duty-changes/${body.changes[1]?.id ?? ''}/cancel`;
    expect((await api.as('zhao').post(cancelling, {})).status).toBe(403);
    expect((await api.as('wang').post<Answered>(cancelling, {})).body.changes).toMatchObject([
      { isCancelled: true },
      { isCancelled: true },
    ]);
    expect([await onDuty('03-01 10:00'), await onDuty('03-02 10:00')]).toEqual([['赵工 turn'], ['李工 turn']]);
    expect((await mailed()).slice(0, 2)).toEqual(['duty-change-cancelled 李工', 'duty-change-cancelled 赵工']);
    expect(await mailed()).toHaveLength(4);
    expect((await api.as('wang').post(cancelling, {})).status).toBe(409);
    expect((await api.as('wang').post(`${TEAM}/duty-changes/DC-none/cancel`, {})).status).toBe(404);
  });

  test.each([
    ['of a time that is over', { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' }, '/to', 'duty-in-the-past'],
    ['that ends before it begins', { to: at('03-01 08:00') }, '/to', 'absence-ends-first'],
    [
      'for somebody who is not on duty then',
      { personId: 'U-zhao', insteadOf: 'U-li' },
      '/insteadOf',
      'not-on-duty-then',
    ],
    ['by oneself', { personId: 'U-zhao', insteadOf: 'U-zhao' }, '/personId', 'duty-of-oneself'],
    ['besides oneself', { personId: 'U-zhao', insteadOf: null }, '/personId', 'on-duty-already'],
    [
      'in return for nobody’s',
      { insteadOf: null, inReturn: { from: at('03-02 08:30'), to: at('03-02 20:30') } },
      '/insteadOf',
      'swap-with-somebody',
    ],
    [
      'for a stretch that the other has not',
      { personId: 'U-li', insteadOf: 'U-zhao', inReturn: { from: at('03-03 08:30'), to: at('03-03 20:30') } },
      '/personId',
      'not-on-duty-then',
    ],
  ] as const)('%s is refused', async (_, more, pointer, code) => {
    expect(await enters('wang', more)).toMatchObject(pointing(pointer, code));
    expect(await api.db.dutyChanges.countDocuments()).toBe(0);
    expect(await mailed()).toEqual([]);
  });

  test('of a stretch that was changed already is refused, also at the same moment', async () => {
    const own = { personId: 'U-li', insteadOf: 'U-zhao' };
    const both = await Promise.all([enters('wang', own), enters('admin-demo', { ...own, personId: 'U-sun' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const other = { ...own, from: at('03-01 19:30'), to: at('03-01 20:30') };
    expect(await enters('wang', other)).toMatchObject(pointing('/from', 'duty-changed-already'));
  });

  test('of a team without a roster, or of an unknown one, is refused', async () => {
    const ask = async (team: string) => await api.as('admin-demo').post(`/teams/${team}/duty-changes`, change({}));
    expect((await ask('T-0003')).status).toBe(409);
    expect((await ask('T-none')).status).toBe(404);
  });

  test('that has begun ends at the cancel, and what was stays', async () => {
    const now = Date.now();
    const from = new Date(now - 3_600_000).toISOString();
    const to = new Date(now + 40 * 3_600_000).toISOString();
    const { body } = await enters('wang', { personId: 'U-wang', insteadOf: null, from, to });
    expect(body.changes).toHaveLength(1);
    api.pass(3_600_000);
    const { body: ended } = await api
      .as('wang')
      .post<Answered>(`${TEAM}/duty-changes/${body.changes[0]?.id ?? ''}/cancel`, {});
    expect(ended.changes[0]?.isCancelled).toBe(false);
    expect(Date.parse(ended.changes[0]?.to ?? '')).toBeLessThan(Date.parse(to));
  });
});
