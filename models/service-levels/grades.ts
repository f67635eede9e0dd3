import type { Grade } from '../contracts/service-level-names';

const MINUTE_IN_MS = 60_000;
/** The last minute of grades 1, 2 and 3, by the name of the clock [001 §3]. */
const SCALES: Readonly<Record<string, readonly [number, number, number]>> = {
  response: [5, 10, 15],
  resolution: [30, 60, 120],
};

/**
 * The grade of what a clock of that name used, in ms of the time in which it ran: open time, and around the clock for level 1
 * and 特急. A whole minute of the scale still has its grade. Null for a clock that has no scale.
 */
export function gradeOf(clock: string, usedInMs: number): Grade | null {
  const scale = Object.hasOwn(SCALES, clock) ? SCALES[clock] : undefined;
  if (!scale) return null;
  const kept = scale.findIndex((minutes) => usedInMs <= minutes * MINUTE_IN_MS);
  return kept === -1 ? 4 : ((kept + 1) as Grade);
}

/** What a clock used, in minutes as papers and figures print it: a minute that has begun counts, as it does for the grade. */
export function wholeMinutes(usedInMs: number): number {
  return Math.ceil(usedInMs / MINUTE_IN_MS);
}
