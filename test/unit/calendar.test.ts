import fc from 'fast-check';
import { alwaysOpen } from '../../activities/calendar/calendar';
import type { ArmedClock, ClockState } from '../../models/contracts/clock';

const DAY_IN_MS = 86_400_000;
const clock: ClockState = {
  id: 't',
  time: 'open',
  budgetInMs: 2 * DAY_IN_MS,
  usedInMs: 0,
  runningSince: '2026-11-21T08:00:00.000Z',
  atPercent: [50, 100, 1500],
};

async function armed(of: ClockState): Promise<ArmedClock> {
  const [only] = await alwaysOpen.arm([of]);
  return only!;
}
const later = (at: string, byInMs: number) => new Date(Date.parse(at) + byInMs).toISOString();

test('a budget that has just begun ends after the whole of it, and each share at its part', async () => {
  expect(await armed(clock)).toEqual({
    id: 't',
    dueAt: '2026-11-23T08:00:00.000Z',
    instants: [
      { atPercent: 50, at: '2026-11-22T08:00:00.000Z' },
      { atPercent: 100, at: '2026-11-23T08:00:00.000Z' },
      { atPercent: 1500, at: '2026-12-21T08:00:00.000Z' },
    ],
    calendar: '7x24',
    isProvisional: false,
  });
});

test('open and elapsed time are the same when all time is open', async () => {
  expect(await armed({ ...clock, time: 'elapsed' })).toEqual(await armed(clock));
});

const running = fc.record({
  id: fc.string(),
  time: fc.constantFrom('open', 'elapsed'),
  budgetInMs: fc.integer({ min: 100, max: 400 * DAY_IN_MS }),
  usedInMs: fc.constant(0),
  runningSince: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((at) => at.toISOString()),
  atPercent: fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 12 }),
});

test('what has been used and what runs may be split anywhere: no instant moves', async () => {
  await fc.assert(
    fc.asyncProperty(running, fc.integer({ min: 0, max: 800 * DAY_IN_MS }), async (whole, usedInMs) => {
      const split = { ...whole, usedInMs, runningSince: later(whole.runningSince, usedInMs) };
      expect(await armed(split)).toEqual(await armed(whole));
    }),
  );
});

test('a pause moves every instant by its length, no more and no less', async () => {
  const pause = fc.integer({ min: 0, max: 800 * DAY_IN_MS });
  await fc.assert(
    fc.asyncProperty(running, pause, async (whole, pausedForMs) => {
      const before = await armed(whole);
      const after = await armed({ ...whole, runningSince: later(whole.runningSince, pausedForMs) });
      expect(after.dueAt).toBe(later(before.dueAt ?? '', pausedForMs));
      expect(after.instants).toEqual(
        before.instants.map(({ atPercent, at }) => ({ atPercent, at: later(at, pausedForMs) })),
      );
    }),
  );
});

test('a clock that is paused is due at no instant', async () => {
  expect(await armed({ ...clock, usedInMs: 1_000, runningSince: null })).toMatchObject({ dueAt: null, instants: [] });
});

test('a budget that was overdrawn was due before the clock went on', async () => {
  const { dueAt } = await armed({ ...clock, usedInMs: 3 * DAY_IN_MS });
  expect(dueAt).toBe('2026-11-20T08:00:00.000Z');
});

test('each clock is derived for itself, in the order asked', async () => {
  const paused = { ...clock, id: 'paused', runningSince: null };
  const both = await alwaysOpen.arm([paused, clock]);
  expect(both.map(({ id, dueAt }) => [id, dueAt !== null])).toEqual([
    ['paused', false],
    ['t', true],
  ]);
  expect(await alwaysOpen.arm([])).toEqual([]);
});
