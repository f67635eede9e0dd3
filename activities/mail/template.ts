import type { MailRow } from '../../models/db';
import { asHtml } from './as-html';
import { asText } from './as-text';
import type { MailLink } from './decision-link';
import { letterOf, type MailLook } from './letter';
import { subjectLine } from './subject-line';

/** A mail as it is read. */
export interface RenderedMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes the mail that a row of the outbox stands for, in the language of its recipient. */
export function renderMail(mail: MailRow, look: MailLook, link: MailLink | null = null): RenderedMail {
  const letter = letterOf(mail, look, link);
  const subject = subjectLine(mail);
  return { subject, text: asText(letter), html: asHtml(letter, subject) };
}

export type { MailLook };
