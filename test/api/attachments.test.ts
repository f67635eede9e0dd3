import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { removeExpiredAttachments } from '../../api/setup/expired-attachments';
import { checkAttachments } from '../../api/use-cases/bind-attachments';
import { attachmentAnswer } from '../../models/contracts/attachment';
import { startApi, type ApiUnderTest } from './api-under-test';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => await api.stop());

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const HOUR_IN_MS = 3_600_000;

async function upload(username: string, bytes: Uint8Array, fileName: string, more: { key?: string; type?: string } = {}) {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)], { type: more.type ?? '' }), fileName);
  return await api.as(username).send('POST', '/attachments', undefined, { rawBody: form, ...(more.key ? { key: more.key } : {}) });
}

async function uploaded(username: string, bytes: Uint8Array = PDF): Promise<string> {
  const { status, body } = await upload(username, bytes, '检测报告.pdf');
  expect(status).toBe(201);
  return String(body.id);
}

async function bytesIn(bucket: string): Promise<number> {
  return await api.db.connection.collection(`${bucket}.files`).countDocuments();
}

/** A case as far as reading its files goes. */
async function fileInCase(attachmentId: string, customerId: string, people: readonly string[] = []): Promise<string> {
  const _id = `BF-20260101-${String(await api.db.cases.countDocuments()).padStart(4, '0')}`;
  const applicant = { id: 'U-nobody', name: '某人' };
  await api.db.connection.collection<{ _id: string }>('cases').insertOne({ _id, customerId, people, applicant } as { _id: string });
  await api.db.attachments.updateOne({ _id: attachmentId }, { $set: { caseId: _id, expiresAt: null } });
  return _id;
}

describe('an upload', () => {
  test('is kept for a day and downloaded as it was, as a file and not as a page', async () => {
    const { status, body } = await upload('li', PDF, "检测'报告(1).pdf");
    expect(status).toBe(201);
    const answer = attachmentAnswer.parse(body);
    expect(answer).toMatchObject({ fileName: "检测'报告(1).pdf", contentType: 'application/pdf', sizeInBytes: PDF.length });
    expect(new Date(answer.expiresAt ?? 0).getTime() - Date.now()).toBeGreaterThan(23.9 * HOUR_IN_MS);
    const token = await api.as('li').signIn();
    const response = await fetch(`${api.url}/api/v1/attachments/${answer.id}`, { headers: { authorization: `Bearer ${token}` } });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('检测')}%27${encodeURIComponent('报告')}%281%29.pdf`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-content-sha256')).toBe(createHash('sha256').update(PDF).digest('hex'));
    expect((await api.accesses()).at(-1)).toMatchObject({ personId: 'U-li', action: 'GET /attachments/{id}', target: answer.id });
  });

  test('of ten MiB is whole, one byte more is refused', async () => {
    const bytes = Buffer.concat([PDF, randomBytes(10 * 1024 * 1024 - PDF.length)]);
    const { body } = await upload('li', bytes, 'a.pdf');
    expect(body.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    for (const more of [1, 1024 * 1024]) {
      const refused = await upload('li', Buffer.concat([bytes, Buffer.alloc(more)]), 'a.pdf');
      expect([refused.status, refused.body.code]).toEqual([413, 'too-large']);
    }
  });

  test.each([
    ['a script called pdf', '<script>alert(1)</script>', 'a.pdf', '', 415],
    ['a page', '<html></html>', 'a.html', 'text/html', 415],
    ['a picture called pdf', '\u0089PNG\r\n\u001a\n', 'a.pdf', '', 415],
    ['a pdf said to be a picture', '%PDF-1.7', 'a.pdf', 'image/png', 415],
    ['a zip called docx', 'PK\u0003\u0004 nothing of Word', 'a.docx', '', 415],
    ['a program called log', 'MZ\u0000\u0003', 'a.log', '', 415],
    ['a file without extension', '%PDF-1.7', 'pdf', '', 415],
    ['nothing', '', 'a.pdf', '', 422],
  ])('of %s is refused', async (_, text, fileName, type, status) => {
    const before = await bytesIn('attachments');
    expect((await upload('li', Buffer.from(text, 'latin1'), fileName, { type })).status).toBe(status);
    expect(await bytesIn('attachments')).toBe(before);
  });

  test('without a file, with two, in another field, or without sign-in is refused', async () => {
    const send = async (form: FormData) => (await api.as('li').send('POST', '/attachments', undefined, { rawBody: form })).status;
    const other = new FormData();
    other.append('other', new Blob([PDF]), 'a.pdf');
    expect(await send(other)).toBe(400);
    const two = new FormData();
    for (const name of ['a.pdf', 'b.pdf']) two.append('file', new Blob([PDF]), name);
    expect(await send(two)).toBe(400);
    expect(await send(new FormData())).toBe(422);
    expect((await api.as('li').post('/attachments', { file: 'a' })).status).toBe(422);
    expect((await fetch(`${api.url}/api/v1/attachments`, { method: 'POST', body: two })).status).toBe(401);
  });

  test('loses its path and what hides in its name', async () => {
    const { body } = await upload('li', PDF, '..\\..\\etc/报告\u202Egnp.pdf');
    expect(body.fileName).toBe('报告gnp.pdf');
  });

  test('with one key is one file, also twice at once; another file with that key is refused', async () => {
    const key = randomUUID();
    const [rows, files] = [await api.db.attachments.countDocuments(), await bytesIn('attachments')];
    const large = Buffer.concat([PDF, randomBytes(3_000_000)]);
    const both = await Promise.all([1, 2].map(async () => await upload('li', large, 'a.pdf', { key })));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[1]!.body).toEqual(both[0]!.body);
    expect([await api.db.attachments.countDocuments(), await bytesIn('attachments')]).toEqual([rows + 1, files + 1]);
    const other = await upload('li', PDF, 'a.pdf', { key });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const mixed = await Promise.all([large, PDF].map(async (bytes) => await upload('li', bytes, 'a.pdf', { key: 'mixed' })));
    expect(mixed.map(({ status }) => status).sort()).toEqual([201, 422]);
    const kept = mixed.find(({ status }) => status === 201)!.body;
    const token = await api.as('li').signIn();
    const response = await fetch(`${api.url}/api/v1/attachments/${String(kept.id)}`, { headers: { authorization: `Bearer ${token}` } });
    expect(createHash('sha256').update(Buffer.from(await response.arrayBuffer())).digest('hex')).toBe(kept.sha256);
  });
});

describe('a file that was not handed in', () => {
  test('is for its owner only', async () => {
    const id = await uploaded('li');
    for (const username of ['zhao', 'admin-demo', 'chen']) {
      expect((await api.as(username).get(`/attachments/${id}`)).status).toBe(404);
      expect((await api.as(username).send('DELETE', `/attachments/${id}`, undefined)).status).toBe(404);
    }
    expect((await api.as('li').send('DELETE', `/attachments/${id}`, undefined)).status).toBe(204);
    expect((await api.as('li').get(`/attachments/${id}`)).status).toBe(404);
    expect(await api.db.connection.collection<{ _id: string }>('attachments.files').countDocuments({ _id: id })).toBe(0);
  });

  test('is handed in only by its owner, in time, and to one case', async () => {
    const [mine, other, taken] = [await uploaded('li'), await uploaded('zhao'), await uploaded('li')];
    const caseId = await fileInCase(taken, 'C-0001');
    const check = async (ids: string[], ofCase?: string, now?: Date) =>
      await checkAttachments(api.db, ids, 'U-li', ofCase, now).then((rows) => rows.map(({ _id }) => _id), (error: Error) => error.message);
    expect(await check([mine])).toEqual([mine]);
    expect(await check([mine, other])).toBe(other);
    expect(await check(['A-unknown'])).toBe('A-unknown');
    expect(await check([mine], undefined, new Date(Date.now() + 25 * HOUR_IN_MS))).toBe(mine);
    expect(await check([taken])).toBe(taken);
    expect(await check([taken], 'BF-20260101-9999')).toBe(taken);
    expect(await check([taken, mine, mine], caseId)).toEqual([taken, mine]);
  });
});

describe('a file of a case', () => {
  test('is read by all who see the case, and deleted by none', async () => {
    const id = await uploaded('li');
    await fileInCase(id, 'C-0001', ['U-zhou']);
    for (const [username, status] of [['wang', 200], ['chen', 200], ['wu', 200], ['he', 404], ['qian', 404]] as const) {
      expect([username, (await api.as(username).get(`/attachments/${id}`)).status]).toEqual([username, status]);
    }
    const refused = await api.as('li').send('DELETE', `/attachments/${id}`, undefined);
    expect([refused.status, refused.body.code]).toEqual([409, 'wrong-state']);
    expect((await api.as('wang').get(`/attachments/${id}`)).status).toBe(200);
  });

  test('is read by a person who acted on it, whatever the customer', async () => {
    const id = await uploaded('li');
    await fileInCase(id, 'C-0003', ['U-he']);
    expect((await api.as('he').get(`/attachments/${id}`)).status).toBe(200);
    expect((await api.as('li').get(`/attachments/${id}`)).status).toBe(404);
  });
});

test('the sweeper removes what nobody handed in, and bytes without a row', async () => {
  await api.db.attachments.deleteMany({ caseId: null });
  const [left, handedIn] = [await uploaded('li'), await uploaded('li')];
  await fileInCase(handedIn, 'C-0001');
  const lost = await uploaded('li');
  await api.db.attachments.deleteOne({ _id: lost });
  const after = (hours: number) => new Date(Date.now() + hours * HOUR_IN_MS);
  expect(await removeExpiredAttachments(api.db, after(24.5), 10)).toBe(0);
  await removeExpiredAttachments(api.db, after(25.5), 1000);
  const files = await api.db.connection.collection('attachments.files').distinct('_id');
  expect(files).toContain(handedIn);
  expect(files).not.toContain(left);
  expect(files).not.toContain(lost);
});
