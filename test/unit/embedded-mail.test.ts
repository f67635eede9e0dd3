import { mkdtempSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import pino from 'pino';
import { received } from '../../api/use-cases/intake/mail/received';
import { startMailCatcher } from '../../embedded/mail/catcher';
import type { MailCatcher } from '../../embedded/mail/catcher';
import { serveMailbox } from '../../embedded/mail/mailbox';
import { listPage, mailPage } from '../../embedded/mail/page';
import { readMailbox } from '../../worker/mailbox/read-mailbox';

const home = mkdtempSync(path.join(tmpdir(), 'opsflow-mail-'));
const start = async (): Promise<MailCatcher> =>
  startMailCatcher({ home, smtpPort: 0, httpPort: 0, say: () => undefined });

const MAIL = {
  from: '系统 <opsflow@localhost>',
  to: 'zhang@example.com',
  bcc: 'audit@example.com',
  subject: '请审批：设备报废 BF-0001',
  text: '请审批',
  html: '<p>请<b>审批</b></p><script>alert(1)</script>',
  messageId: '<case-1.step-2@opsflow>',
  attachments: [{ filename: '报废单.pdf', content: Buffer.from('%PDF') }],
};

async function send(catcher: MailCatcher, mail: object): Promise<void> {
  const transport = createTransport(catcher.smtpUrl);
  await transport.sendMail(mail);
  transport.close();
}

describe('the mail catcher', () => {
  let catcher: MailCatcher;
  beforeAll(async () => {
    catcher = await start();
    await send(catcher, MAIL);
    await send(catcher, { ...MAIL, subject: '第二封', html: undefined, attachments: [], messageId: '<2@opsflow>' });
  });
  afterAll(async () => catcher.stop());

  test('takes every mail, with its recipients in blind copy', () => {
    expect(catcher.messages().map(({ subject }) => subject)).toEqual([MAIL.subject, '第二封']);
    expect(catcher.messages()[0]).toMatchObject({
      from: '"系统" <opsflow@localhost>',
      to: ['zhang@example.com', 'audit@example.com'],
      messageId: MAIL.messageId,
      text: '请审批',
      html: expect.stringContaining('<b>审批</b>') as string,
      attachments: [{ filename: '报废单.pdf', size: 4 }],
    });
  });

  test('what came for one address lies in a mailbox, which a worker reads once', async () => {
    const mailbox = await serveMailbox('desk@opsflow', () => catcher.lying('desk@opsflow'));
    await send(catcher, { ...MAIL, to: 'desk@opsflow', bcc: undefined, messageId: '<3@opsflow>', text: '系统中断' });
    const read: string[] = [];
    const look = async (isDone: boolean) =>
      await readMailbox(mailbox.url, pino({ enabled: false }), async (source, messageId) => {
        read.push(`${messageId} ${(await received(source!)).text}`);
        return isDone;
      });
    for (const isDone of [false, true, true]) await look(isDone);
    await mailbox.stop();
    expect(read).toEqual(['<3@opsflow> 系统中断', '<3@opsflow> 系统中断']);
    expect(decodeURIComponent(new URL(mailbox.url).username)).toBe('desk@opsflow');
    catcher.clear();
    await send(catcher, MAIL);
    await send(catcher, { ...MAIL, subject: '第二封', html: undefined, attachments: [], messageId: '<2@opsflow>' });
  });

  test('answers them as JSON', async () => {
    const answer = await fetch(`${catcher.httpUrl}/messages`);
    expect(await answer.json()).toEqual(catcher.messages());
  });

  test('shows the newest first', async () => {
    const page = await (await fetch(catcher.httpUrl)).text();
    expect(page.indexOf('第二封')).toBeLessThan(page.indexOf(MAIL.subject));
  });

  test('shows the HTML of a mail without any right', async () => {
    const url = `${catcher.httpUrl}/mail/${catcher.messages()[0]!.id}`;
    expect(await (await fetch(url)).text()).toContain('<iframe sandbox="allow-popups');
    const frame = await fetch(`${url}/html`);
    expect(frame.headers.get('content-security-policy')).toMatch(/^sandbox [^;]*; default-src 'none'/);
    expect(frame.headers.get('content-security-policy')).not.toContain('allow-scripts');
  });

  test('gives the source, and the attachments as downloads', async () => {
    const url = `${catcher.httpUrl}/mail/${catcher.messages()[0]!.id}`;
    expect(await (await fetch(`${url}/source`)).text()).toMatch(
      /^X-Envelope-To: zhang@example.com, audit@example.com\r\n/,
    );
    const attachment = await fetch(`${url}/attachments/0`);
    expect(attachment.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(await attachment.text()).toBe('%PDF');
    expect((await fetch(`${url}/attachments/7`)).status).toBe(404);
    expect((await fetch(`${catcher.httpUrl}/mail/unknown`)).status).toBe(404);
  });

  test('answers no foreign page that points a name at this machine', async () => {
    const status = await new Promise((resolve) => {
      request(catcher.httpUrl, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode)).end();
    });
    expect(status).toBe(403);
  });

  test('finds its mails again after a restart, until they are cleared', async () => {
    const before = catcher.messages();
    await catcher.stop();
    catcher = await start();
    expect(catcher.messages()).toEqual(before);
    expect((await fetch(`${catcher.httpUrl}/messages`, { method: 'DELETE' })).status).toBe(204);
    expect(catcher.messages()).toEqual([]);
    await catcher.stop();
    catcher = await start();
    expect(catcher.messages()).toEqual([]);
  });

  test('keeps the order of mails that come at once', async () => {
    await Promise.all(Array.from({ length: 20 }, async (_, index) => send(catcher, { ...MAIL, subject: `${index}` })));
    const ids = catcher.messages().map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(20);
  });
});

test('what a mail says is never markup of the page', () => {
  const evil = '<img src=x onerror=alert(1)>';
  const mail = {
    id: '1',
    from: evil,
    to: [evil],
    subject: evil,
    messageId: evil,
    date: '2026-01-01T00:00:00.000Z',
    text: evil,
    html: evil,
    attachments: [{ filename: evil, contentType: evil, size: 1 }],
  };
  expect(listPage([mail], 'Asia/Shanghai')).not.toContain('<img');
  expect(mailPage(mail, 'Asia/Shanghai')).not.toContain('<img');
});
