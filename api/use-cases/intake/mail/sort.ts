import { idsIn, type ReceivedMail } from './received';

/** What a mail is: our own that has come back, one that no person wrote, a report that one of ours was refused, or somebody's words. */
export type SortOfMail =
  | { readonly is: 'own' }
  | { readonly is: 'automatic' }
  | { readonly is: 'bounce'; readonly ids: readonly string[]; readonly why: string }
  | { readonly is: 'words'; readonly caseId: string | null };

const MAIL_SYSTEM = /^(mailer-daemon|postmaster)@/;
const NUMBER_OF_CASE = /\b[A-Z]{2,4}-\d{8}-\d{4,}\b/;
const BULK = ['bulk', 'junk', 'list', 'auto_reply'];

/** Sorts a mail; `ours` are the addresses of this installation. */
export function sorted(mail: ReceivedMail, ours: readonly string[]): SortOfMail {
  const { from, headers, references, report, subject } = mail;
  if (report) return report.hasFailed ? { is: 'bounce', ids: references, why: report.why } : { is: 'automatic' };
  // Not every mail system reports in the form of the standard.
  if (MAIL_SYSTEM.test(from)) return { is: 'bounce', ids: [...references, ...idsIn(mail.text)], why: subject };
  if (ours.includes(from) || headers['x-opsflow-case'] !== '') return { is: 'own' };
  return isAutomatic(mail) ? { is: 'automatic' } : { is: 'words', caseId: caseIn(mail) };
}

/** The case that a mail is about: its subject names it, or it answers a mail of ours about one. */
function caseIn({ subject, references }: ReceivedMail): string | null {
  return [subject, ...references].flatMap((text) => NUMBER_OF_CASE.exec(text)?.[0] ?? []).at(0) ?? null;
}

/** RFC 3834, and what was usual before it. */
function isAutomatic({ from, headers }: ReceivedMail): boolean {
  const { 'auto-submitted': submitted = '', precedence = '' } = headers;
  if (submitted !== '' && !submitted.startsWith('no')) return true;
  if (BULK.includes(precedence)) return true;
  const others = ['x-loop', 'x-autoreply', 'x-autorespond', 'list-id'].some((name) => headers[name] !== '');
  return others || headers['return-path'] === '<>' || from === '';
}
