import { icsOf } from '../../models/calendar/ics-export';
import { previewIcs, withIcsEffects } from '../../models/calendar/ics-preview';
import { addOpenTime } from '../../models/calendar/open-time';
import { calendarFile } from '../../models/contracts/calendar';
import { FIVE_BY_EIGHT, HOUR_IN_MS, inShanghai, office, shanghai } from './calendar-samples';

const YEARS = { first: 2026, last: 2027 };
const plain = office({ holidays: 'none' });

const event = (uid: string, ...lines: string[]) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  'DTSTAMP:20251104T000000Z',
  ...lines,
  'END:VEVENT',
];
const ics = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
const kinds = (text: string, of = plain) =>
  previewIcs(of, text, YEARS).map(({ summary, kind, isSuggested }) => [summary, kind, isSuggested]);

const APPLE = ics(
  event(
    '1',
    'DTSTART;VALUE=DATE:20261001',
    'DTEND;VALUE=DATE:20261008',
    'SUMMARY;LANGUAGE=zh_CN:国庆节（休）',
    'X-APPLE-SPECIAL-DAY:WORK-HOLIDAY',
  ),
  event(
    '2',
    'DTSTART;VALUE=DATE:20261010',
    'SUMMARY;LANGUAGE=zh_CN:国庆节（班）',
    'X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY',
  ),
  event('3', 'DTSTART;VALUE=DATE:20200308', 'RRULE:FREQ=YEARLY', 'SUMMARY;LANGUAGE=zh_CN:妇女节'),
);

test("Apple's feed: 休 closes, 班 opens, and a festival without either is left to a person", () => {
  expect(kinds(APPLE)).toEqual([
    ['国庆节（休）', 'off', true],
    ['国庆节（班）', 'make-up', true],
    ['妇女节', 'off', false],
  ]);
  expect(previewIcs(plain, APPLE, YEARS)[2]!.days.map(({ date }) => date)).toEqual(['2026-03-08', '2027-03-08']);
});

test('the marks in the summary are enough', () => {
  const text = ics(
    event('1', 'DTSTART;VALUE=DATE:20261001', 'SUMMARY:国庆节 休'),
    event('2', 'DTSTART;VALUE=DATE:20261010', 'SUMMARY:国庆节补班'),
  );
  expect(kinds(text)).toEqual([
    ['国庆节 休', 'off', true],
    ['国庆节补班', 'make-up', true],
  ]);
});

test('a feed without marks: statutory festivals are suggested, everything else is not', () => {
  const text = ics(
    event('1', 'DTSTART;VALUE=DATE:20261001', 'SUMMARY:国庆节'),
    event('2', 'DTSTART;VALUE=DATE:20261225', 'SUMMARY:圣诞节'),
    event('3', 'DTSTART:20261001T010000Z', 'DTEND:20261001T020000Z', 'SUMMARY:例会'),
    event('4', 'DTSTART;VALUE=DATE:20261002', 'STATUS:CANCELLED', 'SUMMARY:国庆节'),
    event('5', 'DTSTART;VALUE=DATE:20191001', 'SUMMARY:国庆节'),
  );
  expect(kinds(text)).toEqual([
    ['国庆节', 'off', true],
    ['圣诞节', 'off', false],
    ['例会', 'nothing', false],
    ['国庆节', 'nothing', false],
    ['国庆节', 'nothing', false],
  ]);
});

test('the preview shows each day before and after, and what would not change', () => {
  const [off, makeUp] = previewIcs(plain, APPLE, YEARS);
  expect(off!.days.map(({ isChange }) => isChange)).toEqual([true, true, false, false, true, true, true]);
  expect(makeUp!.days).toEqual([{ date: '2026-10-10', before: [], after: plain.version.week.monday, isChange: true }]);
  expect(previewIcs(office(), APPLE, YEARS)[0]!.days.some(({ isChange }) => isChange)).toBe(false);
});

test('the chosen events become exceptions, and deadlines follow them', () => {
  const chosen = previewIcs(plain, APPLE, YEARS).filter(({ isSuggested }) => isSuggested);
  const exceptions = withIcsEffects([{ date: '2026-05-04', ranges: [] }], chosen);
  expect(exceptions.map(({ date, title }) => [date, title])).toEqual([
    ['2026-05-04', undefined],
    ...['01', '02', '05', '06', '07'].map((day) => [`2026-10-${day}`, '国庆节（休）']),
    ['2026-10-10', '国庆节（班）'],
  ]);
  const { at } = addOpenTime(office({ holidays: 'none', exceptions }), shanghai('2026-09-30 17:00'), 25 * HOUR_IN_MS);
  expect(inShanghai(at)).toBe('2026-10-10 18:00');
});

test.each([
  ['', 'does not begin with BEGIN:VCALENDAR'],
  ['<html></html>', 'does not begin with BEGIN:VCALENDAR'],
  ['BEGIN:VCARD\nEND:VCARD', 'does not begin with BEGIN:VCALENDAR'],
  [APPLE.slice(0, 200), 'may be cut off'],
  [ics(event('1', 'DTSTART;VALUE=DATE:20269999', 'SUMMARY:x')), 'does not exist'],
  [ics(event('1', 'SUMMARY:x')), 'the event “x” lacks DTSTART or UID'],
  [
    ics(event('1', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=SECONDLY', 'SUMMARY:x')),
    'it repeats too often: SECONDLY',
  ],
  [ics(['what is this']), '“what is this” is no property'],
])('what is not an ICS calendar is refused: %p', (text, why) => {
  expect(() => previewIcs(plain, text, YEARS)).toThrow(why);
});

test('a year that is exported and read again is the same year', () => {
  const text = icsOf(office(), 2026, shanghai('2026-01-01 00:00'), 'zh');
  const read = withIcsEffects([], previewIcs(plain, text, YEARS));
  const again = office({ holidays: 'none', exceptions: read });
  for (const month of Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))) {
    const from = shanghai(`2026-${month}-01 00:00`);
    expect(addOpenTime(again, from, 100 * HOUR_IN_MS).at).toBe(addOpenTime(office(), from, 100 * HOUR_IN_MS).at);
  }
});

test('a calendar travels as JSON and comes back the same', () => {
  const { id: _id, version: _version, ...calendar } = FIVE_BY_EIGHT;
  const file = { format: 'opsflow-calendar/1', calendar, holidayYears: [] };
  expect(calendarFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
  expect(calendarFile.safeParse({ ...file, format: 'other/1' }).success).toBe(false);
});
