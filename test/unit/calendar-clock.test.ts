import fc from 'fast-check';
import { armedClock, breachOf, instantOfShare, iso, remainingInMs, usedInMs } from '../../models/calendar/clock';
import { isRunning } from '../../models/clocks';
import {
  pausedClock,
  resumedClock,
  startedClock,
  stoppedClock,
  withBreach,
  withBudget,
} from '../../models/calendar/clock-changes';
import { addOpenTime, openTimeBetween } from '../../models/calendar/open-time';
import { USUAL_SHARES, type SlaClock } from '../../models/contracts/sla-clock';
import {
  anyBudget,
  anyCalendar,
  anyInstant,
  DAY_IN_MS,
  HOUR_IN_MS,
  inShanghai,
  MINUTE_IN_MS,
  office,
  shanghai,
} from './calendar-samples';

const calendar = office();
const at = (local: string) => iso(shanghai(local));
const started = (from: string, budgetInMs: number, time: SlaClock['time'] = 'open') =>
  startedClock({ id: 'resolution', time, budgetInMs, atPercent: USUAL_SHARES }, at(from));
const dueOf = (clock: SlaClock, of = calendar) => {
  const due = instantOfShare(of, clock, 100);
  return due && inShanghai(due.at);
};

test('two hours from 11:00 are half used at lunch, and all at 14:30', () => {
  const clock = started('2026-11-23 11:00', 2 * HOUR_IN_MS);
  expect(armedClock(calendar, clock)).toEqual({
    id: 'resolution',
    dueAt: at('2026-11-23 14:30'),
    instants: [
      { atPercent: 50, at: at('2026-11-23 12:00') },
      { atPercent: 75, at: at('2026-11-23 14:00') },
      { atPercent: 90, at: at('2026-11-23 14:18') },
      { atPercent: 100, at: at('2026-11-23 14:30') },
      { atPercent: 150, at: at('2026-11-23 15:30') },
    ],
    calendar: '5x8@3',
    isProvisional: false,
  });
  expect(remainingInMs(calendar, clock, shanghai('2026-11-23 13:45'))).toBe(45 * MINUTE_IN_MS);
});

test('waiting for the customer over the weekend gives no time, and an hour on Monday gives one', () => {
  const paused = pausedClock(started('2026-11-20 17:00', 2 * HOUR_IN_MS), at('2026-11-20 17:30'), '等待客户');
  expect(dueOf(resumedClock(paused, at('2026-11-23 08:00')))).toBe('2026-11-23 10:00');
  expect(dueOf(resumedClock(paused, at('2026-11-23 09:30')))).toBe('2026-11-23 11:00');
});

test('a paused clock is due at no instant that it has not reached, and remembers the ones it has', () => {
  const paused = pausedClock(started('2026-11-23 09:00', HOUR_IN_MS), at('2026-11-23 09:45'), '等待客户');
  expect(armedClock(calendar, paused)).toMatchObject({
    dueAt: null,
    instants: [
      { atPercent: 50, at: at('2026-11-23 09:30') },
      { atPercent: 75, at: at('2026-11-23 09:45') },
    ],
  });
  expect(isRunning(paused)).toBe(false);
});

test('another level changes the budget; what was used counts', () => {
  const clock = started('2026-11-23 08:30', 8 * HOUR_IN_MS);
  const raised = withBudget(calendar, clock, 4 * HOUR_IN_MS, at('2026-11-23 11:30'));
  expect(dueOf(raised)).toBe('2026-11-23 14:00');
  expect(dueOf(withBudget(calendar, clock, 2 * HOUR_IN_MS, at('2026-11-23 11:30')))).toBe('2026-11-23 10:30');
});

test('a breach is not undone by a larger budget or another calendar', () => {
  const clock = started('2026-11-23 08:30', HOUR_IN_MS);
  const late = at('2026-11-23 10:00');
  expect(breachOf(calendar, clock, shanghai('2026-11-23 09:30'))).toBeNull();
  expect(breachOf(calendar, clock, shanghai('2026-11-23 09:30') + 1)).toBe(at('2026-11-23 09:30'));
  expect(withBudget(calendar, clock, 8 * HOUR_IN_MS, late).breachedAt).toBe(at('2026-11-23 09:30'));
  const closed = office({ version: 4, exceptions: [{ date: '2026-11-23', ranges: [] }] });
  expect(breachOf(closed, withBreach(calendar, clock, late), shanghai('2026-11-23 10:00'))).toBe(
    at('2026-11-23 09:30'),
  );
});

test('a clock that stops on its closing minute is in time; one that runs on into the night is not', () => {
  const clock = started('2026-11-23 17:00', HOUR_IN_MS);
  const inTime = stoppedClock(clock, at('2026-11-23 18:00'));
  const tooLate = stoppedClock(clock, at('2026-11-23 19:00'));
  expect(breachOf(calendar, inTime, shanghai('2026-11-24 09:00'))).toBeNull();
  expect(breachOf(calendar, tooLate, shanghai('2026-11-24 09:00'))).toBe(at('2026-11-23 18:00'));
});

test('a new version of the calendar moves what is left, and what was used is measured by it too', () => {
  const clock = started('2026-11-24 08:30', 12 * HOUR_IN_MS);
  const holiday = office({ version: 4, exceptions: [{ date: '2026-11-25', ranges: [] }] });
  expect([dueOf(clock), dueOf(clock, holiday)]).toEqual(['2026-11-25 14:00', '2026-11-26 14:00']);
  expect(armedClock(holiday, clock).calendar).toBe('5x8@4');
});

test('elapsed time runs day and night and is never provisional', () => {
  const clock = started('2026-12-31 17:00', DAY_IN_MS, 'elapsed');
  expect(dueOf(clock)).toBe('2027-01-01 17:00');
  expect(armedClock(calendar, clock).isProvisional).toBe(false);
  expect(armedClock(calendar, started('2026-12-31 17:00', 2 * HOUR_IN_MS)).isProvisional).toBe(true);
});

test('what cannot be is refused: pausing twice, resuming what runs or is stopped, going back in time', () => {
  const clock = started('2026-11-23 09:00', HOUR_IN_MS);
  const paused = pausedClock(clock, at('2026-11-23 09:10'), '等待客户');
  const stopped = stoppedClock(paused, at('2026-11-23 09:20'));
  expect(() => pausedClock(paused, at('2026-11-23 09:20'), '')).toThrow('the clock is not running');
  expect(() => resumedClock(clock, at('2026-11-23 09:20'))).toThrow('the clock is running');
  expect(() => resumedClock(stopped, at('2026-11-23 09:30'))).toThrow('stopped for good');
  expect(() => pausedClock(clock, at('2026-11-23 08:00'), '')).toThrow('is before');
  expect(() => startedClock({ ...clock, budgetInMs: -1 }, at('2026-11-23 09:00'))).toThrow('whole number');
  expect(stoppedClock(stopped, at('2026-11-23 10:00'))).toEqual(stopped);
});

/** A clock with pauses at random, still running. */
const anyHistory = fc.tuple(
  fc.constantFrom<SlaClock['time']>('open', 'elapsed'),
  anyBudget,
  anyInstant,
  fc.array(fc.tuple(fc.integer({ min: 0, max: 10 * DAY_IN_MS }), fc.integer({ min: 0, max: 5 * DAY_IN_MS })), {
    maxLength: 5,
  }),
);

function clockOf([time, budgetInMs, from, steps]: [SlaClock['time'], number, number, [number, number][]]): SlaClock {
  let now = from;
  let clock = startedClock({ id: 'c', time, budgetInMs, atPercent: USUAL_SHARES }, iso(now));
  for (const [runsInMs, pausesInMs] of steps) {
    clock = pausedClock(clock, iso((now += runsInMs)), 'waits');
    clock = resumedClock(clock, iso((now += pausesInMs)));
  }
  return clock;
}

test('whatever the pauses: at its instant exactly the share is used, and a millisecond before it less', () => {
  fc.assert(
    fc.property(anyCalendar, anyHistory, fc.constantFrom(...USUAL_SHARES), (of, history, percent) => {
      const clock = clockOf(history);
      const share = instantOfShare(of, clock, percent)!;
      const shareInMs = Math.round((clock.budgetInMs * percent) / 100);
      expect(usedInMs(of, clock, share.at)).toBe(shareInMs);
      if (shareInMs > 0) expect(usedInMs(of, clock, share.at - 1)).toBe(shareInMs - 1);
    }),
    { numRuns: 30 },
  );
});

test('a pause without open time inside changes nothing', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyBudget, anyInstant, (of, from, budgetInMs, sometime) => {
      const closing = addOpenTime(
        of,
        Math.max(from, sometime),
        1 + (of.day(of.dayOf(sometime)).openInMs % HOUR_IN_MS),
      ).at;
      const day = of.day(of.dayOf(closing - 1));
      const close = day.stretches.find(({ to }) => to >= closing)!.to;
      const opening = addOpenTime(of, close, 1).at - 1;
      expect(openTimeBetween(of, close, opening)).toBe(0);
      const clock = startedClock({ id: 'c', time: 'open', budgetInMs, atPercent: USUAL_SHARES }, iso(from));
      const paused = resumedClock(pausedClock(clock, iso(close), 'night'), iso(opening));
      expect(armedClock(of, paused)).toEqual(armedClock(of, clock));
      expect(usedInMs(of, paused, opening + HOUR_IN_MS)).toBe(usedInMs(of, clock, opening + HOUR_IN_MS));
    }),
    { numRuns: 30 },
  );
});

test('a pause at any time never brings a deadline forward', () => {
  fc.assert(
    fc.property(anyCalendar, anyHistory, (of, history) => {
      const withPauses = instantOfShare(of, clockOf(history), 100)!;
      const without = instantOfShare(of, clockOf([history[0], history[1], history[2], []]), 100)!;
      expect(withPauses.at).toBeGreaterThanOrEqual(without.at);
    }),
    { numRuns: 30 },
  );
});
