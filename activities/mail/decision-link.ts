import type { MailKind } from '../../models/contracts/record';
import type { Database, MailRow } from '../../models/db';
import { newToken, sha256Of } from '../../models/hash';

/** The link of a mail by which its recipient decides, and until when it is good. */
export interface MailLink {
  readonly token: string;
  readonly until: Date;
}

/** The mails that ask their recipient to decide; the others only tell. */
const ASKING: readonly MailKind[] = [
  'task-opened',
  'task-reminder',
  'task-nudged',
  'task-escalated',
  'task-substituted',
  'task-resumed',
  'delegation-answered',
  'delegation-ended',
  'duty-called',
];

/**
 * Makes the link in a mail to somebody without an account; null where the mail asks nobody to decide, or asks
 * somebody who signs in. Only its hash is kept, so a mail that is sent once more carries another one.
 */
export async function newDecisionLink(
  db: Database,
  { _id: mailId, kind, taskId, caseId, recipient }: MailRow,
  now: Date,
  lifetimeInMs: number,
): Promise<MailLink | null> {
  if (taskId === null || !recipient.hasNoAccount || !ASKING.includes(kind)) return null;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetimeInMs);
  const about = { taskId, caseId, personId: recipient.id, address: recipient.address, mailId };
  await db.decisionLinks.create([{ _id: sha256Of(token), ...about, createdAt: now, expiresAt }]);
  return { token, until: expiresAt };
}
