import { dayNumber } from '../../models/calendar/days';
import { zoneClock } from '../../models/calendar/zone';
import { invalidAt } from '../http/invalid';
import type { Filter } from './filters';

/** A year, or one month of it. */
export interface Period {
  readonly year: number;
  readonly month?: number | undefined;
}

/** What registers and figures are asked for: a month as `2026-11`, a year, or both. */
export interface SpanAsked {
  readonly month?: string | undefined;
  readonly year?: number | undefined;
}

/** The instants between which a year or a month lies on the clocks of a zone. */
export function periodIn({ year, month }: Period, zone: string): { readonly from: Date; readonly to: Date } {
  return { from: firstOf(year, month ?? 1, zone), to: firstOf(year, (month ?? 12) + 1, zone) };
}

/** The period that is written as `2026-11`. */
export function monthIn(text: string): { readonly year: number; readonly month: number } {
  const [year = 0, month = 0] = text.split('-').map(Number);
  return { year, month };
}

/** The span that figures are asked for; refuses to guess one. */
export function spanAsked({ month, year }: SpanAsked): Period {
  if (month !== undefined) return monthIn(month);
  if (year === undefined) throw invalidAt('/month', 'answer-needed');
  return { year };
}

/** The cases that were begun in the month and in the year that are asked for. */
export function begunIn({ month, year }: SpanAsked, zone: string): Filter[] {
  const periods = [...(year === undefined ? [] : [{ year }]), ...(month === undefined ? [] : [monthIn(month)])];
  return periods.map((period) => {
    const { from, to } = periodIn(period, zone);
    return { startedAt: { $gte: from, $lt: to } };
  });
}

function firstOf(year: number, month: number, zone: string): Date {
  const [of, inYear] = month > 12 ? [1, year + 1] : [month, year];
  return new Date(zoneClock(zone).instantAt(dayNumber(`${inYear}-${`${of}`.padStart(2, '0')}-01`), 0));
}
