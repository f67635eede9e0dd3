import { inTransaction, type Database, type DeliveryRow, type WebhookRow } from '../../models/db';
import type { MailSetting } from '../../models/db/queued-mail';
import type { SendLog } from '../outbox/attempt';
import { disabledMails } from './disabled-mails';
import { FAILING_FOR_MS } from './patience';
import { GONE } from './verdict';

/**
 * Notes whether an endpoint is there. One that says that it is gone is disabled at once; one that nothing has got through to for
 * three days, when the next event for it is given up. Administrators are told by mail.
 */
export async function noteHealth(
  db: Database,
  setting: MailSetting,
  { webhookId, state, attempts, event }: DeliveryRow,
  now: Date,
  log: SendLog,
): Promise<void> {
  const last = attempts.at(-1);
  if (state === 'sent') {
    await db.webhooks.updateOne({ _id: webhookId, failingSince: { $ne: null } }, { $set: { failingSince: null } });
    return;
  }
  await db.webhooks.updateOne({ _id: webhookId, isEnabled: true, failingSince: null }, { $set: { failingSince: now } });
  const isGivenUp = state === 'refused' || state === 'unknown';
  const because = last?.status === GONE ? 'gone' : isGivenUp && event.case ? 'failing' : null;
  if (because === null) return;
  const before = because === 'gone' ? now : new Date(now.getTime() - FAILING_FOR_MS);
  await inTransaction(db, async (session) => {
    const disabled = await db.webhooks
      .findOneAndUpdate(
        { _id: webhookId, isEnabled: true, failingSince: { $lte: before } },
        { $set: { isEnabled: false, disabledBecause: because, updatedAt: now }, $inc: { version: 1 } },
        { returnDocument: 'after', session },
      )
      .lean<WebhookRow>();
    if (!disabled) return;
    log.error({ webhookId, because }, 'webhook disabled');
    await db.mails.insertMany(await disabledMails(db, disabled, last?.reply ?? '', setting, now), { session });
  });
}
