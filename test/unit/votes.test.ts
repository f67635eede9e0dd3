import fc from 'fast-check';
import { roleKey, type Role } from '../../models/codes';
import type { Actor } from '../../models/contracts/people';
import { PLACES, type Quorum } from '../../models/contracts/quorum';
import type { Participant, Task } from '../../models/contracts/task';
import { keysOf } from '../../models/whom';
import { inboxOf } from '../../activities/record/rows';
import { complete } from '../../workflows/human-task/complete';
import { walkRung } from '../../workflows/human-task/ladder-walk';
import type { Recorder } from '../../workflows/human-task/recorder';
import {
  addVoter,
  checkAddVoter,
  checkRemoveVoter,
  checkWithdrawVote,
  removeVoter,
  withdrawVote,
} from '../../workflows/human-task/voters';
import { checkClaim, checkCompletion, seatFor } from '../../workflows/human-task/rules';
import { Paper, type Deed, type Vote } from '../harness/vote-on-paper';
import { actor, AT, from, progress, refusalOf, task } from './case-in-progress';

const CUSTOMER = 'C-0001';
const ROLES = ['project-manager', 'tech-lead', 'management'] as const satisfies readonly Role[];
const LEADER = 'lead';
/** Five people and what they hold; two hold two roles, one none; and one who leads the work. */
const HELD: Readonly<Record<string, readonly Role[]>> = {
  an: ['project-manager'],
  bo: ['project-manager', 'management'],
  cui: ['tech-lead'],
  ding: ['tech-lead', 'management'],
  er: [],
  [LEADER]: ['maintenance-manager'],
};
const PEOPLE = Object.keys(HELD).filter((who) => who !== LEADER);
const ACTORS: Readonly<Record<string, Actor>> = Object.fromEntries(
  Object.keys(HELD).map((who) => [who, actor(who, ...(HELD[who] ?? []).map((role) => roleKey(role, CUSTOMER)))]),
);
const actorOf = (who: string): Actor => ACTORS[who] ?? actor(who);

/** The same with the rules of the product: a task, and what it would put into journal and inbox. */
function onDesk(roles: readonly Role[], quorum: Quorum) {
  const seat = (role: Role, index: number): Participant => {
    const whom = { kind: 'role', role, customerId: CUSTOMER } as const;
    return {
      seat: `${index + 1}`,
      whom,
      keys: keysOf(whom),
      eligible: keysOf(whom),
      assignee: null,
      owner: null,
      vote: null,
    };
  };
  const of = task({
    quorum,
    participants: roles.map(seat),
    ladder: [{ rung: { does: 'expire', atPercent: 100 }, walkedAt: null }],
  });
  const at = progress({ openTasks: [of] });
  const journal: string[] = [];
  const mails: { readonly kind: string; readonly excluded: readonly string[] }[] = [];
  const recorder = {
    now: () => AT,
    happensAt: () => undefined,
    note: (kind: string, _: unknown, sent: readonly (typeof mails)[number][] = []) => {
      journal.push(kind);
      mails.push(...sent);
    },
    buffer: { effect: () => undefined, touch: () => undefined },
  } as unknown as Recorder;
  return { of, at, journal, mails, recorder };
}

function carriesOut({ of, at, recorder }: ReturnType<typeof onDesk>, deed: Deed): string | null {
  if (deed.does === 'expire') {
    if (at.state === 'open' && of.status === 'open')
      walkRung(at, recorder, { of, walked: of.ladder[0] ?? null, at: Date.parse(AT) });
    return null;
  }
  if (deed.does === 'remove') {
    const seat = of.participants[deed.index]?.seat ?? '';
    const removing = { ...from(actorOf(deed.who)), taskId: of.id, seat, reason: '出差' };
    return refusalOf(() => {
      checkRemoveVoter(at, removing);
      removeVoter(at, recorder, removing);
    });
  }
  const command = { ...from(actorOf(deed.who)), taskId: of.id, reason: '因为' };
  if (deed.does === 'withdraw')
    return refusalOf(() => {
      checkWithdrawVote(at, command);
      withdrawVote(at, recorder, command);
    });
  if (deed.does === 'add') {
    const adding = { ...command, to: { id: deed.to, name: deed.to }, place: deed.place };
    return refusalOf(() => {
      checkAddVoter(at, adding);
      addVoter(at, recorder, adding);
    });
  }
  if (deed.does === 'claim')
    return refusalOf(() => {
      checkClaim(at, command);
      seatFor(of, command).assignee = { id: deed.who, name: deed.who };
    });
  const { vote: outcome } = deed;
  const words = {
    comment: '因为',
    returnTo: outcome === 'return' ? 'register' : null,
    form: {},
    names: {},
    attachments: [],
  };
  return refusalOf(() => {
    checkCompletion(at, { ...command, outcome, ...words });
    complete(at, recorder, { ...command, outcome, ...words });
  });
}

/** Who finds the task in their inbox, by the row that the record would write. */
function inboxes(of: Task): string[] {
  const { openTo, votedBy } = inboxOf(of);
  const finds = (name: string) => !votedBy.includes(name) && openTo.some((key) => actorOf(name).keys.includes(key));
  return PEOPLE.filter(finds);
}

const vote = fc.constantFrom<Vote>('approve', 'approve', 'approve', 'reject', 'return');
const who = fc.constantFrom(...PEOPLE);
const remover = fc.constantFrom(LEADER, LEADER, ...PEOPLE);
const place = fc.constantFrom(...PLACES);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ does: fc.constant('vote' as const), who, vote }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('claim' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('withdraw' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('add' as const), who, to: who, place }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('remove' as const), who: remover, index: fc.nat({ max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ does: 'expire' as const }) },
);
const rule = fc.record({
  kind: fc.constantFrom('any', 'all', 'in-turn', 'count', 'percent'),
  hasVeto: fc.boolean(),
  needed: fc.integer({ min: 1, max: 100 }),
});

function quorumOf(
  { kind, hasVeto, needed }: { kind: string; hasVeto: boolean; needed: number },
  seats: number,
): Quorum {
  if (kind === 'count') return { kind, hasVeto, needed: 1 + (needed % seats) };
  return kind === 'percent' ? { kind, hasVeto, needed } : { kind: kind as 'any' | 'all' | 'in-turn', hasVeto };
}

describe('a task that several decide', () => {
  // Most deeds are refused, and nobody reads where from.
  const { stackTraceLimit } = Error;
  beforeAll(() => void (Error.stackTraceLimit = 0));
  afterAll(() => void (Error.stackTraceLimit = stackTraceLimit));

  test('is decided, refused and offered like a table on paper, whatever up to five people do, 100,000 times', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ROLES), { minLength: 2, maxLength: 5 }),
        rule,
        fc.array(deed, { maxLength: 9 }),
        (roles, some, deeds) => {
          const quorum = quorumOf(some, roles.length);
          const [paper, desk] = [new Paper(roles, quorum, HELD), onDesk(roles, quorum)];
          for (const one of deeds) {
            const refusal = carriesOut(desk, one);
            if ((refusal === null) !== paper.does(one)) throw new Error(`${JSON.stringify(one)}: ${refusal}`);
            if (refusal === null) agree(paper, desk);
          }
          agree(paper, desk);
        },
      ),
      { numRuns: 100_000, seed: 6 },
    );
  }, 120_000);
});

/** Outcome, votes, inboxes and journal are those of the paper. */
function agree(paper: Paper, { of, at, journal, mails }: ReturnType<typeof onDesk>): void {
  const votes = of.participants.map(({ vote: cast }) => cast && `${cast.by.id} ${cast.outcome}`);
  const result = of.status === 'expired' ? 'expired' : (of.decision?.outcome ?? null);
  const seen = {
    votes,
    result,
    inboxes: inboxes(of),
    journal: journal.filter((kind) => kind !== 'task-claimed'),
    decided: at.decisions.filter(({ seat }) => seat === undefined).length,
    standing: at.decisions.filter(({ seat, isVoid }) => seat !== undefined && !isVoid).length,
    isWrittenToVoters: mails.some(
      ({ kind, excluded }) =>
        kind === 'vote-closed' && votes.some((one) => one && !excluded.includes(one.split(' ')[0] ?? '')),
    ),
  };
  // Of 500,000 comparisons only one that fails is worth a good message.
  const isDecided = paper.result !== null && paper.result !== 'expired';
  const told = {
    votes: paper.seats.map(({ vote: said, by }) => said && `${by} ${said}`),
    result: paper.result,
    inboxes: PEOPLE.filter((one) => paper.seatOf(one)),
    journal: paper.journal,
    decided: isDecided ? 1 : 0,
    standing: paper.seats.filter(({ vote: said }) => said !== null).length,
    isWrittenToVoters: false,
  };
  if (JSON.stringify(seen) !== JSON.stringify(told)) expect(seen).toEqual(told);
}

describe('who may not vote', () => {
  const roles = ['project-manager', 'project-manager', 'management'] as const;
  const votes = (desk: ReturnType<typeof onDesk>, name: string, said: Vote = 'approve') =>
    carriesOut(desk, { does: 'vote', who: name, vote: said });

  test('is who has voted, who is not asked, who would be later, and everybody when it is decided', () => {
    const desk = onDesk(roles, { kind: 'in-turn', hasVeto: false });
    expect(votes(desk, 'er')).toBe('not-allowed');
    expect(votes(desk, 'ding')).toBe('wrong-state');
    expect(votes(desk, 'an')).toBeNull();
    expect(votes(desk, 'an')).toBe('wrong-state');
    expect(votes(desk, 'bo', 'reject')).toBeNull();
    expect(votes(desk, 'ding')).toBe('task-closed');
  });

  test('is the applicant, whatever they hold', () => {
    const desk = onDesk(roles, { kind: 'all', hasVeto: false });
    desk.at.openTasks.splice(0, 1, { ...desk.of, excluded: ['an'] });
    expect(refusalOf(() => seatFor(desk.at.openTasks[0]!, { actor: actorOf('an'), at: AT }))).toBe('own-request');
  });
});
