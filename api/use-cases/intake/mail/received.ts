import { simpleParser, type Attachment, type ParsedMail } from 'mailparser';
import { sha256Of } from '../../../../models/hash';
import { cleanLine, cleanLines } from '../foreign-text';

/** A file that came with a mail. */
export interface ReceivedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A mail as far as the product looks at it. */
export interface ReceivedMail {
  /** With its angle brackets; that of its bytes where the sender gave it none. */
  readonly messageId: string;
  readonly from: string;
  readonly fromAsWritten: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date | null;
  /** The Message-IDs that it answers, refers to, or reports about. */
  readonly references: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  /** What a report of the mail system says; null for everything else. */
  readonly report: { readonly hasFailed: boolean; readonly why: string } | null;
  readonly files: readonly ReceivedFile[];
}

const LONGEST_SUBJECT = 120;
const LONGEST_TEXT = 3000;
const LONGEST_REPLY = 500;
const LOOKED_AT = [
  'auto-submitted',
  'precedence',
  'x-loop',
  'x-autoreply',
  'x-autorespond',
  'list-id',
  'x-opsflow-case',
  'return-path',
];
const OF_REPORT = /^message\/|^text\/rfc822-headers$/;

/** Reads a mail from its wire text. */
export async function received(source: Buffer): Promise<ReceivedMail> {
  const parsed = await simpleParser(source, { skipImageLinks: true, skipTextToHtml: true });
  const [sender] = parsed.from?.value ?? [];
  const isReport = contentTypeOf(parsed) === 'multipart/report';
  const parts = isReport ? parsed.attachments.filter(({ contentType }) => OF_REPORT.test(contentType)) : [];
  // mailparser takes some of the parts of a report for its text.
  const report = isReport
    ? [parsed.text ?? '', ...parts.map(({ content }) => content.toString('utf8'))].join('\n')
    : '';
  return {
    messageId: parsed.messageId ?? `<${sha256Of(source)}@no-message-id>`,
    from: (sender?.address ?? '').toLowerCase(),
    fromAsWritten: sender?.address ?? '',
    fromName: cleanLine(sender?.name, LONGEST_SUBJECT),
    subject: cleanLine(parsed.subject, LONGEST_SUBJECT),
    text: cleanLines(withoutQuotes(parsed.text ?? ''), LONGEST_TEXT),
    at: parsed.date ?? null,
    references: [...new Set([parsed.inReplyTo ?? '', ...[parsed.references ?? []].flat(), report].flatMap(idsIn))],
    headers: Object.fromEntries(LOOKED_AT.map((name) => [name, headerOf(parsed, name)])),
    report: isReport ? { hasFailed: /^action:\s*failed/im.test(report), why: whyIn(report) } : null,
    files: parsed.attachments.filter((one) => !parts.includes(one)).map(fileOf),
  };
}

/** The Message-IDs in a text. */
export function idsIn(text: string): string[] {
  return text.match(/<[^<>\s]+@[^<>\s]+>/g) ?? [];
}

function whyIn(report: string): string {
  const said = /^diagnostic-code:\s*([^]*?)(?=\n\S|\n\s*\n|$(?![^]))/im.exec(report)?.[1];
  return cleanLine(said?.replaceAll(/\s+/g, ' ') ?? /^status:\s*(.*)$/im.exec(report)?.[1], LONGEST_REPLY);
}

function contentTypeOf({ headers }: ParsedMail): string {
  const type = headers.get('content-type') as { value?: string } | undefined;
  return (type?.value ?? '').toLowerCase();
}

function headerOf({ headers }: ParsedMail, name: string): string {
  const value: unknown =
    name === 'list-id' ? (headers.get('list') as { id?: { id?: string } } | undefined)?.id?.id : headers.get(name);
  if (typeof value === 'string') return value.trim().toLowerCase();
  // mailparser takes Return-Path for an address.
  if (typeof value === 'object' && value !== null && 'text' in value) return String(value.text).trim() || '<>';
  return '';
}

/** What was written this time: programs put what they answer behind marks. */
function withoutQuotes(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n');
}

function fileOf({ filename, contentType, content }: Attachment): ReceivedFile {
  return { fileName: filename ?? '', contentType, bytes: content };
}
