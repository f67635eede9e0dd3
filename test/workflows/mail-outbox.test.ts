import { createServer } from 'node:net';
import { simpleParser } from 'mailparser';
import { PATIENCE_IN_MS } from '../../activities/mail/patience';
import { MailServer } from './mail-server';
import { delayOf, MailStage } from './mail-stage';

const HOUR_IN_MS = 3_600_000;

jest.setTimeout(60_000);

describe('the outbox and', () => {
  let stage: MailStage;

  beforeAll(async () => {
    stage = await MailStage.open();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  describe('a mail server that works', () => {
    test('gets each mail once, with all its headers', async () => {
      const id = await stage.queue('wang');
      const box = stage.outbox();
      await box.deliver([id, id]);
      await box.deliver([id]);
      expect(await box.sweep()).toBe(0);

      expect(stage.smtp.arrived).toHaveLength(1);
      const mail = await simpleParser(stage.smtp.arrived[0]!.source);
      expect(mail.messageId).toBe('<wang@ops.example.com>');
      expect(mail.from?.text).toBe('"Opsflow" <opsflow@localhost>');
      expect(mail.subject).toMatch(/^【待办】设备报废审批 BF-20261121-0001：/);
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      expect(mail.text).toContain('https://ops.example.com/tasks/');

      const row = await stage.row(id);
      expect(row).toMatchObject({ state: 'sent', leaseUntil: null });
      expect(row.sentAt).toBeInstanceOf(Date);
      expect(row.attempts).toHaveLength(1);
      expect(row.attempts[0]).toMatchObject({ result: 'sent', startedAt: expect.any(Date), endedAt: expect.any(Date) });
      expect(row.attempts[0]?.reply).toMatch(/^250 /);
    });

    test('gets everything that was left over, five at a time', async () => {
      for (let number = 0; number < 40; number += 1) await stage.queue(`n${number}`);
      const box = stage.outbox();
      expect(await box.sweep(30)).toBe(30);
      expect(await box.sweep(30)).toBe(10);
      expect(new Set(stage.smtp.arrived.map((mail) => mail.messageId)).size).toBe(40);
      expect(stage.smtp.arrived).toHaveLength(40);
      expect(stage.smtp.mostAtOnce).toBeLessThanOrEqual(5);
    });

    test('gets each mail once from six workers that all send and sweep at once', async () => {
      const ids = await Promise.all(Array.from({ length: 30 }, (_, number) => stage.queue(`w${number}`)));
      const boxes = Array.from({ length: 6 }, () => stage.outbox());
      await Promise.all(boxes.flatMap((box) => [box.deliver(ids), box.sweep(), box.sweep()]));
      expect(stage.smtp.arrived).toHaveLength(30);
      expect(await stage.db.mails.countDocuments({ state: 'sent', attempts: { $size: 1 } })).toBe(30);
    });

    test('that closes idle connections does not make a mail fail', async () => {
      const box = stage.outbox();
      for (const name of ['first', 'second']) {
        await box.deliver([await stage.queue(name)]);
        await stage.smtp.hangUp();
        expect(await stage.results(`mail-${name}`)).toEqual(['sent']);
      }
    });

    test('is left alone before a mail is due', async () => {
      const id = await stage.queue('later', { nextAttemptAt: new Date(stage.now().getTime() + HOUR_IN_MS) });
      const box = stage.outbox();
      await box.deliver([id, 'no such mail']);
      expect(await box.sweep()).toBe(0);
      stage.aheadInMs = HOUR_IN_MS;
      expect(await box.sweep()).toBe(1);
      expect(stage.smtp.arrived).toHaveLength(1);
    });
  });

  describe('a mail server that refuses', () => {
    test('the recipient (550) ends the mail, and the others still go out', async () => {
      stage.smtp.manners.toRecipient = (address) =>
        address.startsWith('gone') ? { code: 550, says: '5.1.1 no such user' } : 'accept';
      const ids = [await stage.queue('gone'), await stage.queue('wang')];
      const box = stage.outbox();
      await box.deliver(ids);
      const refused = await stage.row('mail-gone');
      expect(refused).toMatchObject({ state: 'refused', leaseUntil: null, sentAt: null });
      expect(refused.attempts).toHaveLength(1);
      expect(refused.attempts[0]).toMatchObject({ result: 'refused', reply: '550 5.1.1 no such user' });
      expect((await stage.row('mail-wang')).state).toBe('sent');
      stage.aheadInMs = PATIENCE_IN_MS;
      expect(await box.sweep()).toBe(0);
    });

    test('the message (554 after the last dot) ends it too', async () => {
      stage.smtp.manners.toMessage = () => ({ code: 554, says: 'looks like spam' });
      await stage.outbox().deliver([await stage.queue('wang')]);
      expect((await stage.row('mail-wang')).state).toBe('refused');
      expect(stage.smtp.arrived).toHaveLength(1);
    });

    test('for now (421, 451) is asked again after a pause', async () => {
      stage.smtp.manners.toRecipient = (address) =>
        address.startsWith('busy') ? { code: 421, says: 'too busy, closing' } : { code: 451, says: 'greylisted' };
      const box = stage.outbox();
      const delay = await delayOf(box.deliver([await stage.queue('busy'), await stage.queue('grey')]));
      expect([...delay.mailIds].sort()).toEqual(['mail-busy', 'mail-grey']);
      expect(delay.retryAfterInMs).toBeGreaterThan(3_000);
      expect(delay.retryAfterInMs).toBeLessThanOrEqual(5_000);
      for (const id of delay.mailIds) {
        expect(await stage.row(id)).toMatchObject({
          state: 'queued',
          leaseUntil: null,
          attempts: [{ result: 'failed' }],
        });
      }
      await box.deliver(delay.mailIds);
      expect(await stage.results('mail-busy')).toEqual(['failed']);

      stage.smtp.manners.toRecipient = () => 'accept';
      stage.aheadInMs = 5_100;
      expect(await box.sweep()).toBe(2);
      expect(await stage.results('mail-busy')).toEqual(['failed', 'sent']);
      expect(stage.smtp.to('grey@ops.example.com')).toHaveLength(1);
    });

    test('the sign-in keeps the mail, and the password stays secret', async () => {
      await stage.smtp.stop();
      stage.smtp = new MailServer({
        authOptional: false,
        allowInsecureAuth: true,
        onAuth: (_auth, _session, done) =>
          done(Object.assign(new Error('5.7.8 bad credentials'), { responseCode: 535 })),
      });
      await stage.smtp.listen();
      const url = stage.smtp.url.replace('//', '//opsflow:s3cret-w0rd@');
      await delayOf(stage.outboxAt(url).deliver([await stage.queue('wang')]));
      const row = await stage.row('mail-wang');
      expect(row).toMatchObject({ state: 'queued', attempts: [{ result: 'failed' }] });
      const all = JSON.stringify([row, stage.logged]);
      for (const secret of ['s3cret-w0rd', Buffer.from('s3cret-w0rd').toString('base64'), url]) {
        expect(all).not.toContain(secret);
      }
      expect(all).toContain('535');
    });

    test('nothing, because the address is none: the mail is refused without asking', async () => {
      const recipient = { id: 'u', name: '无邮箱', address: '', language: 'zh' } as const;
      await stage.outbox().deliver([await stage.queue('nobody', { recipient })]);
      expect(await stage.row('mail-nobody')).toMatchObject({
        state: 'refused',
        attempts: [{ reply: 'not a mail address' }],
      });
    });
  });

  describe('a mail server that is away', () => {
    test('is tried for three days, ever more seldom, and gets the mail when it is back', async () => {
      const port = new URL(stage.smtp.url).port;
      await stage.smtp.stop();
      const box = stage.outboxAt(`smtp://127.0.0.1:${port}`);
      await delayOf(box.deliver([await stage.queue('wang'), await stage.queue('gives-up')]));
      expect((await stage.row('mail-wang')).attempts[0]?.reply).toContain('ECONNREFUSED');
      const pauses: number[] = [];
      for (let tries = 0; tries < 6; tries += 1) {
        const { nextAttemptAt, attempts } = await stage.row('mail-wang');
        pauses.push(Math.round((nextAttemptAt.getTime() - attempts.at(-1)!.endedAt!.getTime()) / 1000));
        stage.aheadInMs = nextAttemptAt.getTime() - Date.now() + 200;
        await box.sweep();
      }
      expect(pauses).toEqual([5, 30, 120, 600, 3600, 3600]);

      stage.smtp = new MailServer();
      await stage.smtp.listen(Number(port));
      stage.smtp.manners.toRecipient = (address) => (address.startsWith('wang') ? 'accept' : { code: 450, says: 'no' });
      stage.aheadInMs += PATIENCE_IN_MS;
      await box.sweep();
      expect((await stage.row('mail-wang')).state).toBe('sent');
      expect((await stage.row('mail-gives-up')).state).toBe('refused');
      expect(stage.smtp.arrived).toHaveLength(1);
    });

    test('or answers nothing at all: the attempt ends within the lease', async () => {
      const silent = createServer((socket) => void setTimeout(() => socket.destroy(), 5_000).unref()).unref();
      await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
      const { port } = silent.address() as { port: number };
      await delayOf(stage.impatientOutbox(`smtp://127.0.0.1:${port}`).deliver([await stage.queue('wang')]));
      expect(await stage.results('mail-wang')).toEqual(['failed']);
    });
  });

  describe('a connection that dies', () => {
    test('before the last dot has certainly sent nothing', async () => {
      stage.smtp.manners.toRecipient = () => 'drop';
      const box = stage.outbox();
      await delayOf(box.deliver([await stage.queue('wang')]));
      expect(await stage.results('mail-wang')).toEqual(['failed']);
      stage.smtp.manners.toRecipient = () => 'hang';
      const slow = stage.impatientOutbox();
      await delayOf(slow.deliver([await stage.queue('li')]));
      expect(await stage.results('mail-li')).toEqual(['failed']);
      expect(stage.smtp.arrived).toHaveLength(0);
    });

    test.each(['drop', 'hang'] as const)('after it (%s): the mail is sent once more, with the same id', async (how) => {
      stage.smtp.manners.toMessage = () => (stage.smtp.arrived.length === 1 ? how : 'accept');
      const box = stage.impatientOutbox();
      await delayOf(box.deliver([await stage.queue('wang')]));
      expect(await stage.results('mail-wang')).toEqual(['unknown']);
      stage.aheadInMs = 5_100;
      await box.sweep();
      expect(await stage.results('mail-wang')).toEqual(['unknown', 'sent']);
      expect((await stage.row('mail-wang')).state).toBe('sent');
      expect(stage.smtp.arrived.map((mail) => mail.messageId)).toEqual([
        '<wang@ops.example.com>',
        '<wang@ops.example.com>',
      ]);
    });

    test('after it twice: nobody sends the mail again', async () => {
      stage.smtp.manners.toMessage = () => 'drop';
      const box = stage.outbox();
      await delayOf(box.deliver([await stage.queue('wang')]));
      stage.aheadInMs = 5_100;
      await box.deliver(['mail-wang']);
      expect(await stage.row('mail-wang')).toMatchObject({ state: 'unknown', sentAt: null });
      expect(await stage.results('mail-wang')).toEqual(['unknown', 'unknown']);
      stage.aheadInMs = PATIENCE_IN_MS;
      expect(await box.sweep()).toBe(0);
      expect(stage.smtp.arrived).toHaveLength(2);
    });
  });
});
