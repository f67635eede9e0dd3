import type { Role } from '../codes';
import type { Deadline } from './policy';

const HOUR_IN_MS = 3_600_000;

/** Days of open time, a reminder at the half; then who leads is told, and at last the management. */
export const withinDays = (workingDays: number, told: Role): Deadline => ({
  workingDays,
  time: 'open',
  ladder: ladder(told),
});

/** Hours on the clock on the wall, with the same ladder. */
export const withinHours = (hours: number, told: Role): Deadline => ({
  budgetInMs: Math.round(hours * HOUR_IN_MS),
  time: 'elapsed',
  ladder: ladder(told),
});

function ladder(told: Role): Deadline['ladder'] {
  return [
    { atPercent: 50, does: 'remind' },
    { atPercent: 100, does: 'tell', to: told },
    { atPercent: 200, does: 'tell', to: 'management' },
  ];
}
