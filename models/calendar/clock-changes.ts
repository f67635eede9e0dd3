import type { RunningInterval, SlaClock } from '../contracts/sla-clock';
import type { Text } from '../contracts/text';
import { breachOf } from './clock';
import { CalendarFault, type CalendarFaultCode } from './faults';
import type { OpenCalendar } from './open-calendar';
import { assertBudget } from './open-time';

/** What a new clock is made of. */
export type ClockSpec = Pick<SlaClock, 'id' | 'time' | 'budgetInMs' | 'atPercent'>;

/** A clock that begins to run at an instant (ISO, UTC). Throws a CalendarFault for an impossible budget. */
export function startedClock(spec: ClockSpec, at: string): SlaClock {
  assertBudget(spec.budgetInMs);
  return { ...spec, intervals: [runningFrom(at)], isStopped: false, breachedAt: null };
}

/** The clock paused at an instant, with the reason. Throws a CalendarFault when it does not run. */
export function pausedClock(clock: SlaClock, at: string, reason: string): SlaClock {
  return ended(clock, at, reason);
}

/** The clock going on at an instant. Throws a CalendarFault when it runs or is stopped. */
export function resumedClock(clock: SlaClock, at: string): SlaClock {
  if (clock.isStopped) throw fault('clock-stopped', '时钟已停止', 'the clock is stopped for good');
  const last = clock.intervals.at(-1);
  if (last?.to === null) throw fault('clock-running', '时钟正在运行', 'the clock is running');
  if (last) assertNotBefore(last.to, at);
  return { ...clock, intervals: [...clock.intervals, runningFrom(at)] };
}

/** The clock stopped for good at an instant, from running or from a pause; one that is stopped already stays as it is. */
export function stoppedClock(clock: SlaClock, at: string): SlaClock {
  if (clock.isStopped) return clock;
  const stopped = isRunning(clock) ? ended(clock, at, null) : clock;
  return { ...stopped, isStopped: true };
}

/**
 * The clock with another budget, because the level changed: what was used counts, and a breach until now (ISO) stands. Throws
 * a CalendarFault for an impossible budget.
 */
export function withBudget(calendar: OpenCalendar, clock: SlaClock, budgetInMs: number, now: string): SlaClock {
  assertBudget(budgetInMs);
  return { ...withBreach(calendar, clock, now), budgetInMs };
}

/** The clock with its breach noted, if there is one until now (ISO): before another calendar or budget could hide it. */
export function withBreach(calendar: OpenCalendar, clock: SlaClock, now: string): SlaClock {
  return { ...clock, breachedAt: breachOf(calendar, clock, Date.parse(now)) };
}

/** Whether the clock runs, rather than being paused or stopped. */
export function isRunning(clock: SlaClock): boolean {
  return clock.intervals.at(-1)?.to === null;
}

function ended(clock: SlaClock, at: string, pauseReason: string | null): SlaClock {
  const last = clock.intervals.at(-1);
  if (last?.to !== null) throw fault('clock-not-running', '时钟没有在运行', 'the clock is not running');
  assertNotBefore(last.from, at);
  return { ...clock, intervals: [...clock.intervals.slice(0, -1), { from: last.from, to: at, pauseReason }] };
}

function runningFrom(at: string): RunningInterval {
  return { from: at, to: null, pauseReason: null };
}

function assertNotBefore(earlier: string, at: string): void {
  if (Date.parse(at) >= Date.parse(earlier)) return;
  throw fault('clock-goes-back', `${at} 早于 ${earlier}`, `${at} is before ${earlier}`);
}

function fault(code: CalendarFaultCode, zh: Text['zh'], en: Text['en']): CalendarFault {
  return new CalendarFault(code, { zh, en });
}
