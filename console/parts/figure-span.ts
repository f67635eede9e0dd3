import type { Language } from '../../models/contracts/text';
import { monthAfter, monthInWords } from '../pages/roster/days';

/** What figures are of: a month, `2026-11`, or a year, `2026`. */
export type Span = { readonly month: string } | { readonly year: string };

/** The span that the address names, else the month of today. */
export function spanIn({ month, year }: { readonly month?: string; readonly year?: string }, today: string): Span {
  if (isSpan(month) && month.includes('-')) return { month };
  return isSpan(year) && !year.includes('-') ? { year } : { month: today.slice(0, '2026-11'.length) };
}

/** The same as the statistics are asked for it. */
export function askedOf(span: Span): { readonly year: number } | { readonly month: string } {
  return 'year' in span ? { year: Number(span.year) } : { month: span.month };
}

/** The same as figures of several months are asked for it: the first and the last. */
export function monthsOf(span: Span): { readonly from: string; readonly to: string } {
  return 'year' in span ? { from: `${span.year}-01`, to: `${span.year}-12` } : { from: span.month, to: span.month };
}

/** The span so many months or years later. */
export function spanAfter(span: Span, by: number): Span {
  return 'year' in span ? { year: `${Number(span.year) + by}` } : { month: monthAfter(span.month, by) };
}

/** A span as people write it: 2026年, 2026年11月. */
export function spanInWords(span: Span, language: Language): string {
  if ('month' in span) return monthInWords(span.month, language);
  return language === 'zh' ? new Intl.DateTimeFormat('zh-CN', YEAR).format(new Date(`${span.year}-07-01`)) : span.year;
}

const YEAR = { year: 'numeric', timeZone: 'UTC' } as const;
const MONTHS_BACK = 24;
const YEARS_BACK = 3;

/** The spans that a list may be asked for: the last years and months, and the one that is asked for. */
export function spansUntil(today: string, asked: string | undefined): readonly string[] {
  const years = Array.from({ length: YEARS_BACK }, (_, back) => `${Number(today.slice(0, 4)) - back}`);
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => monthAfter(today.slice(0, '2026-11'.length), -back));
  return [...new Set([...(isSpan(asked) ? [asked] : []), ...years, ...months])];
}

/** Whether it is a year or a month that the API knows. */
export function isSpan(text: string | undefined): text is string {
  return /^20\d{2}(-(0[1-9]|1[0-2]))?$/.test(text ?? '');
}

/** A span of which it is told by its length whether it is a year. */
export function spanOfText(text: string): Span {
  return text.includes('-') ? { month: text } : { year: text };
}
