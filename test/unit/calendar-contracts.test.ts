import { calendarInput, type CalendarInput } from '../../models/contracts/calendar';
import type { Text } from '../../models/contracts/text';
import { FIVE_BY_EIGHT, weekOf } from './calendar-samples';

const { id, version, ...input } = FIVE_BY_EIGHT;

function faultsOf(changes: Partial<CalendarInput>) {
  const { error } = calendarInput.safeParse({ ...input, ...changes });
  return error?.issues.map((issue) => [issue.path.join('/'), issue.message]) ?? [];
}
const monday = (...ranges: { from: string; to: string }[]) => faultsOf({ week: { ...input.week, monday: ranges } });
const exceptions = (...dates: string[]) => faultsOf({ exceptions: dates.map((date) => ({ date, ranges: [] })) });

test('a calendar is accepted with its ranges in order', () => {
  const parsed = calendarInput.parse({
    ...input,
    week: { ...input.week, monday: [...input.week.monday].reverse() },
  });
  expect(parsed).toEqual(input);
  expect([id, version]).toEqual(['5x8', 3]);
  expect(monday({ from: '00:00', to: '12:00' }, { from: '12:00', to: '24:00' })).toEqual([]);
});

test('ranges that overlap, are empty or run over midnight are refused at their place', () => {
  const at = (fault: string, index: number) => [[`week/monday/${index}`, fault]];
  expect(monday({ from: '08:30', to: '12:00' }, { from: '11:59', to: '18:00' })).toEqual(at('overlaps 08:30–12:00', 1));
  expect(monday({ from: '22:00', to: '06:00' })).toEqual(
    at('a range over midnight: write it as two days, the first until 24:00', 0),
  );
  expect(monday({ from: '08:00', to: '08:00' })).toEqual(at('a range that ends when it begins', 0));
});

test('a time that does not exist is refused', () => {
  expect(monday({ from: '8:30', to: '24:01' })).toEqual([
    ['week/monday/0/from', 'a time of day is written 08:30'],
    ['week/monday/0/to', 'a time of day is written 18:00, midnight 24:00'],
  ]);
});

test('a week without open time is refused', () => {
  expect(faultsOf({ week: weekOf([]) })).toEqual([['week', 'a week without any open time']]);
});

test.each(['Asia/Peking', '+08:00', '', 'CST8', '中国'])('a zone that does not exist is refused: %p', (timeZone) => {
  expect(faultsOf({ timeZone })).toEqual([
    ['timeZone', `there is no zone “${timeZone}”; use an IANA name such as Asia/Shanghai`],
  ]);
});

test.each(['Asia/Shanghai', 'UTC', 'America/Argentina/Ushuaia', 'Asia/Kolkata'])('%s is a zone', (timeZone) => {
  expect(faultsOf({ timeZone })).toEqual([]);
});

test('a date that stands twice or does not exist, and too many of them, are refused', () => {
  expect(exceptions('2026-02-14', '2026-02-14')).toEqual([['exceptions/1/date', '2026-02-14 stands here twice']]);
  expect(exceptions('2026-02-29')).toEqual([['exceptions/0/date', 'Invalid ISO date']]);
  const many = Array.from({ length: 2001 }, (_, index) => new Date(index * 86_400_000).toISOString().slice(0, 10));
  expect(exceptions(...many)).toEqual([['exceptions', expect.stringContaining('2000')]]);
});

test('every fault of the calendar itself has a Chinese sentence too', () => {
  const { error } = calendarInput.safeParse({ ...input, timeZone: 'Asia/Peking', week: weekOf([]) });
  const texts = error?.issues.map((issue) => (issue.code === 'custom' ? (issue.params?.['text'] as Text) : null));
  expect(texts?.map((text) => text?.zh)).toEqual([
    '没有“Asia/Peking”这个时区，应为 IANA 名称，例如 Asia/Shanghai',
    '每周至少要有一段工作时间',
  ]);
});
