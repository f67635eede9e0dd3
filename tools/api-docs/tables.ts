import type { Route, Who } from '../../api/http/route';
import { ERRORS, STAFF_ROLES } from '../../models/codes';

/** Every code of the error table as a row. */
export function codeTable(): string {
  const rows = Object.entries(ERRORS).map(([code, { status, retryable, zh, en }]) => [
    ...[`\`${code}\``, String(status), retryable ? 'yes' : 'no', zh, en],
  ]);
  return table(['Code', 'Status', 'Retryable', '中文', 'English'], rows);
}

/** Every route as a row. */
export function routeTable(routes: readonly Route[]): string {
  const rows = routes.map((route) => [
    `\`${route.method.toUpperCase()} ${route.path}\``,
    `${route.summary.zh} · ${route.summary.en}`,
    wordsFor(route.who),
    [route.repeats === 'none' ? '' : 'Key', route.needsIfMatch ? 'If-Match' : ''].filter(Boolean).join(', '),
  ]);
  return table(['Route', 'What', 'Who', 'Needs'], rows);
}

/** Who may call a route, in words. */
export function wordsFor(who: Who): string {
  if (who === 'anyone') return 'anyone';
  if (who === 'signed-in') return 'signed in';
  if (who === 'decision-link') return 'the link of a mail';
  if (who === 'monitoring') return 'a monitoring system';
  const isAllStaff = STAFF_ROLES.every((role) => who.includes(role)) && who.length === STAFF_ROLES.length;
  return isAllStaff ? 'staff' : who.map((role) => `\`${role}\``).join(', ');
}

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}
