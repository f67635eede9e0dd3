import type { ArmedClock, ClockState } from '../../models/contracts/clock';

/** Derives instants from clocks; the only place that knows when time is open. */
export interface Calendar {
  /** The instants at which each clock's shares are used up; pure for a given version of the calendar. */
  arm(clocks: readonly ClockState[]): Promise<ArmedClock[]>;
}

const ALWAYS = '7x24';
const DUE = 100;

/** The calendar in which all time is open; open and elapsed time are then the same. */
export const alwaysOpen: Calendar = {
  arm: (clocks) => Promise.resolve(clocks.map(armed)),
};

function armed(clock: ClockState): ArmedClock {
  const instants = clock.atPercent.flatMap((atPercent) => {
    const at = instantOf(clock, atPercent);
    return at === null ? [] : [{ atPercent, at }];
  });
  return { id: clock.id, dueAt: instantOf(clock, DUE), instants, calendar: ALWAYS, isProvisional: false };
}

function instantOf(clock: ClockState, atPercent: number): string | null {
  if (clock.runningSince === null) return null;
  const leftInMs = (clock.budgetInMs * atPercent) / 100 - clock.usedInMs;
  return new Date(Date.parse(clock.runningSince) + leftInMs).toISOString();
}
