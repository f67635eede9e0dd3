import { ADMIN_KEY } from '../../models/whom';
import type { Database, MailRow, WebhookRow } from '../../models/db';
import { queuedMail, type MailSetting } from '../../models/db/queued-mail';
import { directoryOf } from '../record/directory';

/** The mails that tell every administrator that an endpoint was disabled. */
export async function disabledMails(
  db: Database,
  { _id, name, version }: WebhookRow,
  lastReply: string,
  setting: MailSetting,
  at: Date,
): Promise<MailRow[]> {
  const directory = await directoryOf(db, [], { at: at.toISOString(), away: [], customerId: null });
  // It is about no case.
  const head = { id: _id, priority: null, process: 'Webhook', subject: name, customer: null, applicant: NOBODY };
  const about = {
    ...{ head, kind: 'webhook-disabled' as const, cause: [version], step: '', taskId: null, dueAt: null, at },
    details: { reason: lastReply },
  };
  return directory
    .holding([ADMIN_KEY], [])
    .filter(({ email }) => email !== '')
    .map(({ id, name: called, email, language, mailChoices }) =>
      queuedMail(
        { ...about, recipient: { id, name: called, address: email, language }, choices: mailChoices },
        setting,
      ),
    );
}

const NOBODY = { id: '', name: '' };
