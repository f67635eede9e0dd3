import { paused } from '../../models/clocks';
import type { ArmedClock } from '../../models/contracts/clock';
import type { Deadline } from '../../models/contracts/policy';
import { clockOf, ladderOf, nextRung } from '../../workflows/human-task/ladder';
import { AT, task } from './case-in-progress';

const DEADLINE: Deadline = {
  budgetInMs: 1_000,
  time: 'open',
  ladder: [
    { atPercent: 150, does: 'expire' },
    { atPercent: 50, does: 'remind' },
    { atPercent: 75, does: 'hand-over', to: 'deputy-project-manager' },
  ],
};
const START = Date.parse(AT);

/** A task with that deadline, and the instants at which its rungs are due. */
function withDeadline(id: string, opened = START) {
  const of = task({ id, ladder: ladderOf(DEADLINE), clock: clockOf(id, DEADLINE, AT) });
  const instants = [50, 75, 100, 150].map((atPercent) => ({
    atPercent,
    at: new Date(opened + atPercent * 10).toISOString(),
  }));
  const armed: ArmedClock = { id, dueAt: instants[2]?.at ?? null, instants, calendar: 'x', isProvisional: false };
  return { of, armed };
}
const does = (of: ReturnType<typeof ladderOf>) => of.map(({ rung }) => rung.does);

test('a ladder is walked from its lowest rung, however the policy lists them, and the policy stays as it is', () => {
  expect(does(ladderOf(DEADLINE))).toEqual(['remind', 'hand-over', 'expire']);
  expect(ladderOf(DEADLINE).every((walked) => walked.walkedAt === null)).toBe(true);
  expect(DEADLINE.ladder[0]?.does).toBe('expire');
});

test('a clock asks for each share once, and always for the whole budget', () => {
  expect(clockOf('t', DEADLINE, AT)).toEqual({
    ...{
      id: 't',
      time: 'open',
      budgetInMs: 1_000,
      intervals: [{ from: AT, to: null, pauseReason: null }],
      isStopped: false,
      breachedAt: null,
    },
    atPercent: [50, 75, 100, 150],
  });
  const twice: Deadline = {
    ...DEADLINE,
    ladder: [
      { atPercent: 100, does: 'remind' },
      { atPercent: 100, does: 'expire' },
    ],
  };
  expect(clockOf('t', twice, AT).atPercent).toEqual([100]);
});

describe('the next rung', () => {
  test('is the end of a pause, where that is known; of one without an end there is none', () => {
    const { of, armed } = withDeadline('a');
    const until = new Date(START + 300).toISOString();
    const asleep = (end?: string) => ({ ...of, clock: of.clock && paused(of.clock, AT, '等待用户', end) });
    const still = { ...armed, dueAt: null, instants: [] };
    expect(nextRung([asleep(until)], [still])).toMatchObject({ at: START + 300, walked: null, endsPause: true });
    expect(nextRung([asleep()], [still])).toBeNull();
    expect(nextRung([{ ...asleep(until), status: 'completed' }], [still])).toBeNull();
    const other = withDeadline('b', START - 300);
    expect(nextRung([asleep(until), other.of], [still, other.armed])).toMatchObject({ at: START + 200 });
  });

  test('is the earliest of all open tasks that was not walked', () => {
    const [early, late] = [withDeadline('a'), withDeadline('b', START + 100)];
    expect(nextRung([late.of, early.of], [late.armed, early.armed])?.at).toBe(START + 500);
    early.of.ladder[0]!.walkedAt = AT;
    expect(nextRung([late.of, early.of], [late.armed, early.armed])).toEqual({
      ...{ at: START + 600, of: late.of, walked: { rung: { atPercent: 50, does: 'remind' }, walkedAt: null } },
    });
  });

  test('is none without tasks, for a closed one, for one that is all walked, and while its clock is paused', () => {
    const { of, armed } = withDeadline('a');
    expect(nextRung([], [])).toBeNull();
    expect(nextRung([{ ...of, status: 'completed' }], [armed])).toBeNull();
    expect(nextRung([{ ...of, clock: null }], [armed])).toBeNull();
    expect(nextRung([of], [{ ...armed, dueAt: null, instants: [] }])).toBeNull();
    for (const walked of of.ladder) walked.walkedAt = AT;
    const overrun = { ...of, clock: { ...of.clock!, breachedAt: AT } };
    expect(nextRung([overrun], [armed])).toBeNull();
  });

  test('is the overrun itself where no rung stands at the whole budget, and the rung where one does', () => {
    const { of, armed } = withDeadline('a');
    of.ladder[0]!.walkedAt = AT;
    of.ladder[1]!.walkedAt = AT;
    expect(nextRung([of], [armed])).toEqual({ of, walked: null, at: START + 1_000 });
    const telling = { rung: { atPercent: 100, does: 'remind' }, walkedAt: null } as const;
    expect(nextRung([{ ...of, ladder: [telling] }], [armed])?.walked).toEqual(telling);
  });

  test('reminds nobody of a clock that stands still, though a new budget made the share pass; the overrun counts', () => {
    const { of, armed } = withDeadline('a');
    const still = { ...of, clock: paused(of.clock!, AT, '等待用户') };
    expect(nextRung([still], [armed])).toEqual({ of: still, walked: null, at: START + 1_000 });
  });
});
