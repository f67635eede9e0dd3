import fc from 'fast-check';
import { addOpenTime, isOpen, nextOpening, openAfter, openTimeBetween } from '../../models/calendar/open-time';
import { isSampled, isSatisfied, nextAttempt, pauseBefore, rhythmOf, scoreOf } from '../../models/callback-rules';
import type { Role } from '../../models/codes';
import { callbackProcess } from '../../models/contracts/callback';
import type { Holders } from '../../models/contracts/record';
import type { Desk } from '../../workflows/human-task/desk';
import { CALLERS, LAST_CALLERS } from '../../workflows/processes/callback-attempts';
import { holding } from '../../workflows/processes/posts';
import { anyBudget, anyCalendar, anyInstant, HOUR_IN_MS, office } from './calendar-samples';

// Each run reads a zone and a few hundred days of a calendar of its own.
const RUNS = { numRuns: 40 };
const QUESTIONS = ['attitude', 'skill', 'timeliness', 'result'] as const;
const SCORES = ['1', '2', '3', '4', '5'] as const;

const anyScore = fc.constantFrom(...SCORES);
const anySurvey = fc.record({ attitude: anyScore, skill: anyScore, timeliness: anyScore, result: anyScore });
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `HF-20261123-${index + 1}`);
const at = (text: string) => new Date(text).toISOString();

describe('a score', () => {
  test.each([
    ['all best', { attitude: '5', skill: '5', timeliness: '5', result: '5' }, 100],
    ['all worst', { attitude: '1', skill: '1', timeliness: '1', result: '1' }, 20],
    ['the threshold as shipped', { attitude: '4', skill: '4', timeliness: '4', result: '4' }, 80],
    ['one point under it', { attitude: '4', skill: '4', timeliness: '4', result: '3' }, 75],
  ] as const)('of %s', (_which, survey, score) => {
    expect(scoreOf(survey)).toBe(score);
  });

  test.each([
    ['all best', { attitude: '5', skill: '5', timeliness: '5', result: '5', hasProblem: 'no' }, true],
    ['good enough', { attitude: '4', skill: '4', timeliness: '4', result: '4', hasProblem: 'no' }, true],
    [
      'good enough, and one 很不满意',
      { attitude: '5', skill: '5', timeliness: '5', result: '1', hasProblem: 'no' },
      false,
    ],
    ['best, and a problem', { attitude: '5', skill: '5', timeliness: '5', result: '5', hasProblem: 'yes' }, false],
  ] as const)('that is %s', (_which, survey, satisfied) => {
    expect(isSatisfied(survey, 80)).toBe(satisfied);
  });

  test('lies between 20 and 100 percent, and no question counts more than another', () => {
    fc.assert(
      fc.property(anySurvey, (survey) => {
        const score = scoreOf(survey);
        expect(score).toBeGreaterThanOrEqual(20);
        expect(score).toBeLessThanOrEqual(100);
        const { attitude, skill, timeliness, result } = survey;
        expect(scoreOf({ attitude: result, skill: attitude, timeliness: skill, result: timeliness })).toBe(score);
      }),
    );
  });

  test('a better answer to any question is a better score', () => {
    fc.assert(
      fc.property(anySurvey, fc.constantFrom(...QUESTIONS), (survey, question) => {
        fc.pre(survey[question] !== '5');
        const better = { ...survey, [question]: SCORES[Number(survey[question])] ?? '5' };
        expect(scoreOf(better)).toBeGreaterThan(scoreOf(survey));
      }),
    );
  });
});

describe("QA's sample", () => {
  test('draws a case always alike, none of 0 percent, all of 100, and with a larger sample still what the smaller has', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (id, one, other) => {
        expect(isSampled(id, one)).toBe(isSampled(id, one));
        expect([isSampled(id, 0), isSampled(id, 100)]).toEqual([false, true]);
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        if (isSampled(id, less)) expect(isSampled(id, more)).toBe(true);
      }),
    );
  });

  test.each([1, 10, 50])('of %i percent is that share of the cases of a day, near enough', (percent) => {
    const drawn = numbered(10_000).filter((id) => isSampled(id, percent)).length;
    expect(Math.abs(drawn / 100 - percent)).toBeLessThan(1.5);
  });
});

describe('attempts', () => {
  test('are so many, then one of the account manager, then no more', () => {
    expect([0, 1, 2, 3, 4, 5].map((failed) => nextAttempt(failed, 3))).toEqual([
      ...['attempt', 'attempt', 'attempt'],
      'last-attempt',
      ...[null, null],
    ]);
  });

  test('are at least one, by the account manager, whatever the policy says', () => {
    expect([nextAttempt(0, 0), nextAttempt(1, 0)]).toEqual(['last-attempt', null]);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (most) => {
        const steps = Array.from({ length: 30 }, (_, failed) => nextAttempt(failed, most));
        expect(steps.filter((step) => step === 'last-attempt')).toHaveLength(1);
        expect(steps.indexOf('last-attempt')).toBe(Math.ceil(most));
        expect(steps.slice(Math.ceil(most) + 1).every((step) => step === null)).toBe(true);
      }),
    );
  });

  test('have open time between them, and none before the first', () => {
    expect([1, 2, 3].map((attempt) => pauseBefore(attempt, 4))).toEqual([0, 4 * HOUR_IN_MS, 4 * HOUR_IN_MS]);
    expect(Number.isInteger(pauseBefore(2, 1 / 7))).toBe(true);
  });
});

describe('the rhythm of regular callbacks', () => {
  test.each([
    ['none as shipped', callbackProcess.policy.amounts, null, null],
    ['core', { 'core-days': 30, 'core-means': 2 }, { days: 30, means: 'on-site' }, null],
    [
      'both',
      { 'core-days': 30, 'core-means': 3, 'non-core-days': 180, 'non-core-means': 1 },
      { days: 30, means: 'mail' },
      { days: 180, means: 'phone' },
    ],
    ['of means that there are not', { 'core-days': 7, 'core-means': 9 }, { days: 7, means: 'phone' }, null],
  ] as const)('%s', (_which, amounts, core, others) => {
    expect([rhythmOf('core', amounts), rhythmOf('non-core', amounts)]).toEqual([core, others]);
  });
});

describe('the next attempt', () => {
  const calendar = office();

  test.each([
    ['in office hours is at once', '2026-11-23T10:00:00+08:00', 0, '2026-11-23T10:00:00+08:00'],
    ['before they begin waits for the opening', '2026-11-23T06:10:00+08:00', 0, '2026-11-23T08:30:00+08:00'],
    ['in the break waits for its end', '2026-11-23T12:30:00+08:00', 0, '2026-11-23T13:30:00+08:00'],
    ['in the evening waits for the morning', '2026-11-23T19:00:00+08:00', 0, '2026-11-24T08:30:00+08:00'],
    ['on Friday evening waits for Monday', '2026-11-27T18:00:00+08:00', 0, '2026-11-30T08:30:00+08:00'],
    ['after four open hours counts no break', '2026-11-23T10:00:00+08:00', 4, '2026-11-23T15:30:00+08:00'],
    ['whose time ends at closing is in the morning', '2026-11-23T15:30:00+08:00', 2.5, '2026-11-24T08:30:00+08:00'],
  ])('%s', (_which, from, hours, next) => {
    expect(openAfter(calendar, at(from), hours * HOUR_IN_MS)).toBe(at(next));
  });

  test('is always in open time, with exactly that much open time before it, and never later than it has to be', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, anyBudget, (any, from, budgetInMs) => {
        const next = Date.parse(openAfter(any, new Date(from).toISOString(), budgetInMs));
        expect(isOpen(any, next)).toBe(true);
        expect(openTimeBetween(any, from, next)).toBe(budgetInMs);
        expect(next).toBe(nextOpening(any, addOpenTime(any, from, budgetInMs).at));
      }),
      RUNS,
    );
  });
});

describe('who calls back', () => {
  const role = (of: Role) => ({ kind: 'role', role: of, customerId: 'C-0001' });
  const desk = { role, hiddenFrom: [] } as unknown as Desk<unknown>;
  const people = ['U-1', 'U-2', 'U-3'] as const;
  const anyHolders = fc.dictionary(
    fc.constantFrom(...CALLERS, 'engineer', 'customer-lead'),
    fc.uniqueArray(fc.constantFrom(...people), { maxLength: 3 }),
  );
  const held = (by: Readonly<Record<string, readonly string[]>>): Holders =>
    Object.fromEntries(Object.entries(by).map(([role, ids]) => [role, ids.map((id) => ({ id, name: id }))]));
  const roleOf = (by: Readonly<Record<string, readonly string[]>>, workers: readonly string[], roles = CALLERS) => {
    const whom = holding(desk, held(by), roles, workers);
    return whom?.kind === 'role' ? whom.role : null;
  };

  test('is the deputy project manager; who did the job passes it on to the account manager', () => {
    const by = { 'deputy-project-manager': ['U-1'], 'account-manager': ['U-2'] };
    expect(roleOf(by, [])).toBe('deputy-project-manager');
    expect(roleOf(by, ['U-1'])).toBe('account-manager');
    expect(roleOf(by, ['U-1', 'U-2'])).toBeNull();
  });

  test('is the same role as long as one of its people did not do the job', () => {
    expect(roleOf({ 'deputy-project-manager': ['U-1', 'U-3'] }, ['U-1'])).toBe('deputy-project-manager');
  });

  test('is nobody from whom the case is hidden', () => {
    const hiding = { role, hiddenFrom: ['U-1'] } as unknown as Desk<unknown>;
    const by = held({ 'deputy-project-manager': ['U-1'], 'account-manager': ['U-2'] });
    expect(holding(hiding, by, CALLERS)).toEqual(role('account-manager'));
  });

  test('is never a role that only those hold who did the job, and the first other in the order', () => {
    fc.assert(
      fc.property(anyHolders, fc.uniqueArray(fc.constantFrom(...people)), (by, workers) => {
        for (const roles of [CALLERS, LAST_CALLERS]) {
          const whom = holding(desk, held(by), roles, workers);
          const free = roles.filter((role) => (by[role] ?? []).some((id) => !workers.includes(id)));
          expect(whom).toEqual(free[0] === undefined ? null : desk.role(free[0]));
        }
      }),
    );
  });
});
