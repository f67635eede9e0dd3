import type { Logger } from 'pino';
import { createAdmission } from '../../api/admission';
import type { IntakeDeps } from '../../api/use-cases/intake/begin';
import { received } from '../../api/use-cases/intake/mail/received';
import { takeMail } from '../../api/use-cases/intake/mail/take';
import type { Chore } from '../chores/repeat';
import { readMailbox } from './read-mailbox';

const WAITING = 100;

/** Reads the mailbox of the installation in its rhythm; nothing, where it has none. */
export function mailboxChore(deps: Omit<IntakeDeps, 'admission'>, log: Logger): Chore[] {
  const { IMAP_URL, IMAP_INTERVAL_MS, MAIL_FROM } = deps.config;
  if (IMAP_URL === undefined) return [];
  // One mail after another: people come first.
  const intake = { ...deps, admission: createAdmission(1, WAITING) };
  const ours = [addressIn(MAIL_FROM)];
  const run = async () => {
    await readMailbox(IMAP_URL, log, async (source, messageId) => {
      if (source === null) log.warn({ messageId }, 'a mail in the mailbox is too large to be read');
      return source === null || (await takeMail(intake, log, await received(source), ours)) !== null;
    });
  };
  return [{ name: 'mailbox', everyMs: IMAP_INTERVAL_MS, run }];
}

/** The address of a sender that may have a name before it. */
function addressIn(from: string): string {
  return (/<([^<>]+)>/.exec(from)?.[1] ?? from).trim().toLowerCase();
}
