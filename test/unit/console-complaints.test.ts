import { together } from '../../console/pages/complaints/figures';
import { askedOf, isSpan, spanAfter, spanIn, spanInWords, spansUntil } from '../../console/parts/figure-span';
import type { ComplaintMonth } from '../../console/api/types';

const NONE = { withdrawn: 0, cancelled: 0 };
const LI = { id: 'U-li', name: '李工' };
const kind = (value: string, complaints: number, dissatisfied = 0) => ({
  ...{ kind: value, title: { zh: value, en: value }, complaints, recurring: 0, dissatisfied, ...NONE },
});
const month = (of: string, complaints: number, change: Partial<ComplaintMonth>): ComplaintMonth => ({
  ...{ month: of, complaints, recurring: 1, dissatisfied: 0, kinds: [], customers: [], persons: [] },
  ...NONE,
  ...change,
});

describe('figures of several months', () => {
  test('have each kind and person once, the most complaints first', () => {
    const person = { person: LI, complaints: 1, recurring: 1, dissatisfied: 0, ...NONE };
    const { kinds, persons, ...all } = together([
      month('2026-10', 3, { kinds: [kind('attitude', 1), kind('product', 2)], persons: [person] }),
      month('2026-11', 4, { kinds: [kind('attitude', 4, 2)], persons: [person] }),
    ]);
    expect(all).toEqual({ complaints: 7, recurring: 2, dissatisfied: 0, ...NONE, customers: [] });
    expect(kinds.map(({ kind: of, complaints, dissatisfied }) => [of, complaints, dissatisfied])).toEqual([
      ['attitude', 5, 2],
      ['product', 2, 0],
    ]);
    expect(persons).toEqual([{ person: LI, complaints: 2, recurring: 2, dissatisfied: 0, ...NONE }]);
  });

  test('of no month are none', () => {
    expect(together([])).toMatchObject({ complaints: 0, recurring: 0, dissatisfied: 0, kinds: [] });
  });
});

describe('a span of figures', () => {
  test.each([
    [{ month: '2026-12' }, { month: '2027-01' }, { month: '2026-12' }, '2026年12月', 'December 2026'],
    [{ year: '2026' }, { year: '2027' }, { year: 2026 }, '2026年', '2026'],
  ])('%j is followed by %j', (span, next, asked, zh, en) => {
    expect([spanAfter(span, 1), askedOf(span)]).toEqual([next, asked]);
    expect([spanInWords(span, 'zh'), spanInWords(span, 'en')]).toEqual([zh, en]);
  });

  test('is the one of the address, else the month of today', () => {
    const today = '2026-11-23';
    expect(spanIn({}, today)).toEqual({ month: '2026-11' });
    expect(spanIn({ year: '2025' }, today)).toEqual({ year: '2025' });
    expect(spanIn({ year: '2025', month: '2025-02' }, today)).toEqual({ month: '2025-02' });
    expect(spanIn({ year: '25', month: 'soon' }, today)).toEqual({ month: '2026-11' });
  });

  test('is offered with the one that is asked for, however long ago', () => {
    const offered = spansUntil('2026-01-05', '2019-03');
    expect(offered.slice(0, 6)).toEqual(['2019-03', '2026', '2025', '2024', '2026-01', '2025-12']);
    expect(new Set(offered).size).toBe(offered.length);
    expect(spansUntil('2026-01-05', 'soon')).not.toContain('soon');
  });

  test.each(['2026-13', '1999', '26', '', undefined])('is none: %s', (text) => {
    expect(isSpan(text)).toBe(false);
  });
});
