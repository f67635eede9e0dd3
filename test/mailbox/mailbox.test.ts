import { ImapFlow } from 'imapflow';
import { createTransport } from 'nodemailer';
import { mailboxChore } from '../../worker/mailbox/chore';
import { apiForThisFile } from '../api/api-under-test';
import { casesWithoutEngine } from '../api/cases-without-engine';
import { startGreenMail, type GreenMail } from '../harness/greenmail';
import { sampleMail } from '../harness/mail-samples';

const PATIENCE_IN_MS = 400_000;
const api = apiForThisFile({ MAIL_FROM: 'Opsflow <desk@ops.example>' });
const { begun } = casesWithoutEngine(api);
const held: { server?: GreenMail } = {};
beforeAll(async () => {
  held.server = await startGreenMail();
}, PATIENCE_IN_MS);
afterAll(() => held.server?.stop());

async function arrives(...names: readonly string[]): Promise<void> {
  const transport = createTransport(held.server!.smtpUrl);
  for (const name of names)
    await transport.sendMail({
      envelope: { from: 'chen@opsflow.example', to: 'desk@ops.example' },
      raw: sampleMail(name),
    });
  transport.close();
}

/** Looks into the mailbox once, as a worker does in its rhythm. */
async function looks(address = held.server!.imapUrl): Promise<void> {
  const deps = { ...api.deps, config: { ...api.deps.config, IMAP_URL: address } };
  const [chore] = mailboxChore(deps, api.deps.log);
  await chore!.run();
}

async function unread(): Promise<number> {
  const { hostname, port } = new URL(held.server!.imapUrl);
  const auth = { user: 'desk@ops.example', pass: 'secret' };
  const client = new ImapFlow({ host: hostname, port: Number(port), secure: false, auth, logger: false });
  await client.connect();
  const { unseen = 0 } = await client.status('INBOX', { unseen: true });
  await client.logout();
  return unseen;
}

test('no mailbox, nothing to do', () => expect(mailboxChore(api.deps, api.deps.log)).toEqual([]));

test(
  'mails of the mailbox are taken once, marked as read, and one that fails holds up no other and is taken later',
  async () => {
    await arrives('out-of-office', 'foxmail', 'foxmail', 'own');
    expect(await unread()).toBe(4);
    jest.spyOn(api.deps.gateway, 'begin').mockRejectedValueOnce(new Error('the engine is away'));
    await looks();
    // The first of the two failed, the second is the same mail and somebody is at it.
    expect([begun.length, await unread()]).toEqual([0, 2]);
    api.pass(5 * 60_000);
    await looks();
    expect([begun.length, await unread()]).toEqual([1, 0]);
    await looks();
    expect(begun.length).toBe(1);
    const kept = await api.db.intakeMails.find().sort({ outcome: 1 }).lean();
    expect(kept.map(({ outcome }) => outcome)).toEqual(['automatic', 'opened', 'own']);
    expect(await api.db.attachments.countDocuments({ caseId: begun[0]!.head.id })).toBe(1);
  },
  PATIENCE_IN_MS,
);

test(
  'a wrong password fails the round, and no log tells it',
  async () => {
    const wrong = held.server!.imapUrl.replace('secret', 'wr0ng-pass');
    const error = await looks(wrong).catch((err: unknown) => err);
    expect(error).toBeInstanceOf(Error);
    api.deps.log.warn({ err: error }, 'chore failed');
    expect(api.logged.join('')).not.toContain('wr0ng-pass');
  },
  PATIENCE_IN_MS,
);
