import { alertOf } from '../../api/use-cases/intake/alertmanager';
import { cleanLine, cleanLines } from '../../api/use-cases/intake/foreign-text';
import { received } from '../../api/use-cases/intake/mail/received';
import { sorted } from '../../api/use-cases/intake/mail/sort';
import { receivedSample, sampleMail } from '../harness/mail-samples';

const OURS = ['desk@ops.example'];
const NUMBER = 'GZ-20200101-0001';
const MESSAGE_ID = `<${NUMBER}.fault-received.0123456789ab@ops.example>`;
const sortOf = async (name: string) => sorted(await receivedSample(name), OURS);

describe('a mail that comes in', () => {
  test('is read in the writing of its program: sender, subject, words, files', async () => {
    const mail = await received(sampleMail('foxmail'));
    expect(mail).toMatchObject({
      ...{ from: 'chen@opsflow.example', fromAsWritten: 'Chen@opsflow.example', fromName: '陈科长' },
      ...{ subject: '三楼收费窗口打印机不打印', text: '早上八点起不打印，已重启过一次。\n陈科长' },
      ...{ messageId: '<202611230812305678901@opsflow.example>', references: [], report: null },
    });
    expect(mail.files.map(({ fileName, contentType }) => [fileName, contentType])).toEqual([
      ['照片.png', 'image/png'],
      ['setup.exe', 'application/octet-stream'],
    ]);
  });

  test('has an id of its bytes where its sender gave it none', async () => {
    const [one, same, other] = await Promise.all(
      ['a', 'a', 'b'].map(async (text) => await received(Buffer.from(`From: a@b.example\r\n\r\n${text}`))),
    );
    expect(one?.messageId).toMatch(/^<[0-9a-f]{64}@no-message-id>$/);
    expect([same?.messageId === one?.messageId, other?.messageId === one?.messageId]).toEqual([true, false]);
  });

  test.each([
    ['foxmail', { is: 'words', caseId: null }],
    ['reply', { is: 'words', caseId: NUMBER }],
    ['reply-without-number', { is: 'words', caseId: NUMBER }],
    ['out-of-office', { is: 'automatic' }],
    ['vacation-old', { is: 'automatic' }],
    ['newsletter', { is: 'automatic' }],
    ['own', { is: 'own' }],
    ['own-forwarded', { is: 'own' }],
    ['delayed', { is: 'automatic' }],
  ])('%s is sorted as %j', async (name, sort) => expect(await sortOf(name)).toEqual(sort));

  test('a bounce names our mail and why, in the form of the standard or in words', async () => {
    expect(await sortOf('bounce')).toMatchObject({
      ...{ is: 'bounce', ids: expect.arrayContaining([MESSAGE_ID]) },
      why: 'smtp; 550 5.1.1 <gone@hospital.example>: Recipient address rejected: User unknown',
    });
    expect(await sortOf('bounce-plain')).toMatchObject({
      ...{ is: 'bounce', ids: expect.arrayContaining([MESSAGE_ID]), why: 'failure notice' },
    });
  });

  test('loses what it quotes', async () => {
    expect((await receivedSample('reply')).text).toBe('补充：隔壁窗口也不打印了。');
  });
});

describe('text of other systems', () => {
  test.each([
    ['a\u0000b\r\nc', 'a b c'],
    ['\u202e反', '反'],
    ['\u200b \u200b', ''],
    ['\ud800x', 'x'],
    [undefined, ''],
    ['长'.repeat(30), `${'长'.repeat(19)}…`],
    [`${'a'.repeat(18)}😀😀`, `${'a'.repeat(18)}…`],
  ])('%j becomes the line %j', (text, line) => expect(cleanLine(text, 20)).toBe(line));

  test('keeps its lines', () => expect(cleanLines('a\r\nb\u0007\rc', 20)).toBe('a\nb \nc'));

  const sent = { status: 'firing', labels: {}, annotations: {}, fingerprint: 'f' } as const;
  test.each([
    [{}, { title: 'f' }],
    [{ labels: { alertname: 'A' }, annotations: { summary: ' ' } }, { title: 'A' }],
    [{ labels: { severity: 'warning', urgency: 'urgent', level: '2' } }, { urgency: 'urgent', level: '2' }],
    [{ labels: { severity: 'page', level: '9' } }, { title: 'f' }],
    [{ labels: { serial: 'SN-1', asset: 'Z-1' } }, { device: 'SN-1' }],
    [{ startsAt: '0001-01-01T00:00:00Z' }, { title: 'f' }],
    [{ startsAt: '2026-11-23T08:00:00.5+08:00' }, { startsAt: '2026-11-23T00:00:00.500Z' }],
  ])('an alert with %j has %j', (changes, alert) => {
    const taken = alertOf({ ...sent, ...changes });
    expect(taken).toMatchObject({ dedupeKey: 'f', status: 'firing', ...alert });
    for (const name of ['urgency', 'level', 'device', 'startsAt']) expect(name in taken).toBe(name in alert);
  });
});
