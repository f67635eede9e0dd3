import { isRunning, paused, rebudgeted, resumed, running, stopped, type ClockSpec } from '../clocks';
import type { SlaClock } from '../contracts/sla-clock';
import type { Text } from '../contracts/text';
import { breachOf } from './clock';
import { CalendarFault, type CalendarFaultCode } from './faults';
import type { OpenCalendar } from './open-calendar';
import { assertBudget } from './open-time';

/** A clock that begins to run at an instant (ISO, UTC). Throws a CalendarFault for an impossible budget. */
export function startedClock(spec: ClockSpec, at: string): SlaClock {
  assertBudget(spec.budgetInMs);
  return running(spec, at);
}

/** The clock paused at an instant, with the reason. Throws a CalendarFault when it does not run. */
export function pausedClock(clock: SlaClock, at: string, reason: string): SlaClock {
  assertRunning(clock, at);
  return paused(clock, at, reason);
}

/** The clock going on at an instant. Throws a CalendarFault when it runs or is stopped. */
export function resumedClock(clock: SlaClock, at: string): SlaClock {
  if (clock.isStopped) throw fault('clock-stopped', '时钟已停止', 'the clock is stopped for good');
  const last = clock.intervals.at(-1);
  if (last?.to === null) throw fault('clock-running', '时钟正在运行', 'the clock is running');
  if (last) assertNotBefore(last.to, at);
  return resumed(clock, at);
}

/** The clock stopped for good at an instant, from running or from a pause; one that is stopped already stays as it is. */
export function stoppedClock(clock: SlaClock, at: string): SlaClock {
  if (isRunning(clock)) assertRunning(clock, at);
  return stopped(clock, at);
}

/**
 * The clock with another budget, because the level changed: what was used counts, and a breach until now (ISO) stands. Throws
 * a CalendarFault for an impossible budget.
 */
export function withBudget(calendar: OpenCalendar, clock: SlaClock, budgetInMs: number, now: string): SlaClock {
  assertBudget(budgetInMs);
  return rebudgeted(withBreach(calendar, clock, now), { ...clock, budgetInMs }, now);
}

/** The clock with its breach noted, if there is one until now (ISO): before another calendar or budget could hide it. */
export function withBreach(calendar: OpenCalendar, clock: SlaClock, now: string): SlaClock {
  return { ...clock, breachedAt: breachOf(calendar, clock, Date.parse(now)) };
}

function assertRunning(clock: SlaClock, at: string): void {
  const last = clock.intervals.at(-1);
  if (last?.to !== null) throw fault('clock-not-running', '时钟没有在运行', 'the clock is not running');
  assertNotBefore(last.from, at);
}

function assertNotBefore(earlier: string, at: string): void {
  if (Date.parse(at) >= Date.parse(earlier)) return;
  throw fault('clock-goes-back', `${at} 早于 ${earlier}`, `${at} is before ${earlier}`);
}

function fault(code: CalendarFaultCode, zh: Text['zh'], en: Text['en']): CalendarFault {
  return new CalendarFault(code, { zh, en });
}
