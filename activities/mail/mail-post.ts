import type { Database, MailRow } from '../../models/db';
import type { Post, SendLog } from '../outbox/attempt';
import type { Verdict } from '../outbox/send-state';
import type { Watch } from '../watch';
import { newDecisionLink } from './decision-link';
import { isMailbox, messageOf } from './message';
import { MAIL_TERMS } from './patience';
import type { MailTransport } from './smtp-transport';
import type { MailLook } from './template';

/** What an attempt to send a mail needs. */
export interface MailMeans {
  readonly db: Database;
  readonly transport: MailTransport;
  readonly from: string;
  readonly look: MailLook;
  readonly linkLifetimeInMs: number;
  readonly log: SendLog;
  readonly now: () => Date;
  readonly watch: Watch;
}

/** How mails are sent. */
export function mailPost(means: MailMeans): Post<MailRow> {
  const { db, log, now, watch } = means;
  return {
    noun: 'mail',
    rows: db.mails,
    termsOf: () => MAIL_TERMS,
    send: (mail) => sendMail(mail, means),
    about: ({ _id, caseId, kind }) => ({ mailId: _id, caseId, kind }),
    tried: (result) => watch.mailTried(result),
    log,
    now,
  };
}

async function sendMail(
  mail: MailRow,
  { db, transport, from, look, linkLifetimeInMs, now }: MailMeans,
): Promise<Verdict> {
  if (!isMailbox(mail.recipient.address)) return { result: 'refused', reply: 'not a mail address' };
  const link = await newDecisionLink(db, mail, now(), linkLifetimeInMs);
  return await transport.send(messageOf(mail, from, look, link));
}
