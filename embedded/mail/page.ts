import type { CaughtMail } from './read-mail';

const STYLE = `
  :root { color-scheme: light dark; --line: #8884; --soft: light-dark(#5b6472, #a3adba); --link: light-dark(#1d4ed8, #8ab4ff); }
  body { font: 15px/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
    max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; }
  header { display: flex; align-items: baseline; gap: 1rem; border-bottom: 1px solid var(--line); margin-bottom: 1rem; }
  h1 { font-size: 1.25rem; margin: 0 auto .5rem 0; }
  a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
  ol { list-style: none; padding: 0; margin: 0; }
  li { border-bottom: 1px solid var(--line); padding: .6rem 0; }
  .row { display: flex; gap: 1rem; justify-content: space-between; } .soft, time { color: var(--soft); font-size: .9em; }
  time { white-space: nowrap; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; } dt { color: var(--soft); } dd { margin: 0; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid var(--line); padding: 1rem; border-radius: 6px; }
  iframe { width: 100%; height: 60vh; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
  button { font: inherit; padding: .1rem .8rem; cursor: pointer; }`;

/** All mails, newest first; the page looks for new ones by itself. */
export function listPage(mails: readonly CaughtMail[], timeZone: string): string {
  const rows = mails.toReversed().map(
    (mail) => `<li>
      <div class="row"><a href="/mail/${escaped(mail.id)}">${escaped(mail.subject || '（无主题）')}</a>${time(mail, timeZone)}</div>
      <div class="soft">${escaped(mail.from)} → ${escaped(mail.to.join(', '))}</div></li>`,
  );
  const clear = '<form method="post" action="/clear"><button>清空</button></form>';
  return page(
    '邮件',
    `<header><h1>邮件 <span class="soft">${mails.length} 封，只保存在本机，不会发出</span></h1>${clear}</header>
    ${rows.length === 0 ? '<p class="soft">还没有邮件。系统发出的每封邮件都会显示在这里。</p>' : `<ol>${rows.join('')}</ol>`}`,
    '<meta http-equiv="refresh" content="5">',
  );
}

/** One mail: its HTML in a frame without rights, its text, and the way to its source. */
export function mailPage(mail: CaughtMail, timeZone: string): string {
  const id = escaped(mail.id);
  const attachments = mail.attachments.map(
    ({ filename, size }, index) =>
      `<a href="/mail/${id}/attachments/${index}">${escaped(filename)}</a> <span class="soft">${Math.ceil(size / 1024)} kB</span>`,
  );
  const facts: [string, string][] = [
    ['发件人', escaped(mail.from)],
    ['收件人', escaped(mail.to.join(', '))],
    ['时间', time(mail, timeZone)],
    ['Message-ID', escaped(mail.messageId)],
    ...(attachments.length > 0 ? [['附件', attachments.join('<br>')] satisfies [string, string]] : []),
  ];
  return page(
    mail.subject,
    `<header><h1>${escaped(mail.subject || '（无主题）')}</h1><a href="/mail/${id}/source">原文</a> <a href="/">全部邮件</a></header>
    <dl>${facts.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl>
    ${mail.html === '' ? '' : `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="/mail/${id}/html" title="邮件正文"></iframe>`}
    <pre>${escaped(mail.text)}</pre>`,
  );
}

/** A mail that is not there, perhaps no longer. */
export function notFoundPage(): string {
  return page('没有这封邮件', '<p>没有这封邮件。<a href="/">全部邮件</a></p>');
}

function page(title: string, body: string, head = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">${head}
    <title>${escaped(title)} · Opsflow</title><style>${STYLE}</style></head><body>${body}</body></html>`;
}

function time(mail: CaughtMail, timeZone: string): string {
  const shown = new Date(mail.date).toLocaleString('zh-CN', { timeZone, hour12: false });
  return `<time datetime="${escaped(mail.date)}">${shown}</time>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
