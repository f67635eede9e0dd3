import { randomUUID } from 'node:crypto';
import { apiForThisFile } from './api-under-test';
import { customer, device, RESOURCES, user } from './resources';

const api = apiForThisFile();

describe.each(RESOURCES)('$path', ({ path, input, id, editor, reader, stranger, page, answer, change }) => {
  const etagOf = async () => (await api.as(editor).get(`${path}/${id}`)).headers.get('etag') ?? '';
  const patch = async (username: string, body: unknown, headers: Record<string, string>) =>
    await api.as(username).send('PATCH', `${path}/${id}`, body, { headers });

  test('answers as its schema says, with the version as ETag', async () => {
    const one = await api.as(reader).get(`${path}/${id}`);
    expect(one.status).toBe(200);
    answer.parse(one.body);
    expect(one.headers.get('etag')).toBe(`"${String(one.body.version)}"`);
    page.parse((await api.as(reader).get(path)).body);
  });

  test('is read by nobody without sign-in', async () => {
    for (const address of [path, `${path}/${id}`])
      expect((await fetch(`${api.url}/api/v1${address}`)).status).toBe(401);
  });

  test('does not show what belongs to another customer', async () => {
    expect((await api.as(stranger).get(`${path}/${id}`)).status).toBe(404);
    const { body } = await api.as(stranger).get<{ items: { id: string }[] }>(`${path}?limit=200`);
    expect(body.items.map((item) => item.id)).not.toContain(id);
  });

  test('is edited only by those whose role it is', async () => {
    expect((await api.as(reader).post(path, input)).status).toBe(403);
    expect((await patch(reader, change, { 'if-match': '"1"' })).status).toBe(403);
  });

  test('is changed only with the ETag that was read', async () => {
    expect((await patch(editor, change, {})).status).toBe(428);
    const etag = await etagOf();
    for (const wrong of ['"999"', '*', `W/${etag}`, '1', '{"$gt":0}']) {
      expect([wrong, (await patch(editor, change, { 'if-match': wrong })).status]).toEqual([wrong, 412]);
    }
    const changed = await patch(editor, change, { 'if-match': etag });
    expect(changed.status).toBe(200);
    expect(answer.parse(changed.body)).toMatchObject(change);
    expect(changed.headers.get('etag')).not.toBe(etag);
    expect((await patch(editor, { name: '其他' }, { 'if-match': etag })).status).toBe(
      path === '/contracts' ? 422 : 412,
    );
    const [entry] = (await api.accesses()).slice(-1);
    const changes = Object.fromEntries(
      Object.entries(change).map(([field, to]) => [field, { from: expect.anything(), to }]),
    );
    expect(entry).toMatchObject({ action: `PATCH ${path}/{id}`, target: id, details: { changes } });
  });

  test('keeps its version when nothing changes, and of two changes at once takes one', async () => {
    const etag = await etagOf();
    expect((await patch(editor, change, { 'if-match': etag })).headers.get('etag')).toBe(etag);
    const [field, value] = Object.entries(change)[0]!;
    const others = path === '/customers' ? ['gold', 'standard'] : [`${value}1`, `${value}2`];
    const both = await Promise.all(
      others.map(async (other) => await patch(editor, { [field]: other }, { 'if-match': etag })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('takes no operator objects, unknown names, ids or versions', async () => {
    const etag = await etagOf();
    const [field] = Object.keys(change);
    for (const body of [
      { [field!]: { $ne: null } },
      { $set: { version: 7 } },
      { version: 7 },
      { _id: 'X' },
      { passwordHash: 'x' },
    ]) {
      expect([body, (await patch(editor, body, { 'if-match': etag })).status]).toEqual([body, 422]);
    }
    const evil = await api
      .as(editor)
      .send('PATCH', `${path}/${id}`, {}, { rawBody: '{"__proto__":{"a":1}}', headers: { 'if-match': etag } });
    expect(evil.status).toBe(400);
    for (const query of [
      'q[$ne]=1',
      'limit=0',
      'limit=201',
      'limit=1&limit=2',
      'nonsense=1',
      'after=xyz',
      '__proto__=1',
    ]) {
      expect([query, (await api.as(editor).get(`${path}?${query}`)).status]).toEqual([query, 422]);
    }
    expect((await api.as(editor).get(`${path}/%24ne`)).status).toBe(422);
  });

  test('adds one row for one key, and tells what differs', async () => {
    const key = randomUUID();
    const before = await api.db.connection.collection(path.slice(1)).countDocuments();
    const [first, second] = await Promise.all([1, 2].map(async () => await api.as(editor).post(path, input, { key })));
    const third = await api.as(editor).post(path, input, { key });
    expect([first!.status, second!.status, third.status]).toEqual([201, 201, 201]);
    expect(second!.body).toEqual(first!.body);
    expect(third.body).toEqual(first!.body);
    expect(third.headers.get('etag')).toBe('"1"');
    answer.parse(first!.body);
    expect(await api.db.connection.collection(path.slice(1)).countDocuments()).toBe(before + 1);
    const added = (await api.accesses()).filter(
      ({ action, target }) => action === `POST ${path}` && target === first!.body.id,
    );
    expect(added).toHaveLength(1);
    const other = await api.as(editor).post(path, { ...input, ...change }, { key });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const again = await api.as(editor).post(path, input);
    expect([again.status, again.body.code]).toEqual([409, 'duplicate']);
    expect(again.body.errors).toHaveLength(1);
    expect((await api.as(editor).post(path, input, { key: '' })).body.code).toBe('idempotency-key-missing');
  });

  test('pages without gaps, and a cursor serves only its own list', async () => {
    const all = await api.as('admin-demo').get<{ items: { id: string }[] }>(`${path}?limit=200`);
    const seen: string[] = [];
    for (let after = ''; ;) {
      const { body } = await api
        .as('admin-demo')
        .get<{ items: { id: string }[]; nextCursor: string | null }>(`${path}?limit=2${after}`);
      seen.push(...body.items.map((item) => item.id));
      if (body.nextCursor === null) break;
      after = `&after=${body.nextCursor}`;
      const elsewhere = RESOURCES.find((other) => other.path !== path)!.path;
      expect((await api.as('admin-demo').get(`${elsewhere}?limit=2${after}`)).status).toBe(422);
      expect((await api.as('admin-demo').get(`${path}?limit=2&q=x${after}`)).status).toBe(422);
    }
    expect(seen).toEqual(all.body.items.map((item) => item.id));
  });

  test('takes no cursor that was written by hand', async () => {
    const { body } = await api.as('admin-demo').get<{ nextCursor: string }>(`${path}?limit=1`);
    const { f } = JSON.parse(Buffer.from(body.nextCursor, 'base64url').toString()) as { f: string };
    for (const p of [[{ $gt: '' }, 'x'], { $where: '1' }, null, 7, ['a'], [['a'], 'b']]) {
      const after = Buffer.from(JSON.stringify({ f, p })).toString('base64url');
      expect([p, (await api.as('admin-demo').get(`${path}?after=${after}`)).status]).toEqual([p, 422]);
    }
  });
});

describe('names', () => {
  test.each(['甲\r\nBcc: all@example.com', '甲\n乙', '', '   ', '\u0000', '长'.repeat(101)])(
    'refuse %j',
    async (name) => {
      expect((await api.as('feng').post('/customers', { ...customer, name })).status).toBe(422);
      expect((await api.as('wang').post('/devices', { ...device, name })).status).toBe(422);
      expect((await api.as('admin-demo').post('/users', { ...user, name })).status).toBe(422);
    },
  );
});
