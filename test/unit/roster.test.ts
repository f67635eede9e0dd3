import fc from 'fast-check';
import { rosterInput, type DutyChange, type RosterInput } from '../../models/contracts/roster';
import { dutiesBetween, dutyAt } from '../../models/roster/duty';
import { DAY_IN_MS, HOUR_IN_MS, inShanghai, office, shanghai } from './calendar-samples';

const FIVE_BY_EIGHT = office();
const text = (zh: string) => ({ zh, en: zh });

const ROSTER: RosterInput = rosterInput.parse({
  title: text('服务台值班表'),
  calendarId: '5x8',
  shifts: [
    { id: 'day', title: text('白班'), begins: '08:30' },
    { id: 'night', title: text('夜班'), begins: '20:30' },
  ],
  everyDay: { from: '2026-09-01', daysEach: 1, turns: { day: ['U-a', 'U-b', 'U-c'], night: ['U-d', 'U-e'] } },
  daysOff: { from: '2026-10-01', daysEach: 1, turns: { day: ['U-x', 'U-y'], night: ['U-z'] } },
  entries: [{ date: '2026-10-03', shift: 'day', people: ['U-m', 'U-n'] }],
});

const on = (local: string, changes: readonly DutyChange[] = []) => {
  const duty = dutyAt(ROSTER, changes, FIVE_BY_EIGHT, shanghai(local));
  return duty.people.map(({ id, by }) => `${id} ${by}`);
};
const change = (from: string, to: string, personId: string, insteadOf: string | null): DutyChange => ({
  from: new Date(shanghai(from)).toISOString(),
  to: new Date(shanghai(to)).toISOString(),
  ...{ personId, insteadOf, reason: '换班' },
});

describe('who is on duty', () => {
  test.each([
    ['2026-09-01 08:30', ['U-a turn']],
    ['2026-09-02 20:29', ['U-b turn']],
    ['2026-09-04 12:00', ['U-a turn']],
  ])('by day, each in their turn: %s', (at, people) => expect(on(at)).toEqual(people));

  test('the night goes on over midnight until the hand-over in the morning', () => {
    expect(on('2026-09-01 20:30')).toEqual(['U-d turn']);
    expect(on('2026-09-02 08:29')).toEqual(['U-d turn']);
    expect(on('2026-09-02 08:30')).toEqual(['U-b turn']);
    expect(on('2026-09-02 23:00')).toEqual(['U-e turn']);
  });

  test('on days off the holiday roster, counted in days off; on a make-up Saturday the usual one', () => {
    expect(on('2026-10-01 10:00')).toEqual(['U-x day-off-turn']);
    expect(on('2026-10-02 10:00')).toEqual(['U-y day-off-turn']);
    expect(on('2026-10-02 03:00')).toEqual(['U-z day-off-turn']);
    expect(FIVE_BY_EIGHT.day(FIVE_BY_EIGHT.dayOf(shanghai('2026-10-10 10:00'))).rule).toBe('make-up');
    expect(on('2026-10-10 10:00')).toEqual(['U-a turn']);
  });

  test('who was entered for the day overrules the turns', () => {
    expect(on('2026-10-03 10:00')).toEqual(['U-m entry', 'U-n entry']);
  });

  test('nobody before the roster begins', () => {
    expect(on('2026-08-31 10:00')).toEqual([]);
  });

  test('somebody in another’s place for some hours, and only then', () => {
    const swap = [change('2026-09-01 12:00', '2026-09-01 14:00', 'U-k', 'U-a')];
    expect(on('2026-09-01 11:59', swap)).toEqual(['U-a turn']);
    expect(on('2026-09-01 12:00', swap)).toEqual(['U-k change']);
    expect(on('2026-09-01 14:00', swap)).toEqual(['U-a turn']);
  });

  test('a change in place of somebody who is not on duty then changes nothing; one beside them adds', () => {
    expect(on('2026-09-01 13:00', [change('2026-09-01 12:00', '2026-09-01 14:00', 'U-k', 'U-q')])).toEqual([
      'U-a turn',
    ]);
    expect(on('2026-09-01 13:00', [change('2026-09-01 12:00', '2026-09-01 14:00', 'U-k', null)])).toEqual([
      'U-a turn',
      'U-k change',
    ]);
  });

  test('as stretches, each until the next hand-over or change', () => {
    const swap = [change('2026-09-01 12:00', '2026-09-01 22:00', 'U-k', 'U-a')];
    const duties = dutiesBetween(
      ROSTER,
      swap,
      FIVE_BY_EIGHT,
      shanghai('2026-09-01 08:30'),
      shanghai('2026-09-02 08:30'),
    );
    expect(
      duties.map(({ from, people }) => `${inShanghai(from).slice(11)} ${people.map(({ id }) => id).join()}`),
    ).toEqual(['08:30 U-a', '12:00 U-k', '20:30 U-d', '22:00 U-d']);
  });
});

test('shifts stand in their order', () => {
  const shifts = [...ROSTER.shifts].reverse();
  expect(rosterInput.safeParse({ ...ROSTER, shifts }).success).toBe(false);
});

test('every instant of a year belongs to one stretch, and the stretch says of itself what the instant does', () => {
  const start = shanghai('2026-01-01 00:00');
  const hours = fc.integer({ min: 0, max: 365 * 24 });
  const changes = fc.array(
    fc.record({ at: hours, lasts: fc.integer({ min: 1, max: 72 }), insteadOf: fc.constantFrom('U-a', 'U-d', null) }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(hours, fc.integer({ min: 0, max: 3_599_999 }), changes, (hour, rest, made) => {
      const asked = start + hour * HOUR_IN_MS + rest;
      const iso = (at: number) => new Date(at).toISOString();
      const all = made.map(({ at, lasts, insteadOf }) => ({
        ...{ from: iso(start + at * HOUR_IN_MS), to: iso(start + (at + lasts) * HOUR_IN_MS) },
        ...{ personId: 'U-k', insteadOf, reason: '' },
      }));
      const duty = dutyAt(ROSTER, all, FIVE_BY_EIGHT, asked);
      expect(Date.parse(duty.from)).toBeLessThanOrEqual(asked);
      expect(Date.parse(duty.to)).toBeGreaterThan(asked);
      expect(Date.parse(duty.to) - Date.parse(duty.from)).toBeLessThanOrEqual(DAY_IN_MS / 2);
      for (const at of [Date.parse(duty.from), Date.parse(duty.to) - 1])
        expect(dutyAt(ROSTER, all, FIVE_BY_EIGHT, at)).toEqual(duty);
    }),
    { numRuns: 500 },
  );
});
