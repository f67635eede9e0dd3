import fc from 'fast-check';
import { specialRuns } from '../../console/pages/calendar/days';
import { bodyOf, NEW_CALENDAR, placeOf, rangesOf, textOf, valuesOf } from '../../console/pages/calendar/draft-values';
import { yearView } from '../../models/calendar/year-view';
import { calendarDraftInput } from '../../models/contracts/calendar-requests';
import { anyCalendar, office } from './calendar-samples';

test.each([
  ['08:30-12:00, 13:30-18:00', '08:30-12:00, 13:30-18:00'],
  ['8:30–12:00，13:30～18:00', '08:30-12:00, 13:30-18:00'],
  ['08：30-12：00 13:30 - 24:00', '08:30-12:00, 13:30-24:00'],
  ['', ''],
  ['  ', ''],
])('hours that are typed %p are read as %p', (typed, read) => {
  expect(textOf(rangesOf(typed) ?? [{ from: 'none', to: 'none' }])).toBe(read);
});

test.each(['all day', '8-12', '08:30', '08:30-', '08:30-12:00 afternoon'])('%p are no hours', (typed) => {
  expect(rangesOf(typed)).toBeNull();
});

test('what a form holds of a calendar is the calendar', () => {
  fc.assert(
    fc.property(anyCalendar, ({ version: { id: _id, version: _version, ...calendar } }) => {
      const holidayYears = [
        {
          ...{ year: 2027, source: '通知' },
          days: [{ date: '2027-01-01', kind: 'off' as const, name: { zh: '元旦', en: 'New Year' } }],
        },
      ];
      const draft = { calendar, holidayYears };
      expect(bodyOf(valuesOf(draft), 3)).toEqual({ base: 3, ...draft });
    }),
    { numRuns: 50 },
  );
});

test('a new calendar is one that may be kept as soon as it has its title', () => {
  const body = bodyOf({ ...NEW_CALENDAR, titleZh: '医院', titleEn: 'Hospital' }, 0);
  expect(calendarDraftInput.safeParse(body).success).toBe(true);
});

test.each([
  [
    ['calendar', 'week', 'monday', 1],
    ['week', 'monday'],
  ],
  [
    ['calendar', 'week'],
    ['week', 'monday'],
  ],
  [
    ['calendar', 'exceptions', 2, 'ranges', 0, 'to'],
    ['exceptions', 2, 'hours'],
  ],
  [
    ['calendar', 'exceptions', 2, 'date'],
    ['exceptions', 2, 'date'],
  ],
  [['calendar', 'title', 'en'], ['titleEn']],
  [['calendar', 'timeZone'], ['timeZone']],
  [
    ['holidayYears', 0, 'days', 3, 'date'],
    ['holidayYears', 0, 'days', 3, 'date'],
  ],
])('a fault at %p is shown at %p', (path, place) => {
  expect(placeOf(path)).toEqual(place);
});

test('days that follow each other and are alike are told once', () => {
  const days = yearView(office(), 2026).map((day) => ({ ...day, ranges: [...day.ranges] }));
  const told = specialRuns(days).map(({ from, to }) => [from.date, to.date, from.rule]);
  expect(told).toContainEqual(['2026-10-01', '2026-10-07', 'holiday']);
  expect(told).toContainEqual(['2026-10-10', '2026-10-10', 'make-up']);
});
