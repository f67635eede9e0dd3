import { simpleParser } from 'mailparser';
import { createTransport } from 'nodemailer';
import { isMailbox, messageOf } from '../../activities/mail/message';
import type { MailRow } from '../../models/db';
import { look, mailRow, NOW } from './mail-row';

async function written(mail: MailRow): Promise<string> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(
    messageOf(mail, '运维平台 <ops@ops.example.com>', look),
  );
  return (message as Buffer).toString('utf8');
}

const headersOf = (source: string) => source.split('\r\n\r\n')[0] ?? '';

test('a message has its fixed id, its date, and says that a machine wrote it', async () => {
  const source = await written(mailRow());
  const mail = await simpleParser(source);
  expect(mail.messageId).toBe('<BF-20261121-0001.manager-review.1.task-opened.u-wang@ops.example.com>');
  expect(mail.date).toEqual(NOW);
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  expect(mail.headers.get('x-opsflow-case')).toBe('BF-20261121-0001');
  expect(mail.subject).toBe(
    '【待办】设备报废审批 BF-20261121-0001：项目经理审批（HP LaserJet M404dn（SN PHB1234567））',
  );
  expect(mail.text).toContain('请您办理“项目经理审批”。');
  expect(mail.html).toContain('请您办理“项目经理审批”。');
  expect(headersOf(source)).not.toMatch(/x-mailer/i);
});

test('an id that already stands in angle brackets stays what it is', async () => {
  const mail = await simpleParser(await written(mailRow({ messageId: '<a.b@ops.example.com>' })));
  expect(mail.messageId).toBe('<a.b@ops.example.com>');
});

test('all mails of a case belong to one thread', async () => {
  const one = await simpleParser(await written(mailRow()));
  const two = await simpleParser(await written(mailRow({ messageId: 'x@ops.example.com', kind: 'case-closed' })));
  const other = await simpleParser(await written(mailRow({ caseId: 'BF-20261121-0002' })));
  expect(one.inReplyTo).toBe('<bf-20261121-0001.case@ops.example.com>');
  expect(one.references).toBe(one.inReplyTo);
  expect(two.references).toBe(one.references);
  expect(other.references).not.toBe(one.references);
});

test('no value can add a header or a recipient', async () => {
  const evil = 'x\r\nBcc: everybody@example.com\r\n\r\nbody';
  const source = await written(
    mailRow({
      subject: evil,
      caseId: evil,
      messageId: `${evil}@ops.example.com`,
      recipient: { id: 'u', name: evil, address: 'wang@ops.example.com', language: 'zh' },
    }),
  );
  expect(headersOf(source)).not.toMatch(/^bcc:/im);
  for (const line of headersOf(source).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThan(500);
  const mail = await simpleParser(source);
  expect([mail.to].flat().flatMap((list) => list?.value.map((one) => one.address))).toEqual(['wang@ops.example.com']);
});

test.each(['wang@ops.example.com', 'first.last+tag@例子.cn', "o'brien@a-b.example"])('%s is a mailbox', (address) => {
  expect(isMailbox(address)).toBe(true);
});

test.each([
  '',
  'wang',
  '@example.com',
  'a@b@c',
  'a@example.com, b@example.com',
  'Wang <a@example.com>',
  'a@example.com\r\nRCPT TO:<b@example.com>',
  `${'a'.repeat(65)}@example.com`,
  `a@${'b'.repeat(260)}`,
])('%j is none', (address) => {
  expect(isMailbox(address)).toBe(false);
});
