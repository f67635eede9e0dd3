import { apiForThisFile } from './api-under-test';
import { contract, device } from './resources';

const api = apiForThisFile();

async function patch(username: string, path: string, body: unknown) {
  const person = api.as(username);
  const etag = (await person.get(path)).headers.get('etag') ?? '"0"';
  return await person.send('PATCH', path, body, { headers: { 'if-match': etag } });
}

describe('devices', () => {
  test.each(['serialNumber', 'location', 'businessSystem', 'businessLevel'])(
    'need their %s [000 §4]',
    async (field) => {
      const { [field as 'location']: _left, ...rest } = device;
      const answer = await api.as('wang').post('/devices', rest);
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ pointer: `/${field}` }]);
    },
  );

  test('are added and changed by the project manager of that customer only', async () => {
    expect((await api.as('wang').post('/devices', { ...device, customerId: 'C-0002' })).status).toBe(403);
    expect((await api.as('qian').post('/devices', { ...device, customerId: 'C-0002' })).status).toBe(201);
    expect((await patch('qian', '/devices/D-0001', { name: '甲' })).status).toBe(404);
    expect((await patch('zheng', '/devices/D-0001', { name: '甲' })).status).toBe(403);
    expect((await patch('wang', '/devices/D-0001', { customerId: 'C-0002' })).status).toBe(422);
  });

  test('have a serial number of their own within the customer', async () => {
    const serialNumber = 'J30CZ001A1';
    const added = await api.as('wang').post('/devices', { ...device, serialNumber });
    const changed = await patch('wang', '/devices/D-0002', { serialNumber });
    for (const { status, body } of [added, changed]) {
      expect(status).toBe(409);
      expect(body).toMatchObject({ code: 'duplicate', errors: [{ pointer: '/serialNumber' }] });
    }
    expect((await api.as('qian').post('/devices', { ...device, customerId: 'C-0002', serialNumber })).status).toBe(201);
  });

  test('are scrapped by the scrap procedure alone, and then stay as they are', async () => {
    expect((await api.as('wang').post('/devices', { ...device, state: 'scrapped' })).status).toBe(422);
    expect((await patch('wang', '/devices/D-0003', { state: 'scrapped' })).status).toBe(422);
    expect((await patch('wang', '/devices/D-0003', { scrappedBy: 'BF-20260101-0001' })).status).toBe(422);
    await api.db.devices.updateOne({ _id: 'D-0003' }, { $set: { state: 'scrapped', scrappedBy: 'BF-20260101-0001' } });
    const revived = await patch('wang', '/devices/D-0003', { state: 'in-use' });
    expect([revived.status, revived.body.code]).toEqual([409, 'wrong-state']);
  });

  test('are found by state, customer and words, which are taken literally', async () => {
    const list = async (query: string) =>
      (await api.as('zheng').get<{ items: { id: string }[] }>(`/devices?${query}`)).body.items.map(({ id }) => id);
    expect(await list('state=in-repair')).toEqual(['D-0009']);
    expect(await list(`q=${encodeURIComponent('打印机')}&customer=C-0003`)).toEqual(['D-0012']);
    expect(await list('q=ds54iv')).toEqual(['D-0004']);
    expect(await list('q=.*')).toEqual([]);
  });
});

describe('contracts', () => {
  test.each([
    ['end before they start', { endsOn: '2025-12-31' }, '/endsOn'],
    ['cover a device of another customer', { deviceIds: ['D-0001', 'D-0006'] }, '/deviceIds/1'],
    ['cover a device twice', { deviceIds: ['D-0001', 'D-0001'] }, '/deviceIds'],
    [
      'have a resolution before the response',
      { limits: [{ class: '甲', responseInMinutes: 60, resolutionInMinutes: 15 }] },
      '/limits/0',
    ],
    ['start on no day of the calendar', { startsOn: '2026-02-30' }, '/startsOn'],
    ['have the hours of a calendar that nobody published', { calendarId: '6x9' }, '/calendarId'],
  ])('do not %s', async (_, wrong, pointer) => {
    const added = await api.as('feng').post('/contracts', { ...contract, ...wrong });
    const changed = await patch('feng', '/contracts/K-0001', wrong);
    for (const { status, body } of [added, changed]) {
      expect(status).toBe(422);
      expect(body.errors).toMatchObject([{ pointer }]);
    }
  });

  test('belong to a customer that exists, and have a number of their own', async () => {
    const nowhere = await api.as('feng').post('/contracts', { ...contract, customerId: 'C-9999' });
    expect(nowhere.body.errors).toMatchObject([{ pointer: '/customerId' }]);
    const taken = await api.as('feng').post('/contracts', { ...contract, number: 'YW-2026-014' });
    expect(taken.body).toMatchObject({ code: 'duplicate', errors: [{ pointer: '/number' }] });
  });

  test('are checked as a whole when a part is changed', async () => {
    const answer = await patch('feng', '/contracts/K-0002', { startsOn: '2027-04-01' });
    expect(answer.body.errors).toMatchObject([{ pointer: '/endsOn' }]);
  });

  test('have the calendar that they name, else the company’s', async () => {
    const added = await api.as('feng').post('/contracts', { ...contract, number: 'YW-T-2' });
    expect([added.status, added.body.calendarId]).toEqual([201, null]);
    const path = `/contracts/${String(added.body.id)}`;
    expect((await patch('feng', path, { calendarId: '7x24' })).body.calendarId).toBe('7x24');
    expect((await patch('feng', path, { calendarId: '' })).status).toBe(422);
    expect((await patch('feng', path, { calendarId: null })).body.calendarId).toBeNull();
  });

  test('keep what a change does not name', async () => {
    const answer = await patch('feng', '/contracts/K-0001', { tier: 'silver' });
    expect(answer.body).toMatchObject({
      tier: 'silver',
      calendarId: '7x24',
      inspectionRoundsPerYear: 12,
      deviceIds: expect.arrayContaining(['D-0005']),
    });
  });
});

describe('customers', () => {
  const contact = { name: '陈国栋', email: 'chen@czxx.example' };

  test.each([
    ['an address without @', { ...contact, email: 'chen' }],
    ['a second header in the address', { ...contact, email: 'chen@czxx.example\r\nBcc: all@example.com' }],
    ['a second line in the name', { ...contact, name: '陈\n国栋' }],
    ['an operator as the post', { ...contact, post: { $ne: '' } }],
  ])('have no contact with %s', async (_, wrong) => {
    const answer = await patch('feng', '/customers/C-0003', { contacts: [wrong] });
    expect(answer.status).toBe(422);
  });

  test('have a name of their own', async () => {
    const answer = await patch('feng', '/customers/C-0003', { name: '江州市财政信息中心' });
    expect(answer.body).toMatchObject({ code: 'duplicate', errors: [{ pointer: '/name' }] });
  });

  test('are added only by somebody whose role is for the whole company', async () => {
    await api.db.users.updateOne(
      { _id: 'U-sun' },
      {
        $set: {
          grants: [{ role: 'account-manager', customerId: 'C-0001' }],
          keys: ['person:U-sun', 'role:account-manager:C-0001'],
        },
      },
    );
    expect((await api.as('sun').post('/customers', { name: '乙', kind: 'core', tier: 'gold' })).status).toBe(403);
    expect((await patch('sun', '/customers/C-0001', { tier: 'silver' })).status).toBe(200);
    expect((await patch('sun', '/customers/C-0002', { tier: 'silver' })).status).toBe(404);
  });
});
