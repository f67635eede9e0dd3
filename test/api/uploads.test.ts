import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { attachmentAnswer } from '../../models/contracts/attachment';
import { apiForThisFile } from './api-under-test';
import { PDF, upload } from './upload';

const api = apiForThisFile();

const DAY_IN_MS = 24 * 3_600_000;

async function bytesIn(bucket: string): Promise<number> {
  return await api.db.connection.collection(`${bucket}.files`).countDocuments();
}

describe('an upload', () => {
  test('is kept for a day and downloaded as it was, as a file and not as a page', async () => {
    const { status, body } = await upload(api, 'li', PDF, "检测'报告(1).pdf");
    expect(status).toBe(201);
    const answer = attachmentAnswer.parse(body);
    expect(answer).toMatchObject({
      fileName: "检测'报告(1).pdf",
      contentType: 'application/pdf',
      sizeInBytes: PDF.length,
    });
    expect(new Date(answer.expiresAt ?? 0).getTime() - Date.now()).toBeGreaterThan(0.99 * DAY_IN_MS);
    const token = await api.as('li').signIn();
    const response = await fetch(`${api.url}/api/v1/attachments/${answer.id}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PDF);
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('检测')}%27${encodeURIComponent('报告')}%281%29.pdf`,
    );
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('x-content-sha256')).toBe(createHash('sha256').update(PDF).digest('hex'));
    expect((await api.accesses()).at(-1)).toMatchObject({
      personId: 'U-li',
      action: 'GET /attachments/{id}',
      target: answer.id,
    });
  });

  test('of ten MiB is whole, one byte more is refused', async () => {
    const bytes = Buffer.concat([PDF, randomBytes(10 * 1024 * 1024 - PDF.length)]);
    const { body } = await upload(api, 'li', bytes, 'a.pdf');
    expect(body.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    for (const more of [1, 1024 * 1024]) {
      const refused = await upload(api, 'li', Buffer.concat([bytes, Buffer.alloc(more)]), 'a.pdf');
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
    expect((await upload(api, 'li', Buffer.from(text, 'latin1'), fileName, { type })).status).toBe(status);
    expect(await bytesIn('attachments')).toBe(before);
  });

  test('without a file, with two, in another field, or without sign-in is refused', async () => {
    const send = async (form: FormData) =>
      (await api.as('li').send('POST', '/attachments', undefined, { rawBody: form })).status;
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

  test.each(['a form without a boundary', 'parts without heads', 'a form that ends in the middle'])(
    'is refused as %s',
    async (what) => {
      const bodies: Readonly<Record<string, readonly [string, string]>> = {
        'a form without a boundary': ['multipart/form-data', '--x--\r\n'],
        'parts without heads': ['multipart/form-data; boundary=x', '--x\r\n975--x--\r\n'],
        'a form that ends in the middle': [
          'multipart/form-data; boundary=x',
          '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF',
        ],
      };
      const [type, body] = bodies[what]!;
      const authorization = `Bearer ${await api.as('li').signIn()}`;
      const headers = { authorization, 'content-type': type, 'idempotency-key': randomUUID() };
      const response = await fetch(`${api.url}/api/v1/attachments`, { method: 'POST', headers, body });
      expect([response.status, await response.json()]).toEqual([
        400,
        expect.objectContaining({ code: 'malformed-request' }),
      ]);
    },
  );

  test('loses its path and what hides in its name', async () => {
    const { body } = await upload(api, 'li', PDF, '..\\..\\etc/报告\u202Egnp.pdf');
    expect(body.fileName).toBe('报告gnp.pdf');
  });

  test('with one key is one file, also twice at once; another file with that key is refused', async () => {
    const key = randomUUID();
    const [rows, files] = [await api.db.attachments.countDocuments(), await bytesIn('attachments')];
    const large = Buffer.concat([PDF, randomBytes(3_000_000)]);
    const both = await Promise.all([1, 2].map(async () => await upload(api, 'li', large, 'a.pdf', { key })));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[1]!.body).toEqual(both[0]!.body);
    expect([await api.db.attachments.countDocuments(), await bytesIn('attachments')]).toEqual([rows + 1, files + 1]);
    const other = await upload(api, 'li', PDF, 'a.pdf', { key });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const mixed = await Promise.all(
      [large, PDF].map(async (bytes) => await upload(api, 'li', bytes, 'a.pdf', { key: 'mixed' })),
    );
    expect(mixed.map(({ status }) => status).sort()).toEqual([201, 422]);
    const kept = mixed.find(({ status }) => status === 201)!.body;
    const token = await api.as('li').signIn();
    const response = await fetch(`${api.url}/api/v1/attachments/${String(kept.id)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(
      createHash('sha256')
        .update(Buffer.from(await response.arrayBuffer()))
        .digest('hex'),
    ).toBe(kept.sha256);
  });
});
