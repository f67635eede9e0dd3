import type { Say } from '../words/say';

const MINUTE_IN_MS = 60_000;
const HOUR_IN_MS = 60 * MINUTE_IN_MS;
const DAY_IN_MS = 24 * HOUR_IN_MS;

/** A span of time in its largest unit: days from two days on, hours from one hour on, else minutes, at least one. */
export function spanOf(ms: number, say: Say): string {
  if (ms >= 2 * DAY_IN_MS) return say('time.days', { count: Math.floor(ms / DAY_IN_MS) });
  if (ms >= HOUR_IN_MS) return say('time.hours', { count: Math.floor(ms / HOUR_IN_MS) });
  return say('time.minutes', { count: Math.max(1, Math.floor(ms / MINUTE_IN_MS)) });
}
