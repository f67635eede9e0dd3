import { storeFile } from '../../models/db/files';
import { apiForThisFile } from './api-under-test';
import { caseRow } from './case-rows';
import { PDF, upload } from './upload';

const api = apiForThisFile();
const CASE = 'BF-20261121-0001';
const DOCUMENT = `${CASE}.form.1`;

beforeAll(async () => {
  await api.db.cases.create([caseRow(CASE)]);
  const sha256 = await storeFile(api.db.connection, 'documents', DOCUMENT, PDF);
  const titles = { kind: 'form', title: '设备报废审批表', fileName: "设备'报废(1).pdf" };
  await api.db.documents.create([
    { _id: DOCUMENT, caseId: CASE, ...titles, sha256, sizeInBytes: PDF.length, at: new Date() },
  ]);
});

async function download(who: string, path: string) {
  const authorization = `Bearer ${await api.as(who).signIn()}`;
  const response = await fetch(`${api.url}/api/v1${path}`, { headers: { authorization } });
  const bytes = Buffer.from(await response.arrayBuffer());
  const header = (name: string) => response.headers.get(name) ?? '';
  return { status: response.status, bytes, header, shown: header('content-disposition').split(';')[0] };
}

type Download = Awaited<ReturnType<typeof download>>;

/** Nothing that a browser could run may come out of it, whatever the bytes are. */
function expectNoPage({ header }: Download) {
  expect(header('x-content-type-options')).toBe('nosniff');
  expect(header('content-security-policy')).toContain("object-src 'none'");
  expect(header('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(header('content-security-policy')).not.toContain('unsafe-inline');
  expect(header('x-frame-options')).toBe('DENY');
  expect(header('cache-control')).toBe('no-store');
  expect(header('content-type')).not.toMatch(/html|svg|xml;|javascript/);
}

describe('a document of a case', () => {
  test.each([
    ['', 'attachment'],
    ['?inline=false', 'attachment'],
    ['?inline=true', 'inline'],
  ])('asked for with “%s” is sent as %s: a PDF under its own name', async (query, how) => {
    const got = await download('chen', `/documents/${DOCUMENT}${query}`);
    expect([got.status, got.shown]).toEqual([200, how]);
    expect(got.header('content-type')).toBe('application/pdf');
    expect(got.header('content-disposition')).toContain(`filename*=UTF-8''${encodeURIComponent('设备')}%27`);
    expect(got.bytes).toEqual(PDF);
    expectNoPage(got);
  });

  test.each(['?inline=1', '?inline=', '?inline=true&inline=false', '?as=html'])('refuses %s', async (query) => {
    expect((await download('chen', `/documents/${DOCUMENT}${query}`)).status).toBe(422);
  });

  test("another customer's people do not get it either way", async () => {
    for (const query of ['', '?inline=true'])
      expect((await download('he', `/documents/${DOCUMENT}${query}`)).status).toBe(404);
  });
});

describe('an uploaded file', () => {
  const SCRIPT = '<script>fetch("/api/v1/me")</script>';
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

  test.each([
    ['a PDF', PDF, 'a.pdf', 'application/pdf'],
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), 'a.png', 'image/png'],
    ['a page called a text', Buffer.from(`<!doctype html>${SCRIPT}`), 'a.txt', 'text/plain; charset=utf-8'],
    ['a drawing called a log', Buffer.from(SVG), 'a.log', 'text/plain; charset=utf-8'],
    ['a script called a table', Buffer.from(SCRIPT), 'a.csv', 'text/csv; charset=utf-8'],
  ])('is saved, never shown: %s', async (_, bytes, fileName, contentType) => {
    const { status, body } = await upload(api, 'li', bytes, fileName);
    expect(status).toBe(201);
    const got = await download('li', `/attachments/${String(body.id)}`);
    expect([got.status, got.shown, got.header('content-type')]).toEqual([200, 'attachment', contentType]);
    expect(got.bytes).toEqual(bytes);
    expectNoPage(got);
    // Nobody can ask for it to be shown.
    const asked = await download('li', `/attachments/${String(body.id)}?inline=true`);
    expect(asked.shown).not.toBe('inline');
  });

  test.each([
    ['a page', SCRIPT, 'a.html', 'text/html'],
    ['a page of XML', SCRIPT, 'a.xhtml', 'application/xhtml+xml'],
    ['a drawing', SVG, 'a.svg', 'image/svg+xml'],
    ['a drawing called a picture', SVG, 'a.png', 'image/png'],
    ['a drawing said to be a text', SVG, 'a.svg', 'text/plain'],
    ['a page called a PDF', SCRIPT, 'a.pdf', 'application/pdf'],
  ])('is refused: %s', async (_, text, fileName, type) => {
    const { status, body } = await upload(api, 'li', Buffer.from(text), fileName, { type });
    expect([status, body.code]).toEqual([415, 'wrong-type']);
  });

  test('says to be a page, though its name and bytes are a text: the name decides, and it is no page', async () => {
    const { status, body } = await upload(api, 'li', Buffer.from(SCRIPT), 'a.txt', { type: 'text/html' });
    expect(status).toBe(201);
    expect(body.contentType).toBe('text/plain');
  });
});
