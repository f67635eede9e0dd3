import { ADMIN_KEY } from '../../models/whom';
import type { Database, MailRow, WebhookRow } from '../../models/db';
import { hashOf } from '../../models/hash';
import { mailDomainOf } from '../../models/mail-domain';
import { directoryOf } from '../record/directory';

/** The mails that tell every administrator that an endpoint was disabled. */
export async function disabledMails(
  db: Database,
  { _id, name, version }: WebhookRow,
  lastReply: string,
  mailFrom: string,
  now: Date,
): Promise<MailRow[]> {
  const directory = await directoryOf(db, [], { at: now.toISOString(), away: [], customerId: null });
  return directory
    .holding([ADMIN_KEY], [])
    .filter(({ email }) => email !== '')
    .map((admin) => {
      const id = hashOf([_id, version, admin.id]).slice(0, 32);
      return {
        _id: id,
        messageId: `<${_id}.webhook-disabled.${id.slice(0, 12)}@${mailDomainOf(mailFrom)}>`,
        ...{ caseId: _id, taskId: null, step: '', kind: 'webhook-disabled' as const, process: 'Webhook' },
        subject: name,
        customerName: null,
        applicant: { id: '', name: '' },
        recipient: { id: admin.id, name: admin.name, address: admin.email, language: admin.language },
        details: { reason: lastReply },
        dueAt: null,
        ...{ state: 'queued' as const, attempts: [], leaseUntil: null, nextAttemptAt: now },
        createdAt: now,
        sentAt: null,
      };
    });
}
