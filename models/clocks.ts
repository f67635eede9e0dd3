import type { CalendarRef } from './contracts/calendar';
import type { RunningInterval, SlaClock } from './contracts/sla-clock';
import type { Task, TaskWatch } from './contracts/task';
import type { Pause } from './contracts/waiting';

/** The calendar of what began before there were calendars. */
export const FIRST_CALENDAR: CalendarRef = { id: '7x24', version: 1 };

/** The share of a budget, in percent, at which a clock is due. */
export const DUE_AT_PERCENT = 100;

/** What a new clock is made of. */
export type ClockSpec = Pick<SlaClock, 'id' | 'time' | 'budgetInMs' | 'workingDays' | 'atPercent'>;
/** What a change of level sets anew. */
export type NewBudget = Pick<SlaClock, 'time' | 'budgetInMs' | 'workingDays' | 'atPercent'>;

/** True for a task that lapses when its time is used up: that is the plan's, and nobody lets its clock stand still. */
export function isLimitFixed({ ladder }: Pick<Task, 'ladder'>): boolean {
  return ladder.some(({ rung }) => rung.does === 'lapse');
}

/** A clock that begins to run at an instant (ISO, UTC). */
export function running(spec: ClockSpec, at: string): SlaClock {
  return { ...spec, intervals: [runningFrom(at)], isStopped: false, breachedAt: null };
}

/** The clock paused at an instant, with the reason and, where that is known, its end; one that does not run stays as it is. */
export function paused(clock: SlaClock, at: string, reason: string, until?: string): SlaClock {
  const why = { pauseReason: reason, ...(until !== undefined && { resumesAt: until }) };
  return isRunning(clock) ? ended(clock, at, why) : clock;
}

/** The clock going on at an instant; one that runs or was stopped stays as it is. */
export function resumed(clock: SlaClock, at: string): SlaClock {
  return isPaused(clock) ? { ...clock, intervals: [...clock.intervals, runningFrom(at)] } : clock;
}

/** The clock stopped for good at an instant; one that is stopped already stays as it is. */
export function stopped(clock: SlaClock, at: string): SlaClock {
  return { ...(isRunning(clock) ? ended(clock, at, {}) : clock), isStopped: true };
}

/** The clock as it stood just before it was stopped, running or paused: when that would have been due. */
export function beforeItStopped(clock: SlaClock): SlaClock {
  const last = clock.intervals.at(-1);
  if (!clock.isStopped || !last) return clock;
  // An interval that ends without a reason was ended by the stop.
  const open = last.pauseReason === null ? { ...last, to: null } : last;
  return { ...clock, isStopped: false, intervals: [...clock.intervals.slice(0, -1), open] };
}

/**
 * The clock with another budget from an instant on: what was used counts, in the kind of time in which it was used, and a
 * breach stands.
 */
export function rebudgeted(clock: SlaClock, budget: NewBudget, at: string): SlaClock {
  const { time, budgetInMs, workingDays, atPercent } = budget;
  const { workingDays: _before, ...kept } = clock;
  const changed = { ...kept, time, budgetInMs, atPercent, ...(workingDays === undefined ? {} : { workingDays }) };
  if (time === clock.time) return changed;
  const past = (isRunning(clock) ? ended(clock, at, {}) : clock).intervals;
  const intervals = past.map((interval) => ({ ...interval, time: interval.time ?? clock.time }));
  return { ...changed, intervals: isRunning(clock) ? [...intervals, runningFrom(at)] : intervals };
}

// With all of its budget; one that stands still goes on to do so.
function begunAnew(clock: SlaClock, at: string): SlaClock {
  const { id, time, budgetInMs, workingDays, atPercent } = clock;
  const spec = { id, time, budgetInMs, atPercent, ...(workingDays === undefined ? {} : { workingDays }) };
  const reason = pauseOf(clock)?.reason;
  return reason === undefined ? running(spec, at) : paused(running(spec, at), at, reason);
}

/** The limit to go on with a task begun anew at an instant (ISO, UTC): somebody has said something about the case. */
export function heardAt({ kind, clock, ladder }: TaskWatch, at: string): TaskWatch {
  return { kind, clock: begunAnew(clock, at), ladder: ladder.map(({ rung }) => ({ rung, walkedAt: null })) };
}

/** Whether the clock runs, rather than being paused or stopped. */
export function isRunning({ intervals }: SlaClock): boolean {
  return intervals.at(-1)?.to === null;
}

/** Whether the clock stands still and may go on. */
export function isPaused(clock: SlaClock): boolean {
  return !clock.isStopped && !isRunning(clock);
}

/** Since when a clock is paused (ISO, UTC), why, and until when if that is known; null unless it is. */
export function pauseOf(clock: SlaClock): Pause | null {
  const last = clock.intervals.at(-1);
  if (!isPaused(clock) || !last || last.to === null) return null;
  const until = last.resumesAt;
  return { since: last.to, reason: last.pauseReason ?? '', ...(until !== undefined && { until }) };
}

function ended(clock: SlaClock, at: string, why: Partial<RunningInterval>): SlaClock {
  const last = clock.intervals.at(-1);
  if (!last) return clock;
  return { ...clock, intervals: [...clock.intervals.slice(0, -1), { ...last, to: at, ...why }] };
}

function runningFrom(at: string): RunningInterval {
  return { from: at, to: null, pauseReason: null };
}
