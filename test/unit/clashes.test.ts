import { daysOffIn, foldedName } from '../../models/clashes';
import { opened, type CalendarContent } from '../../models/calendar/opened';
import { standardCalendars } from '../../models/calendar/standard-calendars';

const { '5x8': office, '7x24': always } = standardCalendars('Asia/Shanghai');
const content = (calendar: CalendarContent['calendar']): CalendarContent => ({ calendar, holidayYears: [] });
const NATIONAL = { from: '2026-09-30T14:00:00Z', to: '2026-10-03T14:00:00Z' };
const freezeOf = (calendar: CalendarContent['calendar'], window = NATIONAL) =>
  daysOffIn(opened('a', 1, content(calendar)), window).map(({ date, name }) => `${date} ${name.zh}`);

describe('the days on which nothing is cut over', () => {
  const days = ['2026-10-01 国庆节', '2026-10-02 国庆节', '2026-10-03 国庆节'];

  test('are the public holidays of the company’s calendar', () => {
    expect(freezeOf(office)).toEqual(days);
  });

  test('are those of mainland China where it keeps none, as a company that never closes does', () => {
    expect(freezeOf(always)).toEqual(days);
  });

  test('stay so where the company works on them', () => {
    const ranges = [{ from: '09:00', to: '12:00' }];
    const works = { ...office, exceptions: [{ date: '2026-10-02', ranges, title: '国庆值守' }] };
    expect(freezeOf(works)).toEqual(days);
    expect(opened('a', 1, content(works)).day(20_728).date).toBe('2026-10-02');
  });

  test('are no ordinary weekends, no make-up days, and no days on which the company is closed of its own accord', () => {
    const closed = { ...office, exceptions: [{ date: '2026-11-24', ranges: [] }] };
    expect(freezeOf(closed, { from: '2026-11-20T00:00:00Z', to: '2026-11-25T00:00:00Z' })).toEqual([]);
  });

  test('also are those that the company entered for a year that nobody has announced', () => {
    const day = { date: '2031-03-03', kind: 'off' as const, name: { zh: '厂庆', en: 'Anniversary' } };
    const entered = { calendar: always, holidayYears: [{ year: 2031, source: '公司', days: [day] }] };
    const window = { from: '2031-03-03T00:00:00Z', to: '2031-03-03T02:00:00Z' };
    expect(daysOffIn(opened('a', 1, entered), window)).toEqual([{ date: '2031-03-03', name: day.name }]);
  });
});

test.each([
  ['门诊收费系统', ' 门诊 收费系统'],
  ['HIS（门诊）', 'his(门诊)'],
  ['ＬＩＳ-2', 'lis 2'],
  ['收费·结算', '收费/结算'],
])('%s and %s are one system', (one, other) => {
  expect(foldedName(one)).toBe(foldedName(other));
});

test('names of letters and numbers that differ stay two', () => {
  expect(foldedName('HIS 1')).not.toBe(foldedName('HIS 2'));
});
