import type { Priority } from '../codes';
import type { Config } from '../config';
import type { MailChoices } from '../contracts/mail-choices';
import type { CaseHead, MailKind } from '../contracts/record';
import { hashOf } from '../hash';
import { heldUntil } from '../mail-choices';
import { mailDomainOf } from '../mail-domain';
import type { MailRow } from './rows';

type Head = Pick<CaseHead, 'id' | 'process' | 'subject' | 'customer' | 'applicant'> & {
  /** Null where it is about no case. */
  readonly priority: Priority | null;
};

/** What the mails of an installation have in common when they are written down. */
export interface MailSetting {
  readonly mailDomain: string;
  /** In which quiet hours are meant. */
  readonly timeZone: string;
}

/** What the mails of this installation have in common. */
export function mailSettingOf({
  MAIL_FROM,
  COMPANY_TIME_ZONE,
}: Pick<Config, 'MAIL_FROM' | 'COMPANY_TIME_ZONE'>): MailSetting {
  return { mailDomain: mailDomainOf(MAIL_FROM), timeZone: COMPANY_TIME_ZONE };
}

/** A mail to be sent: to whom, of what kind, about what. */
export interface MailToQueue extends Pick<MailRow, 'taskId' | 'step' | 'details' | 'dueAt' | 'recipient'> {
  readonly head: Head;
  readonly kind: MailKind;
  /** What makes it one of its kind; the same gives the same mail. */
  readonly cause: readonly unknown[];
  readonly at: Date;
  /** True where it is urgent by whatever kind of mail. */
  readonly cannotWait?: boolean;
  /** What its recipient has chosen about their mails; undefined: nothing. */
  readonly choices: MailChoices | undefined;
}

/**
 * The row of a mail that waits to be sent, with a Message-ID that never changes; what is not urgent waits for the end of its
 * recipient's quiet hours.
 */
export function queuedMail(
  { head, cause, at, choices, cannotWait = false, ...mail }: MailToQueue,
  { mailDomain, timeZone }: MailSetting,
): MailRow {
  const id = hashOf([head.id, ...cause, mail.recipient.id]).slice(0, 32);
  const about = mail.step === '' ? mail.kind : `${mail.step}.${mail.kind}`;
  const hasNoAccount = mail.recipient.hasNoAccount === true;
  const chosenAbout = { kind: mail.kind, priority: head.priority, hasNoAccount, cannotWait };
  const held = heldUntil(chosenAbout, choices, at, timeZone);
  return {
    _id: id,
    messageId: `<${head.id}.${about}.${id.slice(0, 12)}@${mailDomain}>`,
    caseId: head.id,
    process: head.process,
    subject: head.subject,
    customerName: head.customer?.name ?? null,
    applicant: head.applicant,
    ...mail,
    state: 'queued',
    attempts: [],
    leaseUntil: null,
    nextAttemptAt: held ?? at,
    ...(held && { heldUntil: held }),
    createdAt: at,
    sentAt: null,
  };
}
