import fc from 'fast-check';
import { iso } from '../../models/calendar/clock';
import { countedInMs, whyThisDeadline } from '../../models/calendar/why';
import { paused, rebudgeted, resumed, running } from '../../models/clocks';
import { deadlineSentence } from '../../models/contracts/deadline-sentence';
import { shownDuration } from '../../models/contracts/duration';
import type { SlaClock } from '../../models/contracts/sla-clock';
import { anyBudget, anyCalendar, anyInstant, HOUR_IN_MS, MINUTE_IN_MS, office, shanghai } from './calendar-samples';

const calendar = office();
const at = (local: string) => iso(shanghai(local));
const started = (from: string, budgetInMs: number, time: SlaClock['time'] = 'open') =>
  running({ id: 'c', time, budgetInMs, atPercent: [100] }, at(from));
const tells = (clock: SlaClock, language: 'zh' | 'en' = 'zh') =>
  deadlineSentence(whyThisDeadline(calendar, clock), language);

test('every stretch that was counted is told, and the make-up day by its name', () => {
  const clock = started('2026-10-09 17:50', 15 * MINUTE_IN_MS);
  expect(tells(clock)).toBe(
    '时限 15 分钟，按日历“5×8”第 3 版的工作时间计算；计入 10月9日 周五 17:50–18:00（10 分钟），' +
      '10月10日 周六 08:30–08:35（5 分钟）；2026-10-10 国庆节调休上班，照计；到期 2026年10月10日 08:35。',
  );
  expect(tells(clock, 'en')).toBe(
    '15 min of open time in the calendar “5×8”, version 3; counted Fri 2026-10-09 17:50–18:00 (10 min), ' +
      'Sat 2026-10-10 08:30–08:35 (5 min); 2026-10-10 make-up working day (National Day); due 2026-10-10 08:35.',
  );
});

test('a long one is told by its first day, its last and their number, and the days off between', () => {
  expect(tells(started('2026-09-30 14:00', 40 * HOUR_IN_MS))).toBe(
    '时限 40 小时，按日历“5×8”第 3 版的工作时间计算；计入 9月30日 周三 14:00–18:00（4 小时）……' +
      '10月13日 周二 08:30–12:00、13:30–14:00（4 小时），共 6 个工作日；2026-10-01 至 2026-10-07 国庆节放假，不计；' +
      '2026-10-10 国庆节调休上班，照计；到期 2026年10月13日 14:00。',
  );
});

test('a pause is told with its reason and with what it saved', () => {
  const waiting = paused(started('2026-11-23 11:00', 2 * HOUR_IN_MS), at('2026-11-23 11:30'), '等待客户');
  expect(tells(resumed(waiting, at('2026-11-23 14:00')))).toBe(
    '时限 2 小时，按日历“5×8”第 3 版的工作时间计算；计入 11月23日 周一 11:00–11:30、14:00–15:30（2 小时）；' +
      '暂停 1 次（2026年11月23日 11:30–2026年11月23日 14:00，等待客户），共 1 小时不计；到期 2026年11月23日 15:30。',
  );
  expect(tells(waiting, 'en')).toBe(
    '2 h of open time in the calendar “5×8”, version 3; counted Mon 2026-11-23 11:00–11:30 (30 min); ' +
      'paused once (since 2026-11-23 11:30: 等待客户), 0 min not counted; the clock stands still with 1 h 30 min left.',
  );
});

test('what reaches into a year that is not published says that it is provisional', () => {
  expect(tells(started('2026-12-31 17:30', HOUR_IN_MS))).toContain(
    '；到期 2027年1月4日 09:00；其间有节假日安排尚未公布的日子，此期限为暂定。',
  );
});

test('elapsed time needs no calendar', () => {
  expect(tells(started('2026-11-23 17:00', 24 * HOUR_IN_MS, 'elapsed'))).toBe(
    '时限 1 天，按自然时间计算；计入 2026年11月23日 17:00–2026年11月24日 17:00（1 天）；到期 2026年11月24日 17:00。',
  );
});

test('the stretches told add up to the budget, lie in order, and end with the deadline', () => {
  fc.assert(
    fc.property(anyCalendar, anyInstant, anyBudget, (of, from, budgetInMs) => {
      const clock = running({ id: 'c', time: 'open', budgetInMs, atPercent: [] }, iso(from));
      const { stretches, dueAt } = whyThisDeadline(of, clock);
      expect(countedInMs(stretches)).toBe(budgetInMs);
      expect(stretches.at(-1)?.to ?? iso(from)).toBe(dueAt);
      expect([...stretches].sort((one, other) => one.from.localeCompare(other.from))).toEqual(stretches);
    }),
    { numRuns: 30 },
  );
});

test('lengths are told in hours when open, in days when elapsed', () => {
  expect(shownDuration(90 * 60 * MINUTE_IN_MS, 'open', 'zh')).toBe('90 小时');
  expect(shownDuration(90 * 60 * MINUTE_IN_MS, 'elapsed', 'zh')).toBe('3 天 18 小时');
  expect(shownDuration(-61_500, 'open', 'en')).toBe('-1 min 1 s');
  expect(shownDuration(0, 'open', 'zh')).toBe('0 分钟');
});

test('what was counted in open time before the level changed still names the calendar', () => {
  const open = started('2026-11-23 17:00', 2 * HOUR_IN_MS);
  const urgent = rebudgeted(
    open,
    { time: 'elapsed', budgetInMs: 4 * HOUR_IN_MS, atPercent: [100] },
    at('2026-11-23 17:30'),
  );
  expect(tells(urgent)).toBe(
    '时限 4 小时，先按日历“5×8”第 3 版的工作时间、后按自然时间计算；计入 2026年11月23日 17:00–2026年11月23日 17:30（30 分钟），' +
      '2026年11月23日 17:30–2026年11月23日 21:00（3 小时 30 分钟）；到期 2026年11月23日 21:00。',
  );
  expect(tells(urgent, 'en')).toContain(
    '4 h of open time in the calendar “5×8”, version 3 at first, then of elapsed time; ',
  );
});

test('a day that an exception closes is not counted, and what took less than a minute is not a whole day', () => {
  const blackout = { date: '2026-11-24', title: '全厂停电', ranges: [] };
  const closed = office({ exceptions: [blackout] });
  const sentence = (clock: SlaClock, language: 'zh' | 'en') =>
    deadlineSentence(whyThisDeadline(closed, clock), language);
  const clock = started('2026-11-23 17:00', 2 * HOUR_IN_MS);
  expect(sentence(clock, 'zh')).toContain('2026-11-24 全厂停电，不计；到期 2026年11月25日 09:30。');
  expect(sentence(clock, 'en')).toContain('2026-11-24 closed (全厂停电); due 2026-11-25 09:30.');
  const around = running(
    { id: 'c', time: 'elapsed', budgetInMs: HOUR_IN_MS, atPercent: [100] },
    at('2026-11-23 23:00'),
  );
  expect(tells(around)).toContain('到期 2026年11月24日 00:00。');
});
