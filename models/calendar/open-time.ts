import { MAX_BUDGET_IN_MS } from '../contracts/sla-clock';
import { DAY_IN_MS } from './days';
import { CalendarFault } from './faults';
import { join, type OpenCalendar, type Stretch } from './open-calendar';
import { daysFrom } from './walk';

/** Where a budget ends, and the open time that it took. */
export interface Added {
  /** Ms since 1970. */
  readonly at: number;
  /** Some day from the start to the end may still be changed by a notice that is not out yet. */
  readonly isProvisional: boolean;
  /** Their lengths add up to the budget. */
  readonly stretches: readonly Stretch[];
}

/**
 * The instant at which so much open time has passed since another. A budget used up at closing time ends at closing time, not
 * at the next opening; one of 0 ends at once. Throws a CalendarFault for a budget that is negative, not whole or
 * more than ten years, and for a calendar that never opens.
 */
export function addOpenTime(calendar: OpenCalendar, from: number, budgetInMs: number): Added {
  assertBudget(budgetInMs);
  const stretches: Stretch[] = [];
  let isProvisional = false;
  let leftInMs = budgetInMs;
  for (const day of daysFrom(calendar, calendar.dayOf(from))) {
    isProvisional ||= day.isProvisional;
    if (leftInMs === 0) break;
    for (const stretch of day.stretches) {
      const begin = Math.max(stretch.from, from);
      if (begin >= stretch.to) continue;
      const end = Math.min(stretch.to, begin + leftInMs);
      join(stretches, { from: begin, to: end });
      leftInMs -= end - begin;
      if (leftInMs === 0) return { at: end, isProvisional, stretches };
    }
  }
  return { at: from, isProvisional, stretches };
}

/** The open stretches between two instants, in order, those of neighbouring days joined at midnight; none when `to` is not after `from`. */
export function openStretches(calendar: OpenCalendar, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  if (to <= from) return stretches;
  for (const day of daysBetween(calendar, from, to)) {
    for (const stretch of day.stretches) {
      const [begin, end] = [Math.max(stretch.from, from), Math.min(stretch.to, to)];
      if (begin < end) join(stretches, { from: begin, to: end });
    }
  }
  return stretches;
}

/** How much time between two instants is open, in ms; 0 when `to` is not after `from`. */
export function openTimeBetween(calendar: OpenCalendar, from: number, to: number): number {
  if (to <= from) return 0;
  let sumInMs = 0;
  for (const day of daysBetween(calendar, from, to)) {
    if (from <= day.from && day.to <= to) sumInMs += day.openInMs;
    else
      for (const stretch of day.stretches)
        sumInMs += Math.max(0, Math.min(stretch.to, to) - Math.max(stretch.from, from));
  }
  return sumInMs;
}

/** The first open instant (ISO) once so much open time has passed since another. */
export function openAfter(calendar: OpenCalendar, at: string, openInMs: number): string {
  const passed = addOpenTime(calendar, Date.parse(at), openInMs).at;
  return new Date(nextOpening(calendar, passed)).toISOString();
}

/** Whether time is open at an instant: from the opening on, and no more at the closing minute. */
export function isOpen(calendar: OpenCalendar, at: number): boolean {
  return calendar.day(calendar.dayOf(at)).stretches.some(({ from, to }) => from <= at && at < to);
}

/** The first instant from this one on at which time is open; itself when it is. Throws a CalendarFault when it never opens. */
export function nextOpening(calendar: OpenCalendar, at: number): number {
  for (const day of daysFrom(calendar, calendar.dayOf(at))) {
    const next = day.stretches.find(({ to }) => at < to);
    if (next) return Math.max(next.from, at);
  }
  return at;
}

/** Throws a CalendarFault unless it is a budget: whole milliseconds from 0 to ten years. */
export function assertBudget(budgetInMs: number): void {
  if (!Number.isInteger(budgetInMs) || budgetInMs < 0) {
    throw new CalendarFault('budget-not-valid', {
      zh: `时限应为不小于 0 的整毫秒数，而不是 ${budgetInMs}`,
      en: `a budget is a whole number of milliseconds from 0 on, not ${budgetInMs}`,
    });
  }
  if (budgetInMs > MAX_BUDGET_IN_MS) {
    const days = Math.round(budgetInMs / DAY_IN_MS);
    throw new CalendarFault('budget-too-large', {
      zh: `时限 ${days} 天超过了 10 年的上限`,
      en: `a budget of ${days} days is more than ten years`,
    });
  }
}

function* daysBetween(calendar: OpenCalendar, from: number, to: number) {
  const last = calendar.dayOf(to);
  for (let day = calendar.dayOf(from); day <= last; day += 1) yield calendar.day(day);
}
