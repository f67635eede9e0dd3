import type { MailRow } from '../../../../models/db';
import type { IntakeDeps } from '../begin';

/**
 * A mail of ours did not arrive after all, as a mail system on the way reports: its row says so from then on, and so does its task.
 * The case that it was about; null where none of the ids is that of a mail that we have sent.
 */
export async function markRefused(
  { db, now }: Pick<IntakeDeps, 'db' | 'now'>,
  { ids, why }: { readonly ids: readonly string[]; readonly why: string },
): Promise<string | null> {
  const sent = await db.mails
    .findOne({ messageId: { $in: [...ids] }, state: { $in: ['sent', 'unknown', 'refused'] } })
    .lean<MailRow>();
  if (!sent) return null;
  const at = now();
  const attempt = { startedAt: at, endedAt: at, result: 'refused', reply: why } as const;
  await db.mails.updateOne(
    { _id: sent._id, state: { $in: ['sent', 'unknown'] } },
    { $set: { state: 'refused' }, $push: { attempts: attempt } },
  );
  return sent.caseId;
}
