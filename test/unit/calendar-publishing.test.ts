import { knownUntil, holidaysFrom, opened, type CalendarContent } from '../../models/calendar/opened';
import { yearsOfLibrary } from '../../models/calendar/frozen-years';
import { opensTooLittle } from '../../models/calendar/opens-enough';
import { publishedContent, yearsLearntSince } from '../../models/calendar/published-content';
import { standardCalendars } from '../../models/calendar/standard-calendars';
import { armedClock } from '../../models/calendar/clock';
import { withSharesThatWait } from '../../models/calendar/waiting-shares';
import { running } from '../../models/clocks';
import { dateOf, dayNumber } from '../../models/calendar/days';
import type { HolidayYear } from '../../models/contracts/holidays';
import { WEEKDAYS } from '../../models/contracts/opening-hours';

const { '5x8': office, '7x24': always } = standardCalendars('Asia/Shanghai');
const day = (date: string, kind: 'off' | 'make-up' = 'off') => ({ date, kind, name: { zh: '假', en: 'Holiday' } });
const year = (number: number, ...days: HolidayYear['days']): HolidayYear => ({ year: number, source: '通知', days });
const nationalDays = (number: number) => ['01', '02', '03'].map((last) => day(`${number}-10-${last}`));
const entered = (...holidayYears: HolidayYear[]): CalendarContent => ({ calendar: office, holidayYears });
const ruleOn = (content: CalendarContent, date: string) => opened('a', 1, content).day(dayNumber(date));

describe('a year that the company enters', () => {
  const started = entered(year(2027, day('2027-01-01'), day('2027-01-02'), day('2027-02-14', 'make-up')));

  test('lies over the computed days as long as it lacks 国庆, and all of it is provisional', () => {
    expect(ruleOn(started, '2027-02-06')).toMatchObject({
      rule: 'holiday',
      title: { zh: '春节' },
      isProvisional: true,
    });
    expect(ruleOn(started, '2027-01-02')).toMatchObject({ rule: 'holiday', isProvisional: true });
    expect(ruleOn(started, '2027-02-14')).toMatchObject({ rule: 'make-up', isProvisional: true });
    expect([holidaysFrom(started, 2027), knownUntil(started, 2026)]).toEqual(['computed', 2026]);
  });

  test('is not published by the first day of 国庆 alone, which a feed of festivals has too', () => {
    const feed = entered(year(2027, day('2027-01-01'), day('2027-10-01')));
    expect(holidaysFrom(feed, 2027)).toBe('computed');
    expect(ruleOn(feed, '2027-10-02')).toMatchObject({ rule: 'holiday', isProvisional: true });
  });

  test('is published with 国庆 in it, and then holds alone', () => {
    const whole = entered(year(2027, day('2027-01-01'), ...nationalDays(2027)));
    expect(ruleOn(whole, '2027-02-08')).toMatchObject({ rule: 'week', isProvisional: false });
    expect([holidaysFrom(whole, 2027), knownUntil(whole, 2026)]).toEqual(['entered', 2027]);
  });

  test('lies over the announced days where the library has the notice, so what was begun early hinders nothing', () => {
    const begun = entered(year(2026, day('2026-12-24')));
    expect(ruleOn(begun, '2026-12-24')).toMatchObject({ rule: 'holiday', isProvisional: false });
    expect(ruleOn(begun, '2026-10-10')).toMatchObject({ rule: 'make-up', isProvisional: false });
    expect(holidaysFrom(begun, 2026)).toBe('library');
  });
});

describe('the year until which holidays are known', () => {
  test('is the last that is really known, however long ago that was', () => {
    expect([2026, 2027, 2028, 2040].map((now) => knownUntil(entered(), now))).toEqual([2026, 2026, 2026, 2026]);
  });

  test('goes on with the years in a row, and none is counted beyond a gap', () => {
    const [next, gap] = [year(2027, ...nationalDays(2027)), year(2029, ...nationalDays(2029))];
    expect(knownUntil(entered(next, gap), 2026)).toBe(2027);
    expect(knownUntil(entered(next, gap), 2028)).toBe(2027);
  });
});

describe('a published version', () => {
  const version = publishedContent(entered(), 2026);
  const without = (date: string): HolidayYear[] =>
    version.libraryYears.map((one) => ({ ...one, days: one.days.filter((other) => other.date !== date) }));

  test('holds the announced years from ten years before on, and small', () => {
    expect(version.libraryYears.map((one) => one.year)).toEqual([...Array(11).keys()].map((count) => 2016 + count));
    expect(version.holidayYears).toEqual([]);
    expect(JSON.stringify(version).length).toBeLessThan(40_000);
    expect(publishedContent({ calendar: always, holidayYears: [] }, 2026)).toMatchObject({
      libraryYears: [],
      knownUntil: null,
    });
  });

  test('means its own days, whatever the library says by now', () => {
    const older = { ...version, libraryYears: without('2026-10-10') };
    expect(ruleOn(older, '2026-10-10')).toMatchObject({ rule: 'week', openInMs: 0 });
    const before2026 = { ...version, libraryYears: version.libraryYears.filter((one) => one.year < 2026) };
    expect(ruleOn(before2026, '2026-10-10')).toMatchObject({ openInMs: 0, isProvisional: true });
    expect([holidaysFrom(before2026, 2026), knownUntil(before2026, 2026)]).toEqual(['computed', 2025]);
    expect(ruleOn(version, '2012-10-01')).toMatchObject({ rule: 'holiday' });
  });

  test('is behind what the library has learnt or corrected since, but for years that the company entered', () => {
    const now = yearsOfLibrary(2026);
    expect(yearsLearntSince(version, now)).toEqual([]);
    expect(yearsLearntSince({ ...version, libraryYears: without('2026-10-10') }, now)).toEqual([2026]);
    const unlearnt = { ...version, libraryYears: version.libraryYears.filter((one) => one.year < 2026) };
    expect(yearsLearntSince(unlearnt, now)).toEqual([2026]);
    expect(yearsLearntSince({ ...unlearnt, holidayYears: [year(2026, ...nationalDays(2026))] }, now)).toEqual([]);
    expect(yearsLearntSince({ ...unlearnt, holidayYears: [year(2026, day('2026-01-01'))] }, now)).toEqual([2026]);
  });
});

describe('a calendar that is open too little to count by', () => {
  const NOW = new Date('2026-11-22T00:00:00Z');
  const closed = (first: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ date: dateOf(dayNumber(first) + index), ranges: [] }));
  const weekOf = (hours: string) =>
    ({
      ...always,
      week: Object.fromEntries(
        WEEKDAYS.map((weekday) => [weekday, weekday === 'saturday' ? [{ from: '00:00', to: hours }] : []]),
      ),
    }) as typeof always;

  test('is told by the first 365 days in which it is', () => {
    for (const calendar of [office, always, weekOf('10:00')])
      expect(opensTooLittle({ calendar, holidayYears: [] }, NOW)).toBeNull();
    expect(opensTooLittle({ calendar: weekOf('09:00'), holidayYears: [] }, NOW)).toMatchObject({ hours: 468 });
  });

  test('may be closed for a season, not for a year, now or much later', () => {
    const with365 = (first: string, count: number) =>
      opensTooLittle({ calendar: { ...office, exceptions: closed(first, count) }, holidayYears: [] }, NOW);
    expect(with365('2027-06-01', 120)).toBeNull();
    expect(with365('2027-06-01', 365)).toMatchObject({ hours: expect.any(Number) as number });
    expect(with365('2045-06-01', 365)).toMatchObject({ hours: expect.any(Number) as number });
  });
});

describe('what a new calendar makes pass at night', () => {
  const HOUR_IN_MS = 3_600_000;
  const calendar = opened('a', 1, entered());
  const clockIn = (time: 'open' | 'elapsed') =>
    running({ id: 'T', time, budgetInMs: 16 * HOUR_IN_MS, atPercent: [50, 100] }, '2026-11-17T00:30:00.000Z');
  const at = (time: 'open' | 'elapsed', now: string) => {
    const clock = clockIn(time);
    const waiting = withSharesThatWait(calendar, clock, armedClock(calendar, clock), now);
    return [waiting.dueAt, ...waiting.instants.map((share) => share.at)];
  };
  const half = '2026-11-17T10:00:00.000Z';
  const due = '2026-11-18T10:00:00.000Z';
  const morning = '2026-11-19T00:30:00.000Z';

  test('waits for the next opening; the deadline stays', () => {
    expect(at('open', '2026-11-18T14:00:00.000Z')).toEqual([due, morning, morning]);
    expect(at('open', '2026-11-17T14:00:00.000Z')).toEqual([due, '2026-11-18T00:30:00.000Z', due]);
  });

  test('comes at once while time is open, and what falls on the closing minute comes then', () => {
    expect(at('open', '2026-11-19T01:00:00.000Z')).toEqual([due, half, due]);
    expect(at('open', half)).toEqual([due, half, due]);
    expect(at('open', due)).toEqual([due, '2026-11-19T00:30:00.000Z', due]);
  });

  test('waits for nothing where the clock runs around the clock', () => {
    expect(at('elapsed', '2026-11-18T14:00:00.000Z')).toEqual([
      ...['2026-11-17T16:30:00.000Z', '2026-11-17T08:30:00.000Z', '2026-11-17T16:30:00.000Z'],
    ]);
  });
});
