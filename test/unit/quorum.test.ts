import fc from 'fast-check';
import type { Outcome } from '../../models/codes';
import type { Quorum } from '../../models/contracts/quorum';
import { decidedBy, neededOf, seatsInTurn, whyNotRemoved, type Ballot } from '../../models/quorum';

type Vote = 'approve' | 'reject' | 'return';

const ballots = (...outcomes: readonly (Vote | null)[]): Ballot[] =>
  outcomes.map((outcome, index) => ({ seat: `s${index + 1}`, outcome }));

const RULES: readonly Quorum[] = [false, true].flatMap((hasVeto): Quorum[] => [
  { kind: 'any', hasVeto },
  { kind: 'all', hasVeto },
  { kind: 'in-turn', hasVeto },
  ...[1, 2, 3].map((needed) => ({ kind: 'count', needed, hasVeto }) as const),
  ...[1, 50, 67, 100].map((needed) => ({ kind: 'percent', needed, hasVeto }) as const),
]);

/** The plain model: votes are called out one after another, and after each somebody counts on their fingers. */
function counted(quorum: Quorum, seats: number, calls: readonly Vote[]): Outcome | null {
  const share = quorum.kind === 'percent' ? (seats * quorum.needed) / 100 : 0;
  const tally = { yes: 0, no: 0 };
  for (const call of calls) {
    if (call === 'return') return 'return';
    if (quorum.kind === 'any') return call;
    tally[call === 'approve' ? 'yes' : 'no'] += 1;
    if (call === 'reject' && quorum.hasVeto) return 'reject';
    const isEnough = (yes: number) => {
      if (quorum.kind === 'count') return yes >= quorum.needed;
      return quorum.kind === 'percent' ? yes >= share && yes > 0 : yes === seats;
    };
    if (isEnough(tally.yes)) return 'approve';
    if (!isEnough(seats - tally.no)) return 'reject';
  }
  return null;
}

function sequences(length: number): Vote[][] {
  if (length === 0) return [[]];
  const shorter = sequences(length - 1);
  return (['approve', 'reject', 'return'] as const).flatMap((vote) => shorter.map((rest) => [vote, ...rest]));
}

const orders = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
];

describe('what three approvers decide together', () => {
  test.each(
    RULES.map((rule) => [`${rule.kind} ${'needed' in rule ? rule.needed : ''} ${rule.hasVeto}`, rule] as const),
  )('is what somebody counts on their fingers, in every order: %s', (_, rule) => {
    for (const votes of sequences(3))
      for (const order of orders) {
        const cast: (Vote | null)[] = [null, null, null];
        for (const [turn, seat] of order.entries()) {
          if (decidedBy(rule, ballots(...cast)) !== null) break;
          if (!seatsInTurn(rule, ballots(...cast)).includes(`s${seat + 1}`)) continue;
          cast[seat] = votes[turn] as Vote;
          const calls = order.slice(0, turn + 1).flatMap((index) => cast[index] ?? []);
          expect(decidedBy(rule, ballots(...cast))).toBe(counted(rule, 3, calls));
        }
      }
  });

  test('a later refusal never turns an approval, nor the other way round', () => {
    const two = { kind: 'count', needed: 2, hasVeto: false } as const;
    expect(decidedBy(two, ballots('approve', null, 'approve'))).toBe('approve');
    expect(decidedBy(two, ballots('reject', 'reject', null))).toBe('reject');
    expect(decidedBy({ ...two, hasVeto: true }, ballots('reject', null, null))).toBe('reject');
    expect(decidedBy({ kind: 'all', hasVeto: false }, ballots('approve', 'approve', null))).toBeNull();
  });
});

describe('seats', () => {
  test('one after another: only the first that has not answered', () => {
    expect(seatsInTurn({ kind: 'in-turn', hasVeto: false }, ballots('approve', null, null))).toEqual(['s2']);
    expect(seatsInTurn({ kind: 'all', hasVeto: false }, ballots('approve', null, null))).toEqual(['s2', 's3']);
  });

  test('are not taken away once they have answered, nor the last, nor so that the count cannot be reached', () => {
    const two = { kind: 'count', needed: 2, hasVeto: false } as const;
    expect(whyNotRemoved(two, ballots('approve', null, null), 's1')).toBe('answered');
    expect(whyNotRemoved(two, ballots('approve', null, null), 's2')).toBeNull();
    expect(whyNotRemoved(two, ballots('approve', null), 's2')).toBe('last');
    expect(whyNotRemoved({ kind: 'any', hasVeto: false }, ballots(null), 's1')).toBe('last');
  });
});

describe('whatever happens to a vote', () => {
  const rule = fc.constantFrom(...RULES);
  const cast = fc.array(fc.constantFrom<Vote | null>('approve', 'reject', 'return', null), {
    minLength: 1,
    maxLength: 5,
  });

  test('it never approves with fewer approvals than are needed, and ends when all have answered', () => {
    fc.assert(
      fc.property(rule, cast, (quorum, votes) => {
        const of = ballots(...votes);
        if (quorum.kind === 'count' && quorum.needed > of.length) return;
        const outcome = decidedBy(quorum, of);
        if (outcome === 'approve' && quorum.kind !== 'any')
          expect(votes.filter((vote) => vote === 'approve').length).toBeGreaterThanOrEqual(neededOf(quorum, of.length));
        if (votes.every((vote) => vote !== null)) expect(outcome).not.toBeNull();
      }),
      { numRuns: 20_000 },
    );
  });

  test('an added voter never decides by being added, and who is taken away never refuses by it', () => {
    fc.assert(
      fc.property(rule, cast, (quorum, votes) => {
        const before = ballots(...votes);
        if (decidedBy(quorum, before) !== null || (quorum.kind === 'count' && quorum.needed > before.length)) return;
        expect(decidedBy(quorum, [...before, { seat: 'added', outcome: null }])).toBeNull();
        for (const { seat } of before.filter((ballot) => whyNotRemoved(quorum, before, ballot.seat) === null)) {
          const after = decidedBy(
            quorum,
            before.filter((ballot) => ballot.seat !== seat),
          );
          expect([null, 'approve', ...votes.filter((vote) => vote === 'reject')]).toContain(after);
        }
      }),
      { numRuns: 20_000 },
    );
  });
});
