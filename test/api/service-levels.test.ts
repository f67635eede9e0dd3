import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();

const gold = { class: 'disaster', tier: 'gold', responseInMinutes: 5, resolutionInMinutes: 60 };
const levels = { limits: [gold], diagnosis: [{ level: 1, inMinutes: 30 }] };

async function put(username: string, body: unknown, ifMatch?: string) {
  const headers: Record<string, string> = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  return await api.as(username).send('PUT', '/service-levels', body, { headers });
}

test('the table is read by staff, not on the customer side, and is blank at first', async () => {
  const { status, body, headers } = await api.as('li').get('/service-levels');
  expect([status, headers.get('etag')]).toEqual([200, '"0"']);
  expect(body).toEqual({ version: 0, limits: [], diagnosis: [] });
  expect((await api.as('chen').get('/service-levels')).status).toBe(403);
});

test('it is set by administrators, each change on the version that they read, and the access log tells what changed', async () => {
  expect((await put('wang', levels, '"0"')).status).toBe(403);
  expect((await put('admin-demo', levels)).status).toBe(428);
  const both = await Promise.all([put('admin-demo', levels, '"0"'), put('admin-demo', levels, '"0"')]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  expect((await put('admin-demo', { limits: [], diagnosis: [] }, '"0"')).status).toBe(412);
  expect((await api.as('li').get('/service-levels')).body).toEqual({ version: 1, ...levels });
  const log = await api.accesses();
  expect(log.findLast(({ result }) => result === 'done')).toMatchObject({
    ...{ action: 'PUT /service-levels', target: 'company' },
    details: { changes: { limits: { from: [], to: [gold] } } },
  });
});

test.each<[string, object, string]>([
  ['a cell twice', { ...levels, limits: [gold, gold] }, '/limits'],
  [
    'a resolution before the response',
    { ...levels, limits: [{ ...gold, resolutionInMinutes: 1 }] },
    '/limits/0/resolutionInMinutes',
  ],
  ['a limit of nothing', { ...levels, limits: [{ ...gold, responseInMinutes: 0 }] }, '/limits/0/responseInMinutes'],
  [
    'a century and a half',
    { ...levels, limits: [{ ...gold, resolutionInMinutes: 80_000_000 }] },
    '/limits/0/resolutionInMinutes',
  ],
  ['a class there is not', { ...levels, limits: [{ ...gold, class: 'minor' }] }, '/limits/0/class'],
  ['a name of its own', { ...levels, colour: 'red' }, '/colour'],
])('a table with %s is refused', async (_, body, pointer) => {
  const answer = await put('admin-demo', body, '"1"');
  expect(answer.status).toBe(422);
  expect(answer.body.errors).toMatchObject([{ pointer }]);
  expect((await api.as('li').get('/service-levels')).body).toMatchObject({ version: 1 });
});
