import { REPORT_FIELDS, type ReportField } from '../../../models/contracts/intake-form';
import type { Language, Text } from '../../../models/contracts/text';
import { filled } from '../../../models/faults';
import { escapeHtml } from '../../../models/html';
import { FIELD_WORDS, WORDS } from './words';

/** What every public page is made with. */
export interface Look {
  readonly language: Language;
  /** Of the response, for its style. */
  readonly nonce: string;
  readonly company: string;
}

/** The public form, as it is opened or as it comes back. */
export interface FormPage {
  readonly customer: string;
  readonly contact: string | null;
  readonly values: Readonly<Record<ReportField, string>>;
  /** What is wrong, by field. */
  readonly faults: Readonly<Partial<Record<ReportField, Text>>>;
  /** Why it comes back, where no field is at fault. */
  readonly notice?: Text;
  /** What shows that this page was opened by the address of the form. */
  readonly page: string;
}

/** The name of the field that people do not see, and programs fill in. */
export const HONEYPOT = 'website';

const REQUIRED: readonly ReportField[] = ['name', 'title', 'description'];
const INPUTS: Readonly<Record<ReportField, string>> = {
  name: 'type="text" autocomplete="name" maxlength="100"',
  phone: 'type="tel" autocomplete="tel" maxlength="50"',
  mail: 'type="email" autocomplete="email" maxlength="254"',
  title: 'type="text" maxlength="120"',
  description: '',
  device: 'type="text" maxlength="100" autocapitalize="characters"',
  when: 'type="datetime-local"',
};

const STYLE = `:root{color-scheme:light}*{box-sizing:border-box}
body{margin:0;background:#f2f4f7;color:#1f2329;font:16px/1.6 -apple-system,'PingFang SC','Microsoft YaHei','Segoe UI',Arial,sans-serif}
main{max-width:600px;margin:0 auto;padding:16px}
.card{background:#fff;border-radius:10px;padding:20px;box-shadow:0 1px 3px rgba(0,0,0,.08)}
header{display:flex;justify-content:space-between;align-items:baseline;gap:12px;margin:4px 4px 12px}
h1{font-size:22px;margin:0 0 4px}p{margin:0 0 12px;overflow-wrap:anywhere}a{color:#1257b8}
label{display:block;font-weight:600;margin:16px 0 4px}small{display:block;color:#5b6470}
.need{font-weight:400;color:#b42318;font-size:13px}
input,textarea{width:100%;font:inherit;color:inherit;padding:11px 12px;border:1px solid #8a93a0;border-radius:8px;background:#fff}
textarea{min-height:8em;resize:vertical}
input:focus-visible,textarea:focus-visible,button:focus-visible,a:focus-visible{outline:3px solid #7fb2ff;outline-offset:1px}
[aria-invalid=true]{border-color:#b42318}
.fault{color:#b42318;margin:4px 0 0}.notice{border-left:4px solid #b42318;background:#fef3f2;padding:10px 12px;border-radius:4px}
button{width:100%;margin-top:22px;padding:13px;font:inherit;font-weight:600;color:#fff;background:#1257b8;border:0;border-radius:8px}
.number{font-size:26px;font-weight:700;letter-spacing:.5px;user-select:all}
.trap{position:absolute;left:-9999px;height:1px;width:1px;overflow:hidden}`;

/** The form. */
export function formPage(look: Look, { customer, contact, values, faults, notice, page }: FormPage): string {
  const { language } = look;
  const isFaulty = Object.keys(faults).length > 0;
  const fields = REPORT_FIELDS.map((field) => fieldOf(field, values[field], faults[field], language)).join('\n');
  const why = notice ?? (isFaulty ? WORDS.faulty : null);
  return whole(
    look,
    WORDS.heading,
    `<h1>${say(WORDS.heading, language)}</h1>
<p>${say(WORDS.to, language, { customer })}${contactLine(contact, language)}</p>
${why ? `<p class="notice" role="alert">${say(why, language)}</p>` : ''}
<form method="post" action="?lang=${language}" novalidate>
<input type="hidden" name="page" value="${escapeHtml(page)}">
<div class="trap" aria-hidden="true"><label for="${HONEYPOT}">${say(WORDS.leaveEmpty, language)}</label>
<input id="${HONEYPOT}" name="${HONEYPOT}" type="text" tabindex="-1" autocomplete="off"></div>
${fields}
<button type="submit">${say(WORDS.send, language)}</button>
</form>`,
  );
}

function fieldOf(field: ReportField, value: string, fault: Text | undefined, language: Language): string {
  const { label, help } = FIELD_WORDS[field];
  const described = [...(help ? [`${field}-help`] : []), ...(fault ? [`${field}-fault`] : [])].join(' ');
  const attributes = [
    `id="${field}" name="${field}"`,
    ...(REQUIRED.includes(field) ? ['required'] : []),
    ...(described ? [`aria-describedby="${described}"`] : []),
    ...(fault ? ['aria-invalid="true"'] : []),
  ].join(' ');
  const input =
    field === 'description'
      ? `<textarea ${attributes} maxlength="3000">\n${escapeHtml(value)}</textarea>`
      : `<input ${attributes} ${INPUTS[field]} value="${escapeHtml(value)}">`;
  return `<label for="${field}">${say(label, language)}${
    REQUIRED.includes(field) ? ` <span class="need">${say(WORDS.required, language)}</span>` : ''
  }</label>
${help ? `<small id="${field}-help">${say(help, language)}</small>` : ''}
${input}
${fault ? `<p class="fault" id="${field}-fault">${say(fault, language)}</p>` : ''}`;
}

/** What who has reported something is told: the number of the case, and how the service desk is reached. */
export function donePage(
  look: Look,
  { caseId, mail, contact }: { readonly caseId: string; readonly mail: string; readonly contact: string | null },
): string {
  const { language } = look;
  return whole(
    look,
    WORDS.done,
    `<h1>${say(WORDS.done, language)}</h1>
<p>${say(WORDS.number, language)}</p><p class="number">${escapeHtml(caseId)}</p>
<p>${say(WORDS.keep, language)}${mail === '' ? '' : ` ${say(WORDS.mailed, language, { mail })}`}</p>
${contactLine(contact, language)}
<p><a href="?lang=${language}">${say(WORDS.another, language)}</a></p>`,
  );
}

/** A page that says something, and what to do. */
export function noticePage(look: Look, title: Text, help: Text | null, contact: string | null = null): string {
  const { language } = look;
  return whole(
    look,
    title,
    `<h1>${say(title, language)}</h1>
${help ? `<p>${say(help, language)}</p>` : ''}${contactLine(contact, language)}`,
  );
}

function contactLine(contact: string | null, language: Language): string {
  return contact === null ? '' : `<br><strong>${say(WORDS.contact, language, { contact })}</strong>`;
}

function whole({ language, nonce, company }: Look, title: Text, content: string): string {
  const other = language === 'en' ? 'zh' : 'en';
  return `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex,nofollow">
<title>${say(title, language)} · ${escapeHtml(company)}</title>
<link rel="icon" href="/icon.svg">
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>
<main>
<header><span>${escapeHtml(company)}</span><a href="?lang=${other}" lang="${other === 'en' ? 'en' : 'zh-CN'}">${say(WORDS.other, language)}</a></header>
<div class="card">
${content}
</div>
</main>
</body>
</html>
`;
}

function say(text: Text, language: Language, facts: Readonly<Record<string, string>> = {}): string {
  return escapeHtml(filled(text, facts)[language]);
}
