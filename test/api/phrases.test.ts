import { apiForThisFile } from './api-under-test';

const api = apiForThisFile();

async function keeps(who: string, phrases: unknown) {
  return await api.as(who).send('PATCH', '/me', { phrases });
}

async function phrasesOf(who: string): Promise<unknown> {
  return (await api.as(who).get('/me')).body.phrases;
}

test('everybody keeps what they often say, trimmed and in their order; nobody else meets it', async () => {
  expect(await phrasesOf('wang')).toEqual([]);
  const answer = await keeps('wang', ['  同意 ', '请补充材料：\r\n厂商鉴定意见', '同意，请尽快']);
  expect(answer.status).toBe(200);
  const kept = ['同意', '请补充材料：\n厂商鉴定意见', '同意，请尽快'];
  expect(answer.body.phrases).toEqual(kept);
  expect(await phrasesOf('wang')).toEqual(kept);
  expect(await phrasesOf('li')).toEqual([]);
  const seen = await api.as('admin-demo').get('/users/U-wang');
  const changes = await api.as('admin-demo').get('/users/U-wang/changes');
  expect(JSON.stringify([seen.body, changes.body, await api.accesses()])).not.toContain('厂商鉴定意见');
});

test('keeping words is no change of the account that an administrator is editing, and other changes keep the words', async () => {
  const etag = async () => (await api.as('admin-demo').get('/users/U-sun')).headers.get('etag') ?? '';
  const before = await etag();
  await keeps('sun', ['同意']);
  expect(await etag()).toBe(before);
  const changed = { headers: { 'if-match': before } };
  expect((await api.as('admin-demo').send('PATCH', '/users/U-sun', { phone: '010-5550 0101' }, changed)).status).toBe(
    200,
  );
  await api.as('sun').send('PATCH', '/me', { language: 'en' });
  expect(await phrasesOf('sun')).toEqual(['同意']);
  const both = await api.as('sun').send('PATCH', '/me', { language: 'zh', phrases: ['不同意'] });
  expect(both.body).toMatchObject({ language: 'zh', phrases: ['不同意'], phone: '010-5550 0101' });
  expect((await keeps('sun', [])).body.phrases).toEqual([]);
});

test.each([
  ['more than 30', Array.from({ length: 31 }, (_, index) => `意见 ${index}`), '/phrases'],
  ['more than 200 characters', ['同意', '长'.repeat(201)], '/phrases/1'],
  ['the same twice, but for the blanks around it', ['同意', '不同意', ' 同意'], '/phrases/2'],
  ['nothing', ['  '], '/phrases/0'],
  ['what nobody sees', ['\u200b\u200b'], '/phrases/0'],
  ['control characters', ['同意\u0007'], '/phrases/0'],
  ['half a character', ['\ud83d'], '/phrases/0'],
  ['an operator object', [{ $ne: null }], '/phrases/0'],
  ['no list', '同意', '/phrases'],
  ['null', null, '/phrases'],
])('refuses %s, and keeps what was there', async (_, phrases, pointer) => {
  await keeps('zhao', ['同意']);
  const { status, body } = await keeps('zhao', phrases);
  expect(status).toBe(422);
  expect(body.errors).toMatchObject([{ pointer }]);
  expect(await phrasesOf('zhao')).toEqual(['同意']);
});

test('thirty of two hundred characters each are kept', async () => {
  const thirty = Array.from({ length: 30 }, (_, index) => String(index).padEnd(200, '字'));
  expect((await keeps('zhao', thirty)).body.phrases).toEqual(thirty);
});

test('who is not signed in keeps nothing', async () => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ phrases: ['同意'] });
  expect((await fetch(`${api.url}/api/v1/me`, { method: 'PATCH', headers, body })).status).toBe(401);
});
