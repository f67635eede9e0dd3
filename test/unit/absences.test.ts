import fc from 'fast-check';
import { makesCircle, overlap, standInOn, substitutesOf, type Away } from '../../models/absences';

const day = (number: number) => new Date(Date.UTC(2026, 9, number)).toISOString();
const away = (personId: string, substituteId: string, from = 1, to = 10): Away => ({
  ...{ personId, substituteId },
  ...{ from: day(from), to: day(to) },
});
const names = (absences: readonly Away[], of: string, at: number) =>
  substitutesOf(absences, of, day(at)).map(({ id }) => id);

describe('who acts for somebody', () => {
  test('is the substitute, from the first instant until before the last', () => {
    const absences = [away('A', 'B', 2, 4)];
    expect([1, 2, 3, 4].map((at) => names(absences, 'A', at))).toEqual([[], ['B'], ['B'], []]);
  });

  test('is the substitute of the substitute while both are absent, and until the first of them is back', () => {
    const absences = [away('A', 'B', 1, 10), away('B', 'C', 3, 5)];
    expect(substitutesOf(absences, 'A', day(3))).toMatchObject([
      { id: 'C', until: day(5) },
      { id: 'B', until: day(10) },
    ]);
    expect(names(absences, 'A', 5)).toEqual(['B']);
  });

  test('is nobody whom one chose who may not decide there: their absences count for nothing', () => {
    const chosen = [
      { ...away('A', 'B', 1, 10), enteredBy: 'A' },
      { ...away('B', 'C', 1, 10), enteredBy: 'X' },
    ];
    const acting = substitutesOf(chosen, 'A', day(2));
    expect(standInOn(acting, [])).toMatchObject({ kind: 'absent', by: { id: 'C' } });
    expect(standInOn(acting, ['X'])).toMatchObject({ kind: 'absent', by: { id: 'B' } });
    expect(standInOn(acting, ['A'])).toEqual({ kind: 'there' });
    expect(standInOn(acting, ['B', 'C'])).toEqual({ kind: 'absent', by: null });
    expect(standInOn(acting, [], (id) => id !== 'C')).toMatchObject({ by: { id: 'B' } });
  });
});

describe('a circle', () => {
  test.each([
    ['of one', [], away('A', 'A')],
    ['of two', [away('B', 'A')], away('A', 'B')],
    ['of three', [away('B', 'C'), away('C', 'A')], away('A', 'B')],
    ['that closes only in the middle', [away('B', 'C', 2, 9), away('C', 'A', 5, 6)], away('A', 'B')],
    ['at the last instant', [away('B', 'A', 9, 20)], away('A', 'B', 1, 10)],
  ])('%s is seen', (_, others, added) => expect(makesCircle(others, added)).toBe(true));

  test.each([
    ['one after the other', [away('B', 'A', 10, 20)], away('A', 'B', 1, 10)],
    ['in a row', [away('B', 'C')], away('A', 'B')],
    ['who both have the same substitute', [away('B', 'C')], away('A', 'C')],
  ])('is none: %s', (_, others, added) => expect(makesCircle(others, added)).toBe(false));

  const id = fc.constantFrom('A', 'B', 'C', 'D', 'E');
  const absence = fc
    .tuple(id, id, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 8 }))
    .map(([personId, substituteId, from, days]) => away(personId, substituteId, from, from + days));

  test('where none was let in, nobody ever acts for themselves, and the last in the row is there', () => {
    fc.assert(
      fc.property(fc.array(absence, { maxLength: 12 }), fc.integer({ min: 0, max: 28 }), id, (asked, at, person) => {
        const letIn: Away[] = [];
        for (const one of asked) {
          const isTwice = letIn.some((other) => other.personId === one.personId && overlap(other, one));
          if (!isTwice && !makesCircle(letIn, one)) letIn.push(one);
        }
        const acting = names(letIn, person, at);
        expect(acting).not.toContain(person);
        expect(new Set(acting).size).toBe(acting.length);
        if (acting.length > 0) expect(names(letIn, acting[0]!, at)).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });
});
