import { changedDays, changedParts } from '../../models/calendar/compare';
import { holidaysOf } from '../../models/calendar/ics-holidays';
import { previewIcs } from '../../models/calendar/ics-preview';
import { holidaysFrom, knownUntil, opened, type CalendarContent } from '../../models/calendar/opened';
import { standardCalendars } from '../../models/calendar/standard-calendars';

const calendar = standardCalendars('Asia/Shanghai')['5x8'];
const content: CalendarContent = { calendar, holidayYears: [] };
const YEAR = { first: 2026, last: 2026 };
const closed = (...dates: readonly string[]): CalendarContent => ({
  ...content,
  calendar: { ...calendar, exceptions: dates.map((date) => ({ date, ranges: [] })) },
});
const newYear = { date: '2027-01-01', kind: 'off', name: { zh: '元旦', en: "New Year's Day" } } as const;
const nationalDays = ['01', '02', '03'].map((day) => ({ ...newYear, date: `2027-10-${day}` }));

test('the same calendar changes no day and no part', () => {
  expect(changedDays(opened('a', 1, content), opened('a', 2, { ...content }), YEAR)).toEqual([]);
  expect(changedParts(content, { ...content })).toEqual([]);
});

test('a day is told with what it was and what it is, in its weekday', () => {
  const [only, ...others] = changedDays(opened('a', 1, content), opened('a', 2, closed('2026-12-24')), YEAR);
  expect(others).toEqual([]);
  expect(only).toMatchObject({ date: '2026-12-24', weekday: 'thursday', before: { rule: 'week' } });
  expect(only?.after).toMatchObject({ rule: 'exception', ranges: [] });
  expect(changedParts(content, closed('2026-12-24'))).toEqual(['exceptions']);
});

test('a day that becomes certain has changed, though its hours have not', () => {
  const known = { calendar, holidayYears: [{ year: 2027, source: '通知', days: [newYear, ...nationalDays] }] };
  const days = changedDays(opened('a', 1, content), opened('a', 2, known), { first: 2027, last: 2027 });
  expect(days.find(({ date }) => date === '2027-06-01')).toMatchObject({
    before: { isProvisional: true },
    after: { isProvisional: false },
  });
  expect([holidaysFrom(content, 2027), holidaysFrom(known, 2027)]).toEqual(['computed', 'entered']);
  expect([knownUntil(content, 2026), knownUntil(known, 2026)]).toEqual([2026, 2027]);
});

test('of a new calendar everything has changed, and one without public holidays knows no years', () => {
  const own = { calendar: { ...calendar, holidays: 'none' as const }, holidayYears: [] };
  expect(changedDays(null, opened('a', 1, own), YEAR)).toHaveLength(365);
  expect(changedParts(null, own)).toEqual(['title', 'timeZone', 'week', 'holidays', 'exceptions', 'holidayYears']);
  expect([holidaysFrom(own, 2026), knownUntil(own, 2026)]).toEqual([null, null]);
});

test('chosen events become the holidays of a year: their marks are left out of the name, and work comes before rest', () => {
  const event = (uid: number, day: string, summary: string) =>
    `BEGIN:VEVENT\r\nUID:${uid}\r\nDTSTAMP:20261101T000000Z\r\nDTSTART;VALUE=DATE:${day}\r\nSUMMARY:${summary}\r\nEND:VEVENT\r\n`;
  const days = ['20261231', '20270101', '20270102', '20270102', '20261220', '20280101'];
  const names = ['元旦（休）', '元旦（休）', '元旦（班）', '元旦（休）', '太早（休）', '太晚（休）'];
  const events = days.map((day, index) => event(index, day, names[index] ?? '')).join('');
  const text = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//ZH\r\n${events}END:VCALENDAR`;
  const effects = previewIcs(opened('a', 1, content), text, { first: 2026, last: 2028 });
  expect(holidaysOf(effects, 2027).map(({ date, kind, name }) => [date, kind, name.zh])).toEqual([
    ['2026-12-31', 'off', '元旦'],
    ['2027-01-01', 'off', '元旦'],
    ['2027-01-02', 'make-up', '元旦'],
  ]);
});
