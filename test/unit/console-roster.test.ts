import type { DutyChange } from '../../console/api/types';
import { personInWords } from '../../console/pages/roster/called';
import { daysOf, isOff, monthAfter, monthInWords, weekdayOf, weeksOf, windowOf } from '../../console/pages/roster/days';
import { bodyOf, newShift, placeOf, valuesOf } from '../../console/pages/roster/roster-values';
import { sayIn } from '../../console/words/say';
import { DEMO_ROSTERS } from '../../api/setup/demo/roster';
import { rosterInput } from '../../models/contracts/roster';

const plan = DEMO_ROSTERS[0]!.roster;

test('what the form holds of a roster is the roster', () => {
  expect(bodyOf(valuesOf(plan, '2026-11-23', '5x8'))).toEqual(plan);
  const withoutDaysOff = { ...plan, daysOff: null };
  expect(bodyOf(valuesOf(withoutDaysOff, '2026-11-23', '5x8'))).toEqual(withoutDaysOff);
});

test('a new roster begins today, with one shift; another gets an id of its own, and all stand in their order', () => {
  const begun = valuesOf(null, '2026-11-23', '5x8');
  const early = { ...newShift(begun.shifts), zh: '早班', en: 'Early', begins: '06:00' };
  const shifts = [{ ...begun.shifts[0]!, zh: '白班', en: 'Day' }, early];
  const body = bodyOf({ ...begun, titleZh: '值班表', titleEn: 'Roster', shifts });
  expect(body.shifts.map(({ id }) => id)).toEqual(['shift-2', 'day']);
  expect(rosterInput.parse(body)).toEqual(body);
  expect(newShift([{ id: 'shift-2' }]).id).toBe('shift-3');
});

test.each([
  [['title', 'en'], ['titleEn']],
  [
    ['everyDay', 'turns', 'night', 0],
    ['shifts', 1, 'turns'],
  ],
  [
    ['daysOff', 'turns', 'day', 2],
    ['shifts', 0, 'offTurns'],
  ],
  [['daysOff', 'from'], ['offFrom']],
  [['everyDay', 'daysEach'], ['daysEach']],
  [
    ['entries', 3, 'people', 1],
    ['entries', 3, 'people'],
  ],
  [
    ['shifts', 1, 'begins'],
    ['shifts', 1, 'begins'],
  ],
  [
    ['shifts', 0, 'title', 'zh'],
    ['shifts', 0, 'zh'],
  ],
  [['calendarId'], ['calendarId']],
])('a fault at %p is shown at %p', (fault, place) => {
  expect(placeOf(fault, valuesOf(plan, '2026-11-23', '5x8'))).toEqual(place);
});

test('a month is a window of the zone, its days in weeks from Monday on', () => {
  expect(windowOf('2026-12', 'Asia/Shanghai')).toEqual({ from: '2026-11-30T16:00:00Z', to: '2026-12-31T16:00:00Z' });
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
  const duty = { shift: null, date: '2026-11-02', from: null, to: null, people: [] };
  const weeks = weeksOf(daysOf('2026-11', [duty]));
  // The first of November 2026 is a Sunday.
  expect(weeks[0]?.map((day) => day?.date ?? null)).toEqual([...Array.from({ length: 6 }, () => null), '2026-11-01']);
  expect(weeks[1]?.[0]?.duties).toEqual([duty]);
  expect(weeks).toHaveLength(6);
  expect([weekdayOf({ date: '2026-11-01' }), weekdayOf({ date: '2026-11-02' })]).toEqual(['sunday', 'monday']);
  expect([monthInWords('2026-11', 'zh'), monthInWords('2026-11', 'en')]).toEqual(['2026年11月', 'November 2026']);
});

test('a day is off where others take turns in it because it is', () => {
  const day = (by: 'turn' | 'day-off-turn') => {
    const people = [{ id: 'U-li', name: '李工', by, forWhom: null }];
    return { date: '2026-11-01', duties: [{ shift: null, date: '2026-11-01', from: null, to: null, people }] };
  };
  expect([isOff(day('turn')), isOff(day('day-off-turn'))]).toEqual([false, true]);
});

describe('somebody on duty by a change', () => {
  const stretch = { from: '2026-11-25T01:00:00.000Z', to: '2026-11-25T03:00:00.000Z' };
  const sun = { id: 'U-sun', name: '孙副经理', by: 'change', forWhom: null } as const;
  const change = (more: Partial<DutyChange>): DutyChange => ({
    ...{ id: 'DC-1', ...stretch, reason: '', enteredBy: { id: 'U-wang', name: '王经理' }, swapWith: null },
    ...{ isCancelled: false, person: { id: 'U-sun', name: '孙副经理' }, insteadOf: { id: 'U-li', name: '李工' } },
    ...more,
  });

  test.each<readonly [string, readonly DutyChange[], string]>([
    ['in another’s place', [change({})], '孙副经理（替班）'],
    ['besides', [change({ insteadOf: null })], '孙副经理（增派）'],
    ['by a swap', [change({ swapWith: 'DC-2' })], '孙副经理（换班）'],
    ['by one that is not known here', [change({ isCancelled: true })], '孙副经理（调整）'],
  ])('%s', (_, changes, words) => expect(personInWords(sun, stretch, changes, sayIn('zh'))).toBe(words));
});
