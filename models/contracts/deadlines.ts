import type { Role } from '../codes';
import type { Deadline } from './policy';

const HOUR_IN_MS = 3_600_000;

/**
 * Days of open time, a reminder at the half; then who leads is told, and at last the management. Where a role is named that may do
 * it as well, they are asked too when three quarters are over.
 */
export const withinDays = (workingDays: number, told: Role, next?: Role): Deadline => ({
  workingDays,
  time: 'open',
  ladder: ladder(told, next),
});

/** Hours on the clock on the wall, with the same ladder. */
export const withinHours = (hours: number, told: Role, next?: Role): Deadline => ({
  budgetInMs: Math.round(hours * HOUR_IN_MS),
  time: 'elapsed',
  ladder: ladder(told, next),
});

/** Hours in which the office is open, with the same ladder. */
export const withinOpenHours = (hours: number, told: Role, next?: Role): Deadline => ({
  ...withinHours(hours, told, next),
  time: 'open',
});

function ladder(told: Role, next: Role | undefined): Deadline['ladder'] {
  return [
    { atPercent: 50, does: 'remind' },
    ...(next === undefined ? [] : [{ atPercent: 75, does: 'hand-over', to: next } as const]),
    { atPercent: 100, does: 'tell', to: told },
    { atPercent: 200, does: 'tell', to: 'management' },
  ];
}
