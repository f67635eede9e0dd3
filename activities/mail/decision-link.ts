import type { Database, MailRow } from '../../models/db';
import { newToken, sha256Of } from '../../models/hash';

/**
 * Makes the token of the link in a mail to somebody without an account; null where the mail asks nobody to decide, or asks
 * somebody who signs in. Only its hash is kept, so a mail that is sent once more carries another one.
 */
export async function newDecisionLink(
  db: Database,
  { _id: mailId, taskId, caseId, recipient }: MailRow,
  now: Date,
  lifetimeInMs: number,
): Promise<string | null> {
  if (taskId === null || !recipient.hasNoAccount) return null;
  const token = newToken();
  const expiresAt = new Date(now.getTime() + lifetimeInMs);
  const about = { taskId, caseId, personId: recipient.id, mailId };
  await db.decisionLinks.create([{ _id: sha256Of(token), ...about, createdAt: now, expiresAt }]);
  return token;
}
