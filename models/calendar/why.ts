import { DUE_AT_PERCENT } from '../clocks';
import type { CountedPause, CountedStretch, DeadlineReason, SpecialDays } from '../contracts/deadline-reason';
import type { SlaClock } from '../contracts/sla-clock';
import { budgetInMsOf, iso, reachedShare, timeOf } from './clock';
import type { OpenCalendar, OpenDay } from './open-calendar';
import { openTimeBetween } from './open-time';

/**
 * Why a share of a clock's budget, by default all of it, is used up when it is. The lengths of the stretches add up to that
 * share, or to less while the clock stands still before it.
 */
export function whyThisDeadline(calendar: OpenCalendar, clock: SlaClock, percent = DUE_AT_PERCENT): DeadlineReason {
  const due = reachedShare(calendar, clock, percent);
  const counted = clock.intervals.flatMap((interval) => {
    const { from, to } = interval;
    // Nothing is counted towards what is never reached.
    const end = Math.min(to === null ? (due?.at ?? 0) : Date.parse(to), due?.at ?? Infinity);
    return stretchesByDay(calendar, timeOf(clock, interval), Date.parse(from), end);
  });
  const times = [clock.time, ...clock.intervals.map((interval) => timeOf(clock, interval))];
  const { id, version, title, timeZone } = calendar.version;
  return {
    time: clock.time,
    timeBefore: times.find((time) => time !== clock.time) ?? null,
    budgetInMs: Math.round((budgetInMsOf(calendar, clock) * percent) / 100),
    workingDays: percent === DUE_AT_PERCENT ? (clock.workingDays ?? null) : null,
    dueAt: due && iso(due.at),
    stretches: counted.map(({ from, to }) => ({ from: iso(from), to: iso(to), ms: to - from })),
    specialDays: times.includes('open') ? specialDays(calendar, clock, due?.at ?? null) : [],
    pauses: pausesOf(calendar, clock, due?.at ?? Infinity),
    calendar: times.includes('open') ? { id, version, title } : null,
    timeZone,
    isProvisional: due?.isProvisional ?? false,
  };
}

/** The stretches of an interval, cut at midnight, so that each belongs to one day. */
function stretchesByDay(calendar: OpenCalendar, time: SlaClock['time'], from: number, to: number) {
  if (!(from < to)) return [];
  if (time === 'elapsed') return [{ from, to }];
  return daysBetween(calendar, from, to).flatMap((day) =>
    day.stretches
      .map((stretch) => ({ from: Math.max(stretch.from, from), to: Math.min(stretch.to, to) }))
      .filter((stretch) => stretch.from < stretch.to),
  );
}

function pausesOf(calendar: OpenCalendar, clock: SlaClock, until: number): CountedPause[] {
  return clock.intervals.flatMap(({ to, pauseReason }, index) => {
    if (to === null || pauseReason === null || Date.parse(to) >= until) return [];
    const next = clock.intervals[index + 1]?.from ?? null;
    const openInMs = next === null ? null : lengthOf(calendar, clock, Date.parse(to), Date.parse(next));
    return [{ from: to, to: next, openInMs, reason: pauseReason }];
  });
}

function lengthOf(calendar: OpenCalendar, clock: SlaClock, from: number, to: number): number {
  return clock.time === 'elapsed' ? to - from : openTimeBetween(calendar, from, to);
}

function specialDays(calendar: OpenCalendar, clock: SlaClock, due: number | null): SpecialDays[] {
  const first = clock.intervals[0];
  const end = due ?? Date.parse(clock.intervals.at(-1)?.to ?? first?.from ?? '');
  if (!first || !(Date.parse(first.from) <= end)) return [];
  const special: SpecialDays[] = [];
  for (const day of daysBetween(calendar, Date.parse(first.from), end)) {
    const kind = kindOf(day);
    if (kind === null) continue;
    const last = special.at(-1);
    const isSame = last?.kind === kind && last.title?.zh === day.title?.zh && isDayAfter(calendar, last.to, day);
    if (isSame) special[special.length - 1] = { ...last, to: day.date };
    else special.push({ from: day.date, to: day.date, kind, title: day.title });
  }
  return special;
}

function kindOf(day: OpenDay): SpecialDays['kind'] | null {
  if (day.rule === 'holiday') return 'off';
  if (day.rule === 'exception' && day.stretches.length === 0) return 'closed';
  if (day.rule === 'make-up' || day.rule === 'exception') return day.rule;
  return null;
}

function isDayAfter(calendar: OpenCalendar, date: string, day: OpenDay): boolean {
  return calendar.day(day.day - 1).date === date;
}

function daysBetween(calendar: OpenCalendar, from: number, to: number): OpenDay[] {
  const first = calendar.dayOf(from);
  // What ends at midnight belongs to the day that ends then.
  const last = calendar.dayOf(Math.max(from, to - 1));
  return Array.from({ length: last - first + 1 }, (_, index) => calendar.day(first + index));
}

/** The open time of all stretches together, in ms. */
export function countedInMs(stretches: readonly CountedStretch[]): number {
  return stretches.reduce((sum, { ms }) => sum + ms, 0);
}
