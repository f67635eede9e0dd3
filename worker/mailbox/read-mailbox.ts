import { ImapFlow } from 'imapflow';
import type { Logger } from 'pino';

const AT_ONCE = 20;
const LARGEST_MAIL_IN_BYTES = 40 * 1024 * 1024;
const PATIENCE_IN_MS = 30_000;
const DEFAULT_FOLDER = 'INBOX';

/** What to do with the wire text of a mail, or with one that is too large to be read: true once nobody has to look at it again. */
export type Deal = (source: Buffer | null, messageId: string) => Promise<boolean>;

/**
 * Looks into a mailbox once: deals with the mails that nobody has read, the oldest first, and marks as read what is dealt with. What
 * fails stays unread for the next time, and holds up no other.
 */
export async function readMailbox(address: string, log: Logger, deal: Deal): Promise<void> {
  const url = new URL(address);
  const isSecure = url.protocol === 'imaps:';
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (isSecure ? 993 : 143)),
    secure: isSecure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
    connectionTimeout: PATIENCE_IN_MS,
    socketTimeout: PATIENCE_IN_MS,
  });
  // What goes wrong with the connection fails the command that is under way as well.
  client.on('error', (err: Error) => log.debug({ err }, 'the connection to the mailbox broke off'));
  await client.connect();
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(url.pathname.slice(1)) || DEFAULT_FOLDER);
    try {
      const unread = (await client.search({ seen: false }, { uid: true })) || [];
      for (const uid of unread.slice(0, AT_ONCE)) await dealWith(client, uid, log, deal);
    } finally {
      lock.release();
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function dealWith(client: ImapFlow, uid: number, log: Logger, deal: Deal): Promise<void> {
  const one = String(uid);
  try {
    const head = await client.fetchOne(one, { size: true, envelope: true }, { uid: true });
    if (!head) return;
    const isSmall = (head.size ?? 0) <= LARGEST_MAIL_IN_BYTES;
    const whole = isSmall ? await client.fetchOne(one, { source: true }, { uid: true }) : null;
    const source = (whole || null)?.source ?? null;
    if (await deal(source, head.envelope?.messageId ?? ''))
      await client.messageFlagsAdd(one, ['\\Seen'], { uid: true });
  } catch (err) {
    log.warn({ err, uid }, 'a mail could not be dealt with');
  }
}
