/** A paragraph of a page in both languages, with links or commands below it. */
export interface Section {
  readonly zh: string;
  readonly en: string;
  readonly links?: readonly { readonly href: string; readonly text: string }[];
  readonly commands?: string;
}

const STYLE =
  'body{font:16px/1.6 system-ui,"Noto Sans SC",sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1d2433}' +
  'pre{background:#f3f5f9;padding:.8rem;overflow-x:auto;font-size:.85rem}.en{color:#5b6478}';

/** Lines of a shell, as one block. */
export function shell(...lines: readonly string[]): string {
  return lines.join('\n');
}

/** A whole page; everything on it is escaped, and it runs no script. The nonce is that of its response. */
export function page(title: string, sections: readonly Section[], nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)} · Opsflow</title><style nonce="${nonce}">${STYLE}</style></head>
<body><h1>${escaped(title)}</h1>
${sections.map(shown).join('\n')}
</body></html>
`;
}

function shown({ zh, en, links = [], commands }: Section): string {
  const items = links.map(({ href, text }) => `<li><a href="${escaped(href)}">${escaped(text)}</a></li>`);
  return [
    `<p>${escaped(zh)}<br><span class="en" lang="en">${escaped(en)}</span></p>`,
    items.length > 0 ? `<ul>${items.join('')}</ul>` : '',
    commands === undefined ? '' : `<pre>${escaped(commands)}</pre>`,
  ].join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
