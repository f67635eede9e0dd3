import fc from 'fast-check';
import { armedClock, budgetInMsOf, instantOfShare, iso, remainingInMs, usedInMs } from '../../models/calendar/clock';
import { isRunning, paused, rebudgeted, resumed, running, stopped } from '../../models/clocks';
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
  running({ id: 'resolution', time, budgetInMs, atPercent: USUAL_SHARES }, at(from));
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
  const waiting = paused(started('2026-11-20 17:00', 2 * HOUR_IN_MS), at('2026-11-20 17:30'), '等待客户');
  expect(dueOf(resumed(waiting, at('2026-11-23 08:00')))).toBe('2026-11-23 10:00');
  expect(dueOf(resumed(waiting, at('2026-11-23 09:30')))).toBe('2026-11-23 11:00');
});

test('a paused clock is due at no instant that it has not reached, and remembers the ones it has', () => {
  const waiting = paused(started('2026-11-23 09:00', HOUR_IN_MS), at('2026-11-23 09:45'), '等待客户');
  expect(armedClock(calendar, waiting)).toMatchObject({
    dueAt: null,
    instants: [
      { atPercent: 50, at: at('2026-11-23 09:30') },
      { atPercent: 75, at: at('2026-11-23 09:45') },
    ],
  });
  expect(isRunning(waiting)).toBe(false);
});

test('another level changes the budget; what was used counts', () => {
  const clock = started('2026-11-23 08:30', 8 * HOUR_IN_MS);
  const changed = (hours: number) => {
    const budget = { time: 'open', budgetInMs: hours * HOUR_IN_MS, atPercent: USUAL_SHARES } as const;
    return rebudgeted(clock, budget, at('2026-11-23 11:30'));
  };
  expect(dueOf(changed(4))).toBe('2026-11-23 14:00');
  expect(dueOf(changed(2))).toBe('2026-11-23 10:30');
});

test('another kind of time counts from the change on; what was used before stays as it was counted', () => {
  const clock = started('2026-11-23 17:00', 8 * HOUR_IN_MS);
  const budget = { time: 'elapsed', budgetInMs: 4 * HOUR_IN_MS, atPercent: USUAL_SHARES } as const;
  // An hour of open time is used, and three hours of the clock on the wall are left.
  expect(dueOf(rebudgeted(clock, budget, at('2026-11-23 20:00')))).toBe('2026-11-23 23:00');
  const waiting = rebudgeted(paused(clock, at('2026-11-23 17:30'), '等待客户'), budget, at('2026-11-23 20:00'));
  expect([isRunning(waiting), dueOf(resumed(waiting, at('2026-11-24 02:00')))]).toEqual([false, '2026-11-24 05:30']);
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

test('pausing twice, resuming what runs or is stopped and stopping twice change nothing', () => {
  const clock = started('2026-11-23 09:00', HOUR_IN_MS);
  const waiting = paused(clock, at('2026-11-23 09:10'), '等待客户');
  const ended = stopped(waiting, at('2026-11-23 09:20'));
  expect(paused(waiting, at('2026-11-23 09:20'), '再等')).toEqual(waiting);
  expect(resumed(clock, at('2026-11-23 09:20'))).toEqual(clock);
  expect(resumed(ended, at('2026-11-23 09:30'))).toEqual(ended);
  expect(stopped(ended, at('2026-11-23 10:00'))).toEqual(ended);
});

test('what cannot be is not measured: a clock that goes back in time, a budget below nothing or of more than ten years', () => {
  const clock = started('2026-11-23 09:00', HOUR_IN_MS);
  const back = paused(clock, at('2026-11-23 08:00'), '');
  expect(() => usedInMs(calendar, back, shanghai('2026-11-23 10:00'))).toThrow('ends before it begins');
  expect(() => armedClock(calendar, back)).toThrow('ends before it begins');
  expect(() => armedClock(calendar, { ...clock, budgetInMs: -1 })).toThrow('whole number');
  const century = { ...clock, budgetInMs: 36_500 * DAY_IN_MS };
  expect(() => instantOfShare(calendar, century, 100)).toThrow('more than ten years');
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
  let clock = running({ id: 'c', time, budgetInMs, atPercent: USUAL_SHARES }, iso(now));
  for (const [runsInMs, pausesInMs] of steps) {
    clock = paused(clock, iso((now += runsInMs)), 'waits');
    clock = resumed(clock, iso((now += pausesInMs)));
  }
  return clock;
}

test('whatever the pauses: at its instant exactly the share is used, and a millisecond before it less', () => {
  fc.assert(
    fc.property(anyCalendar, anyHistory, fc.constantFrom(...USUAL_SHARES), (of, history, percent) => {
      const clock = clockOf(history);
      const share = instantOfShare(of, clock, percent)!;
      const shareInMs = Math.round((budgetInMsOf(of, clock) * percent) / 100);
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
      const clock = running({ id: 'c', time: 'open', budgetInMs, atPercent: USUAL_SHARES }, iso(from));
      const withPause = resumed(paused(clock, iso(close), 'night'), iso(opening));
      expect(armedClock(of, withPause)).toEqual(armedClock(of, clock));
      expect(usedInMs(of, withPause, opening + HOUR_IN_MS)).toBe(usedInMs(of, clock, opening + HOUR_IN_MS));
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
