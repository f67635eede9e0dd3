import pino from 'pino';
import { mustKnowCompanyCalendar, publishStandardCalendars } from '../../api/setup/calendars';
import { createDemoData } from '../../api/setup/demo-data';
import { createFirstAdmin } from '../../api/setup/first-admin';
import { migrate } from '../../api/setup/migrate';
import { MIGRATIONS, type Migration } from '../../api/setup/migrations';
import { renewIndexes } from '../../api/setup/renewed-indexes';
import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();
const said = { lines: [] as string[] };
// As in production, the log takes out fields called password; the first administrator's must come through all the same.
const log = pino({ redact: ['password'] }, { write: (text: string) => void said.lines.push(text) });

beforeEach(() => void said.lines.splice(0));

describe('migrations', () => {
  const ran: string[] = [];
  const slow = (id: string): Migration => ({
    id,
    run: async (_db, progress) => {
      ran.push(id);
      await new Promise((resolve) => setTimeout(resolve, 200));
      progress(1, 1);
    },
  });

  test('run once and in order, also when several processes start at once', async () => {
    const list = [slow('test-1'), slow('test-2')];
    await Promise.all([1, 2, 3].map(async () => await migrate(api.db, log, list)));
    await migrate(api.db, log, list);
    expect(ran).toEqual(['test-1', 'test-2']);
    expect(await api.db.migrations.distinct('_id')).toEqual([...MIGRATIONS.map(({ id }) => id), 'test-1', 'test-2']);
    expect(said.lines.join('')).toContain('migration test-1: 1 of 1');
  });

  test('run again when they were broken off', async () => {
    const broken: Migration = { id: 'test-3', run: async () => await Promise.reject(new Error('power cut')) };
    await expect(migrate(api.db, log, [broken])).rejects.toThrow('power cut');
    await migrate(api.db, log, [slow('test-3')]);
    expect(ran.at(-1)).toBe('test-3');
  });

  test('wait for the lease of a process that died', async () => {
    await api.db.migrations.create([{ _id: 'lock', at: new Date(Date.now() + 500) }]);
    const startedAt = Date.now();
    await migrate(api.db, log, [slow('test-4')]);
    expect(Date.now() - startedAt).toBeGreaterThan(400);
    expect(ran.at(-1)).toBe('test-4');
  });

  test('stand in the order of their numbers', () => {
    const ids = MIGRATIONS.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('drop the indexes that others have taken the place of, and no others', async () => {
    const sessions = api.db.connection.collection('sessions');
    const names = async () => (await sessions.indexes()).map(({ name }) => name).sort();
    const wanted = await names();
    await sessions.dropIndex('userId_1_lastSeenAt_-1__id_1');
    await sessions.createIndexes([{ key: { userId: 1 } }, { key: { agent: 1 } }]);
    await renewIndexes(api.db);
    expect(await names()).toEqual(['agent_1', ...wanted].sort());
    await sessions.dropIndex('agent_1');
    await renewIndexes(api.db);
    expect(await names()).toEqual(wanted);
  });

  test('create the unique indexes', async () => {
    const indexes = await api.db.connection.collection('devices').indexes();
    expect(indexes).toEqual(
      expect.arrayContaining([expect.objectContaining({ key: { customerId: 1, serialNumber: 1 }, unique: true })]),
    );
  });
});

describe('the first administrator', () => {
  const strict = () => ({ ...api.deps.config, DEMO_MODE: false });

  test('is not made while there is one', async () => {
    await createFirstAdmin(api.db, api.deps.config, log, new Date());
    expect(said.lines).toEqual([]);
    expect(await api.db.users.countDocuments({ username: 'admin' })).toBe(0);
  });

  test('is made once, with a password that is said once', async () => {
    await Promise.all([1, 2].map(async () => await createFirstAdmin(api.db, strict(), log, new Date())));
    await createFirstAdmin(api.db, strict(), log, new Date());
    expect(said.lines).toHaveLength(1);
    const line = JSON.parse(said.lines[0]!) as Record<string, string>;
    expect(line).toMatchObject({ event: 'first-admin', username: 'admin' });
    expect(line.password).toMatch(/^[A-Za-z0-9]{20}$/);
    expect((await api.as('admin', line.password).get('/users/U-admin')).body).toMatchObject({
      isActive: true,
      isDemo: false,
    });
  });
});

describe('the data of the demonstration', () => {
  test('come back when they are missing, and what people changed stays', async () => {
    await api.db.customers.updateOne({ _id: 'C-0001' }, { $set: { tier: 'standard', version: 2 } });
    await api.db.devices.deleteOne({ _id: 'D-0012' });
    await api.db.users.updateOne({ _id: 'U-li' }, { $set: { isActive: false } });
    const hashes = await api.db.users.distinct('passwordHash', { isDemo: true });
    await createDemoData(api.db, api.deps.config, new Date());
    expect(hashes).toHaveLength(1);
    expect(await api.db.customers.findById('C-0001').lean()).toMatchObject({ tier: 'standard', version: 2 });
    expect(await api.db.devices.countDocuments()).toBe(12);
    expect(await api.db.users.findById('U-li').lean()).toMatchObject({ isActive: false });
    expect(await api.db.users.distinct('passwordHash', { isDemo: true })).toEqual(hashes);
  });

  test('leave alone what somebody else has named alike', async () => {
    await api.db.devices.deleteOne({ _id: 'D-0001' });
    const { _id, ...other } = (await api.db.devices.findById('D-0002').lean())!;
    await api.db.devices.create([{ ...other, _id: `${_id}-other`, serialNumber: 'J30CZ001A1' }]);
    await createDemoData(api.db, api.deps.config, new Date());
    expect(await api.db.devices.countDocuments({ serialNumber: 'J30CZ001A1' })).toBe(1);
  });
});

test('a calendar of the company that nobody published stops the start, and the message names those there are', async () => {
  const { db, deps } = api;
  await expect(mustKnowCompanyCalendar(db, deps.config)).resolves.toBeUndefined();
  const config = { ...deps.config, COMPANY_CALENDAR: '5x9' };
  await expect(mustKnowCompanyCalendar(db, config)).rejects.toThrow(
    'no calendar “5x9” was published; there are 5x8, 7x24',
  );
});

describe('an upgrade of the library', () => {
  const setUpAnew = async () => await publishStandardCalendars(api.db, api.deps.config, log, new Date());
  const ids = async () => (await api.db.calendars.find().sort({ _id: 1 }).lean()).map(({ _id }) => _id);
  const versions = async () => await api.db.calendars.find({ calendarId: '5x8' }).sort({ version: 1 }).lean();

  test('that knows the holidays of another year makes the next version of a calendar that keeps them, and a draft goes on', async () => {
    const { db } = api;
    await setUpAnew();
    expect(await ids()).toEqual(['5x8@1', '7x24@1']);
    // As if the installation had known a year less.
    const last = (await versions())[0]!.knownUntil!;
    const $pull = { libraryYears: { year: last } };
    await db.calendars.collection.updateOne(
      { _id: '5x8@1' } as never,
      { $set: { knownUntil: last - 1 }, $pull } as never,
    );
    const updatedBy = { id: 'u', name: 'u' };
    await db.calendarDrafts.create([
      { _id: '5x8', version: 4, updatedAt: new Date(), base: 1, content: null, updatedBy },
    ]);
    await Promise.all([setUpAnew(), setUpAnew()]);
    expect(await ids()).toEqual(['5x8@1', '5x8@2', '7x24@1']);
    const [first, second] = await versions();
    expect(second).toMatchObject({ calendar: first!.calendar, publishedBy: null, knownUntil: last });
    expect(second!.note).toContain(`${last}`);
    expect(await db.calendarDrafts.findById('5x8').lean()).toMatchObject({ version: 5, base: 2 });
  });

  test('that corrects a year it knew makes the next version, too, and none after that', async () => {
    const { year, days } = (await versions())[1]!.libraryYears!.at(-1)!;
    const $set = { 'libraryYears.$[last].days': days.slice(1) };
    await api.db.calendars.collection.updateOne(
      { _id: '5x8@2' } as never,
      { $set },
      { arrayFilters: [{ 'last.year': year }] },
    );
    await setUpAnew();
    await setUpAnew();
    expect(await ids()).toEqual(['5x8@1', '5x8@2', '5x8@3', '7x24@1']);
    expect((await versions())[2]).toMatchObject({
      knownUntil: year,
      note: expect.stringContaining(`${year}`) as string,
    });
  });

  test('of versions that held no years freezes those that each knew', async () => {
    const before = await versions();
    await api.db.calendars.updateMany({}, { $unset: { libraryYears: 1 } });
    await api.db.migrations.deleteOne({ _id: '0018-frozen-holidays' });
    await migrate(api.db, log, MIGRATIONS);
    const last = async () => (await versions()).map(({ libraryYears }) => libraryYears!.at(-1)!.year);
    expect(await last()).toEqual(before.map(({ knownUntil }) => knownUntil));
    expect((await versions())[2]).toEqual(before[2]);
    expect(await api.db.calendars.findById('7x24@1').lean()).toMatchObject({ libraryYears: [] });
    await setUpAnew();
    expect(await ids()).toHaveLength(4);
  });
});
