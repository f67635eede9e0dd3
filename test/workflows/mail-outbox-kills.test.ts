import { join } from 'node:path';
import { LEASE_IN_MS } from '../../activities/outbox/send-state';
import { startChild } from '../harness/child';
import { eventually } from '../harness/eventually';
import { heldTransport, MailStage } from './mail-stage';

const CHILD = join(__dirname, 'mail-outbox-child.cjs');

jest.setTimeout(60_000);

describe('the outbox and', () => {
  let stage: MailStage;

  beforeAll(async () => {
    stage = await MailStage.open();
  });
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  describe('a worker killed with SIGKILL', () => {
    async function killedWhile(isReached: () => boolean, id: string): Promise<void> {
      const child = await startChild(CHILD, { ...stage.settings(), MAIL_ID: id });
      await eventually(() => expect(isReached()).toBe(true));
      await child.kill();
      expect((await stage.row(id)).state).toBe('sending');
      expect((await stage.results(id)).at(-1)).toBeNull();
    }

    test('between the last dot and the record: the mail is doubled, with the same id, and both attempts are shown', async () => {
      stage.smtp.manners.toMessage = () => 'hang';
      const id = await stage.queue('wang');
      await killedWhile(() => stage.smtp.arrived.length === 1, id);
      stage.smtp.manners.toMessage = () => 'accept';

      const box = stage.outbox();
      expect(await box.sweep()).toBe(0);
      await box.deliver([id]);
      expect(stage.smtp.arrived).toHaveLength(1);

      stage.aheadInMs = LEASE_IN_MS + 1_000;
      expect(await box.sweep()).toBe(1);
      expect(await box.sweep()).toBe(0);
      expect(stage.smtp.arrived.map((mail) => mail.messageId)).toEqual([
        '<wang@ops.example.com>',
        '<wang@ops.example.com>',
      ]);
      expect((await stage.row(id)).state).toBe('sent');
      expect(await stage.results(id)).toEqual(['unknown', 'sent']);
    });

    test('before the dot: exactly one mail arrives', async () => {
      let isAsked = false;
      stage.smtp.manners.toRecipient = () => {
        isAsked = true;
        return 'hang';
      };
      const id = await stage.queue('wang');
      await killedWhile(() => isAsked, id);
      stage.smtp.manners.toRecipient = () => 'accept';
      stage.aheadInMs = LEASE_IN_MS + 1_000;
      await stage.outbox().deliver([id]);
      expect(stage.smtp.arrived).toHaveLength(1);
      expect(await stage.results(id)).toEqual(['unknown', 'sent']);
    });

    test('twice after the last dot: two mails with the same id, never a third', async () => {
      stage.smtp.manners.toMessage = () => 'hang';
      const id = await stage.queue('wang');
      await killedWhile(() => stage.smtp.arrived.length === 1, id);
      await stage.db.mails.updateOne({ _id: id }, { $set: { leaseUntil: new Date(Date.now() - 1) } });
      await killedWhile(() => stage.smtp.arrived.length === 2, id);
      stage.smtp.manners.toMessage = () => 'accept';

      stage.aheadInMs = LEASE_IN_MS + 1_000;
      const box = stage.outbox();
      expect(await box.sweep()).toBe(1);
      expect(await stage.row(id)).toMatchObject({ state: 'unknown', leaseUntil: null, sentAt: null });
      expect(await stage.results(id)).toEqual(['unknown', 'unknown']);
      expect(await box.sweep()).toBe(0);
      expect(stage.smtp.arrived.map((mail) => mail.messageId)).toEqual([
        '<wang@ops.example.com>',
        '<wang@ops.example.com>',
      ]);
    });
  });

  describe('a worker that is slow', () => {
    test('and learns the result after the lease puts it right, so that nothing is sent a third time', async () => {
      const held = heldTransport();
      const slow = stage.outbox({ transport: held.transport });
      const id = await stage.queue('wang');
      const delivery = slow.deliver([id]);
      await eventually(() => expect(held.isSending()).toBe(true));

      stage.aheadInMs = LEASE_IN_MS + 1_000;
      stage.smtp.manners.toRecipient = () => ({ code: 450, says: 'not now' });
      await stage.outbox().sweep();
      expect(await stage.row(id)).toMatchObject({ state: 'queued' });

      held.answer();
      await delivery;
      expect(await stage.row(id)).toMatchObject({
        state: 'sent',
        attempts: [{ result: 'sent' }, { result: 'failed' }],
      });
      expect(stage.smtp.arrived).toHaveLength(0);
    });

    test('to stop lets the mail under way arrive and takes no other', async () => {
      stage.smtp.manners.toMessage = () => 'accept';
      const held = heldTransport();
      const box = stage.outbox({ transport: held.transport });
      const ids = await Promise.all(Array.from({ length: 7 }, (_, number) => stage.queue(`s${number}`)));
      const delivery = box.deliver(ids);
      await eventually(async () => expect(await stage.db.mails.countDocuments({ state: 'sending' })).toBe(5));
      const closing = box.close();
      held.answer();
      await Promise.all([delivery, closing]);
      expect(await stage.db.mails.countDocuments({ state: 'sent' })).toBe(5);
      expect(await stage.db.mails.countDocuments({ state: 'queued', attempts: { $size: 0 } })).toBe(2);
    });
  });

  test('a result is not lost because MongoDB fails for a moment after the mail was sent', async () => {
    const { transport, isSending, answer } = heldTransport();
    const id = await stage.queue('wang');
    const delivery = stage.outbox({ transport }).deliver([id]);
    await eventually(() => expect(isSending()).toBe(true));
    await stage.db.connection.db!.admin().command({
      configureFailPoint: 'failCommand',
      mode: { times: 2 },
      data: { failCommands: ['findAndModify'], errorCode: 8000 },
    });
    answer();
    await delivery;
    expect(await stage.row(id)).toMatchObject({ state: 'sent', attempts: [{ result: 'sent' }] });
  });
});
