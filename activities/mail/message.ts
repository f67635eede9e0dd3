import type { SendMailOptions } from 'nodemailer';
import type { MailRow } from '../../models/db';
import { oneLine } from './one-line';
import type { MailLink } from './decision-link';
import { renderMail, type MailLook } from './template';

/**
 * The message of a mail row: always the same Message-ID and date, so that a doubled mail can be told for what it is. The token
 * of its link, where it has one, is new each time.
 */
export function messageOf(mail: MailRow, from: string, look: MailLook, link: MailLink | null = null): SendMailOptions {
  // What is about no case stands for itself.
  const thread = mail.caseId === '' ? null : threadIdOf(mail);
  return {
    from,
    to: { name: oneLine(mail.recipient.name), address: mail.recipient.address },
    ...renderMail(mail, look, link),
    messageId: `<${bare(mail.messageId)}>`,
    date: mail.createdAt,
    ...(thread !== null && { inReplyTo: thread, references: thread }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      ...(thread !== null && { 'X-Opsflow-Case': oneLine(mail.caseId) }),
    },
    xMailer: false,
  };
}

/** True for an address that a mail can be sent to: one mailbox, nothing that could be read as more. */
export function isMailbox(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{Cc}<>()[\]\\,;:"@]{1,64}@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(address);
}

// No mail has this id; mail programs show together what refers to the same one.
function threadIdOf({ caseId, messageId }: MailRow): string {
  const domain = bare(messageId).split('@').at(-1) ?? '';
  return `<${bare(caseId).toLowerCase()}.case@${domain}>`;
}

function bare(id: string): string {
  return id.replace(/[<>\s\p{Cc}]/gu, '');
}
