import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();
const NIGHT = { from: '22:00', to: '07:00' };

test('everybody begins with all mails at any hour, and chooses for themselves', async () => {
  const wang = api.as('wang');
  expect((await wang.get('/me')).body).toMatchObject({ mutedMails: [], quietHours: null });
  const { status, body } = await wang.send('PATCH', '/me', {
    mutedMails: ['task-paused', 'case-closed', 'task-paused'],
    quietHours: NIGHT,
  });
  expect([status, body.mutedMails, body.quietHours]).toEqual([200, ['case-closed', 'task-paused'], NIGHT]);
  expect((await wang.send('PATCH', '/me', { language: 'zh' })).body).toMatchObject({ quietHours: NIGHT });
  expect((await wang.send('PATCH', '/me', { quietHours: null })).body).toMatchObject({
    mutedMails: ['case-closed', 'task-paused'],
    quietHours: null,
  });
  expect((await api.as('li').get('/me')).body).toMatchObject({ mutedMails: [], quietHours: null });
});

test('two changes of different choices at the same time are both kept', async () => {
  const sun = api.as('sun');
  await sun.send('PATCH', '/me', { language: 'zh' });
  for (const quietHours of [NIGHT, null, { from: '21:00', to: '06:00' }]) {
    const mutedMails = quietHours ? ['case-closed'] : [];
    const phone = quietHours ? '+86 10 5550 0000' : '';
    const changes = [{ quietHours }, { mutedMails }, { language: quietHours ? 'en' : 'zh' }, { phone }];
    await Promise.all(changes.map(async (change) => await sun.send('PATCH', '/me', change)));
    expect((await sun.get('/me')).body).toMatchObject(Object.assign({}, ...changes) as object);
  }
});

test('the access log tells what was chosen', async () => {
  await api.as('zhou').send('PATCH', '/me', { mutedMails: ['case-closed'] });
  const last = (await api.accesses()).filter(({ action }) => action === 'PATCH /me').at(-1);
  expect(last).toMatchObject({ details: { changes: { mutedMails: { from: null, to: ['case-closed'] } } } });
});

test.each([
  [{ mutedMails: ['task-escalated'] }, '/mutedMails/0'],
  [{ mutedMails: ['task-reminder'] }, '/mutedMails/0'],
  [{ quietHours: { from: '22:00', to: '22:00' } }, '/quietHours/to'],
  [{ quietHours: { from: '7', to: '22:00' } }, '/quietHours/from'],
])('what is urgent cannot be done without, and quiet hours are hours: %j', async (wanted, pointer) => {
  const { status, body } = await api.as('wang').send('PATCH', '/me', wanted);
  const faults = (body as { errors?: { pointer: string }[] }).errors?.map((fault) => fault.pointer);
  expect([status, faults]).toEqual([422, [pointer]]);
});
