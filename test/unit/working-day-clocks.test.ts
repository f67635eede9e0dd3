import { armedClock, budgetInMsOf, instantOfShare, iso, remainingInMs } from '../../models/calendar/clock';
import { whyThisDeadline } from '../../models/calendar/why';
import { paused, resumed, running } from '../../models/clocks';
import { deadlineSentence } from '../../models/contracts/deadline-sentence';
import { deadlineSchema } from '../../models/contracts/policy';
import { HOUR_IN_MS, inShanghai, office, shanghai } from './calendar-samples';

const calendar = office();
const at = (local: string) => iso(shanghai(local));
const twoDays = (from: string) =>
  running({ id: 'c', time: 'open', budgetInMs: null, workingDays: 2, atPercent: [50, 100] }, at(from));
const due = (clock: ReturnType<typeof twoDays>) => {
  const share = instantOfShare(calendar, clock, 100);
  return share && inShanghai(share.at);
};

describe('a budget in working days [processes §0 Time]', () => {
  test.each([
    ['on a Monday morning', '2026-11-02 09:00', '2026-11-04 18:00'],
    ['a minute before the close of a Friday', '2026-11-06 17:59', '2026-11-10 18:00'],
    ['on a Saturday', '2026-11-07 12:00', '2026-11-10 18:00'],
    ['before 国庆 with its make-up Saturday', '2026-09-30 10:00', '2026-10-09 18:00'],
  ])('that begins %s ends at the close of the second working day after that day', (_, from, end) => {
    expect(due(twoDays(from))).toBe(end);
  });

  test('is as long as the open time until then, and half of it is a share like any other', () => {
    const clock = twoDays('2026-11-02 09:00');
    expect(budgetInMsOf(calendar, clock)).toBe(23.5 * HOUR_IN_MS);
    expect(inShanghai(instantOfShare(calendar, clock, 50)!.at)).toBe('2026-11-03 14:15');
    expect(remainingInMs(calendar, clock, shanghai('2026-11-04 17:00'))).toBe(HOUR_IN_MS);
  });

  test('is put off by the open time of a pause, and by none where there is none', () => {
    const held = paused(twoDays('2026-11-02 09:00'), at('2026-11-02 14:00'), '等待客户');
    expect(due(held)).toBeNull();
    expect(due(resumed(held, at('2026-11-02 17:00')))).toBe('2026-11-05 11:30');
    const overnight = paused(twoDays('2026-11-02 09:00'), at('2026-11-02 18:00'), '等待客户');
    expect(due(resumed(overnight, at('2026-11-03 08:30')))).toBe('2026-11-04 18:00');
  });

  test('is told as working days, with what they come to', () => {
    const reason = whyThisDeadline(calendar, twoDays('2026-11-02 09:00'));
    expect(reason).toMatchObject({ workingDays: 2, budgetInMs: 23.5 * HOUR_IN_MS });
    expect(deadlineSentence(reason, 'zh')).toMatch(/^时限 2 个工作日，即 /);
    expect(deadlineSentence(reason, 'en')).toMatch(/^2 working days, that is /);
  });
});

test('a share that the calendar does not reach in twenty years is not due, and holds nobody up', () => {
  const clock = running(
    { id: 'c', time: 'open', budgetInMs: 3_000 * 24 * HOUR_IN_MS, atPercent: [1, 100] },
    at('2026-11-02 09:00'),
  );
  expect(armedClock(calendar, clock)).toMatchObject({ dueAt: null, instants: [{ atPercent: 1 }] });
  expect(whyThisDeadline(calendar, clock)).toMatchObject({ dueAt: null, stretches: [] });
});

describe('a deadline of a policy', () => {
  const fault = (deadline: object) =>
    deadlineSchema.safeParse({ time: 'open', ladder: [], ...deadline }).error?.issues.map(({ path }) => path.join('/'));
  test('has one budget, in ms or in working days', () => {
    expect(fault({ workingDays: 2 })).toBeUndefined();
    expect(fault({ budgetInMs: 60_000 })).toBeUndefined();
    expect(fault({})).toEqual(['budgetInMs']);
    expect(fault({ budgetInMs: 60_000, workingDays: 2 })).toEqual(['workingDays']);
    expect(fault({ workingDays: 0 })).toEqual(['workingDays']);
    expect(fault({ workingDays: 2, time: 'elapsed' })).toEqual(['time']);
  });
  test('has no rung that comes after years', () => {
    const ladder = [{ atPercent: 10_000, does: 'expire' }];
    expect(fault({ budgetInMs: 60 * 24 * HOUR_IN_MS, ladder })).toEqual(['ladder/0/atPercent']);
    expect(fault({ workingDays: 60, ladder })).toEqual(['ladder/0/atPercent']);
    expect(fault({ workingDays: 20, ladder })).toEqual(['ladder/0/atPercent']);
    expect(fault({ workingDays: 4, ladder })).toBeUndefined();
    expect(fault({ budgetInMs: 20 * 24 * HOUR_IN_MS, time: 'elapsed', ladder })).toBeUndefined();
  });
});
