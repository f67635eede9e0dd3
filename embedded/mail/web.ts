import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import { listPage, mailPage, notFoundPage } from './page';
import { readAttachment } from './read-mail';
import type { MailStore, StoredMail } from './store';

interface Answer {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Readonly<Record<string, string>>;
}

const HEADERS = {
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
// A mail's own HTML runs no scripts and loads nothing; its links open a new tab.
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const HTML = 'text/html; charset=utf-8';
const TEXT = 'text/plain; charset=utf-8';

/** The page of the mail catcher, and its mails as JSON under /messages. */
export function serveMailPage(store: MailStore, timeZone: string): Server {
  return createServer((request, response) => {
    answerTo(request, store, timeZone)
      .catch((error: unknown): Answer => ({ status: 500, type: TEXT, body: String(error) }))
      .then(
        ({ status, type, body, headers }) => {
          response.writeHead(status, { ...HEADERS, 'content-type': type, ...headers }).end(body);
        },
        () => undefined,
      );
  });
}

async function answerTo(request: IncomingMessage, store: MailStore, timeZone: string): Promise<Answer> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (!isFromThisMachine(request)) return { status: 403, type: TEXT, body: 'only from this machine' };
  switch (`${request.method ?? ''} ${pathname}`) {
    case 'GET /':
      return { status: 200, type: HTML, body: listPage(store.list(), timeZone) };
    case 'GET /messages':
      return { status: 200, type: 'application/json', body: JSON.stringify(store.list()) };
    case 'DELETE /messages':
      store.clear();
      return { status: 204, type: TEXT, body: '' };
    case 'POST /clear':
      store.clear();
      return { status: 303, type: TEXT, body: '', headers: { location: '/' } };
    default: {
      const [, id, part, index] = /^\/mail\/([^/]+)(?:\/(html|source|attachments)(?:\/(\d+))?)?$/.exec(pathname) ?? [];
      const stored = request.method === 'GET' && id !== undefined ? store.find(id) : undefined;
      const answer = stored && (await partOf(stored, part, Number(index ?? 0), timeZone));
      return answer ?? { status: 404, type: HTML, body: notFoundPage() };
    }
  }
}

async function partOf(
  { mail, source }: StoredMail,
  part: string | undefined,
  index: number,
  timeZone: string,
): Promise<Answer | undefined> {
  if (part === 'source') return { status: 200, type: TEXT, body: source };
  if (part === 'html') {
    const body = `<base target="_blank">${mail.html}`;
    return { status: 200, type: HTML, body, headers: { 'content-security-policy': MAIL_POLICY } };
  }
  if (part !== 'attachments') return { status: 200, type: HTML, body: mailPage(mail, timeZone) };
  const attachment = await readAttachment(source, index);
  if (attachment === undefined) return undefined;
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(attachment.filename)}`;
  const headers = { 'content-disposition': disposition };
  return { status: 200, type: 'application/octet-stream', body: attachment.content, headers };
}

// A foreign web page could reach a loopback port through the browser: by a name that it points here, or by a form.
function isFromThisMachine({ headers }: IncomingMessage): boolean {
  const host = (headers.host ?? '').replace(/:\d+$/, '');
  return ['127.0.0.1', 'localhost', '[::1]'].includes(host) && headers['sec-fetch-site'] !== 'cross-site';
}
