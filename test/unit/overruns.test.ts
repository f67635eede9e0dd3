import { armedClock, iso } from '../../models/calendar/clock';
import type { OpenCalendar } from '../../models/calendar/open-calendar';
import { paused, rebudgeted, resumed, running } from '../../models/clocks';
import { USUAL_SHARES, type SlaClock } from '../../models/contracts/sla-clock';
import type { Task } from '../../models/contracts/task';
import { noteOverruns } from '../../workflows/human-task/overruns';
import type { Recorder } from '../../workflows/human-task/recorder';
import { HOUR_IN_MS, MINUTE_IN_MS, office, shanghai } from './calendar-samples';
import { progress, seat, task } from './case-in-progress';

const WANG = { id: 'U-wang', name: '王经理' };
const calendar = office();
const at = (local: string) => iso(shanghai(local));
const started = (from: string, budgetInMs: number) =>
  running({ id: 'c', time: 'open', budgetInMs, atPercent: USUAL_SHARES }, at(from));

/** What is noted of a task with that clock when something happens at that instant. */
function notedAt(local: string, clock: SlaClock, of: OpenCalendar = calendar, more: Partial<Task> = {}) {
  const open = task({ clock, participants: [seat({ assignee: WANG })], ...more });
  const noted: string[] = [];
  const effects: unknown[] = [];
  const recorder = {
    now: () => at(local),
    note: (kind: string) => void noted.push(kind),
    buffer: { effect: (effect: unknown) => void effects.push(effect), touch: () => undefined },
  };
  const ofCase = progress({ openTasks: [open], armed: [armedClock(of, clock)] });
  noteOverruns(ofCase, recorder as unknown as Recorder);
  return { noted, effects, breaches: ofCase.breaches, clock: open.clock! };
}
const breachedAt = (local: string, clock: SlaClock) => notedAt(local, clock).clock.breachedAt;

test('an overrun is noted from the deadline on, with its instant, and against whoever has the work in hand', () => {
  const clock = started('2026-11-23 08:30', HOUR_IN_MS);
  expect(notedAt('2026-11-23 09:29', clock)).toEqual({ noted: [], effects: [], breaches: [], clock });
  const late = notedAt('2026-11-23 11:00', clock);
  expect(late.noted).toEqual(['clock-breached']);
  expect(late.breaches).toMatchObject([{ about: 'task', name: 'manager-review', at: at('2026-11-23 09:30') }]);
  expect(late.effects).toMatchObject([
    { kind: 'count-overrun', overrun: { clockId: 'c', people: [WANG], budgetInMs: HOUR_IN_MS, time: 'open' } },
  ]);
});

test('a task that has the same limit as a clock of the case is overdue, and counted with that alone', () => {
  const late = notedAt('2026-11-23 11:00', started('2026-11-23 08:30', HOUR_IN_MS), calendar, {
    countedAs: 'response',
  });
  expect([late.noted, late.effects, late.breaches]).toEqual([[], [], []]);
  expect(late.clock.breachedAt).toBe(at('2026-11-23 09:30'));
});

test('it is noted once, and undone by no larger budget, no pause and no other calendar', () => {
  const { clock } = notedAt('2026-11-23 10:00', started('2026-11-23 08:30', HOUR_IN_MS));
  const larger = { time: 'open', budgetInMs: 8 * HOUR_IN_MS, atPercent: USUAL_SHARES } as const;
  const closed = office({ version: 4, exceptions: [{ date: '2026-11-23', ranges: [] }] });
  const waiting = paused(clock, at('2026-11-23 10:30'), '等待客户');
  for (const [later, of] of [
    [rebudgeted(clock, larger, at('2026-11-23 10:00')), calendar],
    [resumed(waiting, at('2026-11-23 11:00')), calendar],
    [clock, closed],
  ] as const) {
    expect(notedAt('2026-11-24 17:00', later, of)).toEqual({ noted: [], effects: [], breaches: [], clock: later });
    expect(later.breachedAt).toBe(at('2026-11-23 09:30'));
  }
});

test('a deadline at the closing minute is that minute, though no open time has passed when it is seen in the night', () => {
  const clock = started('2026-11-23 17:00', HOUR_IN_MS);
  expect(breachedAt('2026-11-23 17:59', clock)).toBeNull();
  expect(breachedAt('2026-11-23 18:00', clock)).toBe(at('2026-11-23 18:00'));
  expect(breachedAt('2026-11-23 23:00', clock)).toBe(at('2026-11-23 18:00'));
});

test('a clock that was paused before its deadline is not overrun, however long it stands', () => {
  const waiting = paused(started('2026-11-23 08:30', HOUR_IN_MS), at('2026-11-23 09:00'), '等待客户');
  expect(breachedAt('2026-12-23 17:00', waiting)).toBeNull();
  expect(breachedAt('2026-11-24 09:00', resumed(waiting, at('2026-11-24 08:30')))).toBe(at('2026-11-24 09:00'));
});

test('across 国庆 the seven days off are no reason, and the make-up Saturday is no excuse', () => {
  const clock = started('2026-10-09 17:50', 15 * MINUTE_IN_MS);
  expect(breachedAt('2026-10-10 08:34', clock)).toBeNull();
  expect(breachedAt('2026-10-10 08:35', clock)).toBe(at('2026-10-10 08:35'));
  expect(breachedAt('2026-10-08 09:29', started('2026-09-30 17:00', 2 * HOUR_IN_MS))).toBeNull();
});
