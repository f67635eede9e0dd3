import { openCalendar } from '../../models/calendar/open-calendar';
import { addOpenTime, isOpen, nextOpening, openTimeBetween } from '../../models/calendar/open-time';
import {
  closeOfNthWorkingDayAfter,
  isWorkingDay,
  lastWorkingDayOf,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
} from '../../models/calendar/working-days';
import { yearView } from '../../models/calendar/year-view';
import { ALWAYS, CHINESE, HOUR_IN_MS, inShanghai, MINUTE_IN_MS, office, shanghai, weekOf } from './calendar-samples';

const calendar = office();
const ends = (from: string, budgetInMs: number, of = calendar) =>
  inShanghai(addOpenTime(of, shanghai(from), budgetInMs).at);

test('15 minutes from Friday 17:50 end on the make-up Saturday after 国庆 at 08:35', () => {
  expect(ends('2026-10-09 17:50', 15 * MINUTE_IN_MS)).toBe('2026-10-10 08:35');
});

test('an ordinary Friday 17:50 + 15 minutes ends on Monday', () => {
  expect(ends('2026-10-16 17:50', 15 * MINUTE_IN_MS)).toBe('2026-10-19 08:35');
});

test('2 hours from the eve of 国庆 pass over seven days off', () => {
  expect(ends('2026-09-30 17:00', 2 * HOUR_IN_MS)).toBe('2026-10-08 09:30');
});

test('25 open hours across 国庆 count its make-up Saturday, and end at its closing minute', () => {
  expect(ends('2026-09-30 17:00', 25 * HOUR_IN_MS)).toBe('2026-10-10 18:00');
});

test('lunch does not count', () => {
  expect(ends('2026-11-23 11:30', HOUR_IN_MS)).toBe('2026-11-23 14:00');
});

test('a budget used up at 12:00 or at 18:00 ends then, not at the next opening', () => {
  expect(ends('2026-11-23 11:30', 30 * MINUTE_IN_MS)).toBe('2026-11-23 12:00');
  expect(ends('2026-11-23 08:30', 8 * HOUR_IN_MS)).toBe('2026-11-23 18:00');
  expect(ends('2026-11-23 08:30', 8 * HOUR_IN_MS + 1)).toBe('2026-11-24 08:30');
});

test('from closed time a budget begins at the next opening, and one of 0 ends at once', () => {
  expect(ends('2026-11-21 03:00', MINUTE_IN_MS)).toBe('2026-11-23 08:31');
  expect(ends('2026-11-21 03:00', 0)).toBe('2026-11-21 03:00');
});

test('a half day before 春节 ends at noon, and the rest goes on after it', () => {
  const withHalfDay = office({
    exceptions: [{ date: '2026-02-14', ranges: [{ from: '08:30', to: '12:00' }], title: '春节前半天' }],
  });
  expect(ends('2026-02-14 11:00', 2 * HOUR_IN_MS, withHalfDay)).toBe('2026-02-24 09:30');
  expect(ends('2026-02-14 11:00', 2 * HOUR_IN_MS)).toBe('2026-02-14 14:30');
});

test('an exception overrules a holiday and a make-up day', () => {
  const own = office({
    exceptions: [
      { date: '2026-10-05', ranges: [{ from: '09:00', to: '10:00' }] },
      { date: '2026-10-10', ranges: [] },
    ],
  });
  expect(ends('2026-09-30 18:00', 2 * HOUR_IN_MS, own)).toBe('2026-10-08 09:30');
  expect(isWorkingDay(own, '2026-10-10')).toBe(false);
});

test('a make-up day has the hours of a Monday, or of the first open day of the week', () => {
  const short = office({
    week: { ...weekOf([{ from: '09:00', to: '17:00' }]), monday: [{ from: '10:00', to: '12:00' }] },
  });
  const tuesday = office({ week: { ...weekOf([{ from: '09:00', to: '17:00' }]), monday: [] } });
  expect(openTimeBetween(short, shanghai('2026-10-10 00:00'), shanghai('2026-10-11 00:00'))).toBe(2 * HOUR_IN_MS);
  expect(openTimeBetween(tuesday, shanghai('2026-10-10 00:00'), shanghai('2026-10-11 00:00'))).toBe(8 * HOUR_IN_MS);
});

test('into 2027 a deadline is provisional, and 2027-01-01 is no working day', () => {
  const { at, isProvisional } = addOpenTime(calendar, shanghai('2026-12-31 17:30'), HOUR_IN_MS);
  expect([inShanghai(at), isProvisional]).toEqual(['2027-01-04 09:00', true]);
  expect(isWorkingDay(calendar, '2027-01-01')).toBe(false);
  expect(addOpenTime(calendar, shanghai('2026-12-25 10:00'), HOUR_IN_MS).isProvisional).toBe(false);
});

test('open from the first minute, closed at the closing minute', () => {
  const open = ['08:29', '08:30', '11:59', '12:00', '13:30', '18:00'].map((time) =>
    isOpen(calendar, shanghai(`2026-11-23 ${time}`)),
  );
  expect(open).toEqual([false, true, true, false, true, false]);
  expect(inShanghai(nextOpening(calendar, shanghai('2026-09-30 18:00')))).toBe('2026-10-08 08:30');
});

test('n working days end at the close of the n-th working day after the day of the start', () => {
  const after = (from: string, n: number) => inShanghai(closeOfNthWorkingDayAfter(calendar, shanghai(from), n).at);
  expect(after('2026-11-20 12:10', 2)).toBe('2026-11-24 18:00');
  expect(after('2026-11-21 12:10', 1)).toBe('2026-11-23 18:00');
  expect(after('2026-09-30 17:59', 3)).toBe('2026-10-10 18:00');
  expect(closeOfNthWorkingDayAfter(calendar, shanghai('2026-09-30 17:59'), 3).days).toEqual([
    '2026-10-08',
    '2026-10-09',
    '2026-10-10',
  ]);
  expect(() => closeOfNthWorkingDayAfter(calendar, 0, 0)).toThrow('from 1 to 2600');
});

test('the last working day of a month, and the working day on or before a date', () => {
  expect(lastWorkingDayOf(calendar, '2026-09').date).toBe('2026-09-30');
  expect(lastWorkingDayOf(calendar, '2026-02').date).toBe('2026-02-28');
  expect(lastWorkingDayOf(calendar, '2025-01').date).toBe('2025-01-27');
  expect(lastWorkingDayOf(calendar, '2026-12')).toEqual({ date: '2026-12-31', isProvisional: true });
  expect(workingDayOnOrBefore(calendar, '2026-10-25').date).toBe('2026-10-23');
  expect(workingDayOnOrAfter(calendar, '2026-10-01').date).toBe('2026-10-08');
});

test('a day that its zone left out is no working day, and is passed over both ways', () => {
  const apia = office({ timeZone: 'Pacific/Apia', holidays: 'none' });
  expect(isWorkingDay(apia, '2011-12-30')).toBe(false);
  expect(workingDayOnOrBefore(apia, '2011-12-30').date).toBe('2011-12-29');
  expect(workingDayOnOrAfter(apia, '2011-12-30').date).toBe('2012-01-02');
});

test('the night in which clocks go forward is an hour shorter, the one in which they go back an hour longer', () => {
  const night = office({
    timeZone: 'America/New_York',
    holidays: 'none',
    week: weekOf([{ from: '00:00', to: '06:00' }], 7),
  });
  const openOn = (date: string) =>
    openTimeBetween(night, Date.parse(`${date}T00:00-05:00`), Date.parse(`${date}T06:00-04:00`)) / HOUR_IN_MS;
  expect(openOn('2026-03-08')).toBe(5);
  const autumn = openTimeBetween(night, Date.parse('2026-11-01T00:00-04:00'), Date.parse('2026-11-01T06:00-05:00'));
  expect(autumn / HOUR_IN_MS).toBe(7);
});

test('a range that begins in the skipped hour begins at its end, and an hour that comes twice counts from its first', () => {
  const early = office({
    timeZone: 'America/New_York',
    holidays: 'none',
    week: weekOf([{ from: '01:30', to: '02:30' }], 7),
  });
  const opens = (at: string) => new Date(nextOpening(early, Date.parse(at))).toISOString();
  const closes = (at: string) => new Date(addOpenTime(early, Date.parse(at), 30 * MINUTE_IN_MS).at).toISOString();
  expect(opens('2026-03-08T00:00-05:00')).toBe('2026-03-08T06:30:00.000Z');
  expect(closes('2026-03-08T00:00-05:00')).toBe('2026-03-08T07:00:00.000Z'); // 02:00, which is 03:00
  expect(opens('2026-11-01T00:00-04:00')).toBe('2026-11-01T05:30:00.000Z'); // the first 01:30
  expect(
    openTimeBetween(early, Date.parse('2026-11-01T00:00-04:00'), Date.parse('2026-11-02T00:00-05:00')) / HOUR_IN_MS,
  ).toBe(2);
});

test('Shanghai had summer time from 1986 to 1991', () => {
  const old = office({ holidays: 'none' });
  expect(new Date(nextOpening(old, Date.parse('1988-07-03T12:00Z'))).toISOString()).toBe('1988-07-03T23:30:00.000Z');
  expect(new Date(nextOpening(old, Date.parse('1992-07-05T12:00Z'))).toISOString()).toBe('1992-07-06T00:30:00.000Z');
});

test('a budget that is negative, broken, or a century is refused, and so is a calendar that never opens', () => {
  const refuses = (budgetInMs: number) => () => addOpenTime(calendar, shanghai('2026-11-23 09:00'), budgetInMs);
  expect(refuses(-1)).toThrow('whole number of milliseconds from 0');
  expect(refuses(0.5)).toThrow('whole number of milliseconds from 0');
  expect(refuses(100 * 365 * 24 * HOUR_IN_MS)).toThrow('a budget of 36500 days is more than ten years');
  expect(refuses(3660 * 24 * HOUR_IN_MS)).toThrow('more than twenty years in the calendar');
  const closed = openCalendar({ ...ALWAYS, week: weekOf([]) }, CHINESE);
  expect(() => nextOpening(closed, 0)).toThrow('has no open time in the two years');
  expect(() => isOpen(calendar, NaN)).toThrow('is not an instant');
});

test('the year view has every day, with its hours and what decides them', () => {
  const year = yearView(calendar, 2026);
  expect(year).toHaveLength(365);
  expect(year.find(({ date }) => date === '2026-10-10')).toEqual({
    date: '2026-10-10',
    weekday: 'saturday',
    ranges: calendar.version.week.monday,
    rule: 'make-up',
    title: { zh: '国庆节', en: 'National Day' },
    isProvisional: false,
    openInMs: 8 * HOUR_IN_MS,
  });
  expect(year.filter(({ openInMs }) => openInMs > 0)).toHaveLength(248);
});
