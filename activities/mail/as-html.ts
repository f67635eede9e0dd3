import { escapeHtml } from '../../models/html';
import type { Letter } from './letter';

const FONT = "font-family:'PingFang SC','Microsoft YaHei','Segoe UI',Arial,sans-serif";
const INK = '#1f2329';
const FAINT = '#646a73';
const ACCENT = '#1456b8';

/** A letter as an HTML page: tables and inline styles only, which Outlook and phones both lay out; loads nothing. */
export function asHtml(letter: Letter, title: string): string {
  return `<!DOCTYPE html>
<html lang="${letter.language === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:0;background:#f2f3f5">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f2f3f5"><tr><td align="center" style="padding:24px 12px">
<!--[if mso]><table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="max-width:600px;background:#ffffff;border-top:4px solid ${ACCENT}"><tr><td style="padding:24px;${FONT};font-size:15px;line-height:1.7;color:${INK}">
<p style="margin:0 0 12px">${escapeHtml(letter.salutation)}</p>
<p style="margin:0 0 16px;font-size:16px"><strong>${escapeHtml(letter.lead)}</strong></p>
${reasonBlock(letter)}${letter.afterword ? `<p style="margin:0 0 16px">${escapeHtml(letter.afterword)}</p>\n` : ''}<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="border-top:1px solid #dee0e3;margin:0 0 24px">
${letter.facts.map(factRow).join('\n')}
</table>
${linkBlock(letter)}</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
<p style="max-width:600px;margin:16px auto 0;${FONT};font-size:12px;line-height:1.6;color:${FAINT}">${letter.footer.map(escapeHtml).join('<br>')}</p>
</td></tr></table>
</body>
</html>
`;
}

function reasonBlock({ reason }: Letter): string {
  if (!reason) return '';
  const lines = reason.text.split('\n').map(escapeHtml).join('<br>');
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 16px"><tr><td bgcolor="#f5f6f7" style="background:#f5f6f7;border-left:3px solid ${FAINT};padding:8px 14px;${FONT};font-size:15px;line-height:1.7;color:${INK};word-break:break-word"><span style="color:${FAINT};font-size:13px">${escapeHtml(reason.label)}</span><br>${lines}</td></tr></table>\n`;
}

function linkBlock({ link }: Letter): string {
  if (!link) return '';
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0"><tr><td bgcolor="${ACCENT}" style="background:${ACCENT};padding:10px 28px"><a href="${escapeHtml(link.url)}" style="${FONT};font-size:15px;color:#ffffff;text-decoration:none">${escapeHtml(link.label)}</a></td></tr></table>
<p style="margin:12px 0 0;font-size:13px;color:${FAINT};word-break:break-all">${escapeHtml(link.url)}</p>
`;
}

function factRow([label, value]: readonly [string, string]): string {
  const cell = `padding:8px 0;border-bottom:1px solid #dee0e3;${FONT};font-size:14px;line-height:1.6;vertical-align:top`;
  return `<tr><td width="80" style="${cell};color:${FAINT};white-space:nowrap;padding-right:12px">${escapeHtml(label)}</td><td style="${cell};color:${INK};word-break:break-word">${escapeHtml(value)}</td></tr>`;
}
