import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { chineseHolidays, isPublishedYear } from '../../models/calendar/holiday-rules';
import { libraryHolidays } from '../../models/calendar/library-holidays';
import { statutoryDays } from '../../models/calendar/statutory-days';
import { holidayYear } from '../../models/contracts/holidays';

const FIXTURE = path.join(__dirname, '../fixtures/holidays-2026.json');
const of2026 = holidayYear.parse(JSON.parse(readFileSync(FIXTURE, 'utf8')));

// The notices of the State Council: 国办发明电〔2023〕7号, 〔2024〕12号, 〔2025〕7号.
const NOTICES: Record<number, { off: string; makeUp: string }> = {
  2024: {
    off: '01-01 02-10..02-17 04-04..04-06 05-01..05-05 06-10 09-15..09-17 10-01..10-07',
    makeUp: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-28..02-04 04-04..04-06 05-01..05-05 05-31..06-02 10-01..10-08',
    makeUp: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01..01-03 02-15..02-23 04-04..04-06 05-01..05-05 06-19..06-21 09-25..09-27 10-01..10-07',
    makeUp: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
};

test.each([2024, 2025, 2026])('the library has the notice for %d, with every make-up day', (year) => {
  const days = libraryHolidays(year)!.days;
  const notice = NOTICES[year]!;
  expect(days.filter(({ kind }) => kind === 'make-up').map(({ date }) => date)).toEqual(datesOf(year, notice.makeUp));
  // Weekends beside a holiday are closed anyway; the library and the notice name different ones.
  const off = days.filter(({ kind }) => kind === 'off').map(({ date }) => date);
  expect(off.filter(isWorkingWeekday)).toEqual(datesOf(year, notice.off).filter(isWorkingWeekday));
});

test('the committed fixture for 2026 is the notice, day by day', () => {
  const dates = (kind: string) => of2026.days.filter((day) => day.kind === kind).map(({ date }) => date);
  expect(dates('off')).toEqual(datesOf(2026, NOTICES[2026]!.off));
  expect(dates('make-up')).toEqual(datesOf(2026, NOTICES[2026]!.makeUp));
});

test('a year without a notice has the days of the law, lunar ones computed, and no make-up days', () => {
  expect(statutoryDays(2027).days.map(({ date, name }) => `${date} ${name.zh}`)).toEqual([
    '2027-01-01 元旦',
    '2027-02-05 春节',
    '2027-02-06 春节',
    '2027-02-07 春节',
    '2027-02-08 春节',
    '2027-04-05 清明',
    '2027-05-01 劳动节',
    '2027-05-02 劳动节',
    '2027-06-09 端午',
    '2027-09-15 中秋',
    '2027-10-01 国庆',
    '2027-10-02 国庆',
    '2027-10-03 国庆',
  ]);
  expect(isPublishedYear(2027, [])).toBe(false);
  expect(chineseHolidays([]).on('2027-01-01')).toMatchObject({ kind: 'off' });
});

test('the days that the law names are among those of every notice since it names thirteen', () => {
  for (const year of [2025, 2026]) {
    const off = datesOf(year, NOTICES[year]!.off);
    expect(off).toEqual(expect.arrayContaining(statutoryDays(year).days.map(({ date }) => date)));
  }
});

test('the computed days of any year are distinct, of that year, and in their season', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2027, max: 2150 }), (year) => {
      const days = statutoryDays(year).days;
      const first = (name: string) => days.find(({ name: { zh } }) => zh === name)?.date.slice(5) ?? '';
      expect(new Set(days.map(({ date }) => date)).size).toBe(days.length);
      expect(days.every(({ date, kind }) => date.startsWith(`${year}-`) && kind === 'off')).toBe(true);
      expect(first('春节') >= '01-20' && first('春节') <= '02-20').toBe(true);
      expect(first('清明') >= '04-04' && first('清明') <= '04-06').toBe(true);
      expect(first('端午') >= '05-27' && first('端午') <= '06-26').toBe(true);
    }),
    { numRuns: 40 },
  );
});

test("the company's own entry of a year makes it published, and comes before the library's", () => {
  const entered = {
    ...of2026,
    year: 2027,
    days: of2026.days.map((day) => ({ ...day, date: day.date.replace('2026', '2027') })),
  };
  const rules = chineseHolidays([entered]);
  expect(rules.on('2027-10-10')).toMatchObject({ kind: 'make-up' });
  expect(rules.isProvisional('2027-10-10')).toBe(false);
  const corrected = chineseHolidays([{ ...of2026, days: of2026.days.filter(({ date }) => date !== '2026-10-10') }]);
  expect(corrected.on('2026-10-10')).toBeNull();
  expect(chineseHolidays([]).on('2026-10-10')).toMatchObject({
    kind: 'make-up',
    name: { zh: '国庆节', en: 'National Day' },
  });
});

test('the last days of December wait for the notice of the next year, which has arranged them before', () => {
  const rules = chineseHolidays([]);
  expect(rules.on('2018-12-29')).toMatchObject({ kind: 'make-up' });
  expect(rules.on('2018-12-31')).toMatchObject({ kind: 'off' });
  expect(['2018-12-31', '2025-12-31', '2026-12-27'].map((date) => rules.isProvisional(date))).toEqual([
    false,
    false,
    false,
  ]);
  expect(['2026-12-28', '2026-12-31', '2027-01-01'].map((date) => rules.isProvisional(date))).toEqual([
    true,
    true,
    true,
  ]);
});

test.each([
  [{ days: [day('2026-10-01'), day('2026-10-01')] }, '2026-10-01 stands here twice'],
  [{ days: [day('2027-01-01')] }, '2027-01-01 is not a day of 2026'],
  [{ days: [day('2026-02-30')] }, 'Invalid ISO date'],
])('a year of holidays is refused when its days are wrong', (changes, message) => {
  const result = holidayYear.safeParse({ year: 2026, source: '国办发明电〔2025〕7号', ...changes });
  expect(result.error?.issues[0]?.message).toBe(message);
});

function day(date: string) {
  return { date, kind: 'off', name: { zh: '国庆节', en: 'National Day' } };
}

function datesOf(year: number, text: string): string[] {
  return text.split(' ').flatMap((range) => {
    const [first = '', last = first] = range.split('..');
    const [from, to] = [Date.parse(`${year}-${first}`), Date.parse(`${year}-${last}`)];
    const count = (to - from) / 86_400_000 + 1;
    return Array.from({ length: count }, (_, index) => new Date(from + index * 86_400_000).toISOString().slice(0, 10));
  });
}

function isWorkingWeekday(date: string): boolean {
  return new Date(date).getUTCDay() % 6 !== 0;
}
