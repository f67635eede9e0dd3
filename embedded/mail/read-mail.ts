import { simpleParser } from 'mailparser';
import type { Attachment } from 'mailparser';

/** One mail as the catcher shows it. */
export interface CaughtMail {
  id: string;
  from: string;
  /** Recipients of the envelope, so also those in blind copy. */
  to: string[];
  subject: string;
  messageId: string;
  date: string;
  text: string;
  html: string;
  attachments: { filename: string; contentType: string; size: number }[];
}

const ENVELOPE = 'X-Envelope-To: ';

/** The wire text with its envelope's recipients as the first line. */
export function withEnvelope(wire: Buffer, recipients: readonly string[]): Buffer {
  return Buffer.concat([Buffer.from(`${ENVELOPE}${recipients.join(', ')}\r\n`), wire]);
}

/** Reads a mail from its text, which begins with the envelope's line. */
export async function readMail(id: string, source: Buffer): Promise<CaughtMail> {
  const parsed = await simpleParser(source, { skipImageLinks: true });
  return {
    id,
    from: parsed.from?.text ?? '',
    to: envelopeRecipients(source),
    subject: parsed.subject ?? '',
    messageId: parsed.messageId ?? '',
    date: (parsed.date ?? new Date(0)).toISOString(),
    text: parsed.text ?? '',
    html: typeof parsed.html === 'string' ? parsed.html : '',
    attachments: parsed.attachments.map((attachment) => ({
      filename: filenameOf(attachment),
      contentType: attachment.contentType,
      size: attachment.size,
    })),
  };
}

/** The content of one attachment, by its place in the mail. */
export async function readAttachment(
  source: Buffer,
  index: number,
): Promise<{ filename: string; content: Buffer } | undefined> {
  const attachment = (await simpleParser(source)).attachments[index];
  return attachment && { filename: filenameOf(attachment), content: attachment.content };
}

function envelopeRecipients(source: Buffer): string[] {
  const line = source.subarray(0, source.indexOf('\r\n')).toString();
  return line.startsWith(ENVELOPE) && line.length > ENVELOPE.length ? line.slice(ENVELOPE.length).split(', ') : [];
}

function filenameOf(attachment: Attachment): string {
  return attachment.filename ?? 'attachment';
}
