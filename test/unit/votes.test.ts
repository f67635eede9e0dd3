import fc from 'fast-check';
import { roleKey, type Role } from '../../models/codes';
import { learnSubstitutes } from '../../models/absences';
import type { Actor, PersonName } from '../../models/contracts/people';
import { PLACES, type Quorum } from '../../models/contracts/quorum';
import type { Participant, Task } from '../../models/contracts/task';
import { votersOf } from '../../models/quorum';
import { isOpenTo, keysOf } from '../../models/whom';
import type { Directory } from '../../activities/record/directory';
import { inboxOf } from '../../activities/record/rows';
import { substitutesFor } from '../../activities/record/substitutes';
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
import { changeSubstitutes, checkAbsence, takeSeat } from '../../workflows/human-task/substitutes';
import { Paper, type Deed, type Vote } from '../harness/vote-on-paper';
import { actor, AT, from, progress, refusalOf, task } from './case-in-progress';

const CUSTOMER = 'C-0001';
const ROLES = ['project-manager', 'tech-lead', 'management'] as const satisfies readonly Role[];
const LEADER = 'lead';
const END = '2026-12-31T00:00:00.000Z';
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
  const absent = new Map<string, string>();
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
  return { of, at, absent, journal, mails, recorder };
}

type Desk = ReturnType<typeof onDesk>;

/** Somebody goes or is back: the case is told, as the chore would. */
function changesAbsence(desk: Desk, deed: Extract<Deed, { does: 'away' | 'back' }>): string | null {
  const { of, absent, at, recorder } = desk;
  if (of.status !== 'open') return 'task-closed';
  const others = [...absent].flat();
  if (deed.does === 'back') {
    if (!absent.delete(deed.who)) return 'wrong-state';
  } else if (deed.who === deed.substitute || absent.has(deed.substitute) || others.includes(deed.who)) {
    return 'wrong-state';
  } else absent.set(deed.who, deed.substitute);
  const acting = deed.does === 'back' ? [] : [{ id: deed.substitute, until: END }];
  const command = { ...from(actor('system')), person: actorOf(deed.who), acting };
  if (refusalOf(() => checkAbsence(at, command)) === null) changeSubstitutes(at, recorder, command);
  return null;
}

/** What the record finds out about each seat without an answer, by the code of the record. */
function records({ of, absent }: Desk): void {
  const named = (id: string) => ({ id, name: id });
  const directory = {
    absenceOf: ({ id }: PersonName, excluded: readonly string[]) => {
      const by = absent.get(id);
      if (by === undefined) return null;
      return { substitute: excluded.includes(by) ? null : named(by), until: END };
    },
  } as unknown as Directory;
  const excluded = votersOf(of);
  for (const seat of of.participants.filter(({ vote: cast }) => cast === null)) {
    const candidates = PEOPLE.filter((id) => !excluded.includes(id) && isOpenTo(seat, actorOf(id))).map(named);
    learnSubstitutes(seat, substitutesFor(excluded, seat, candidates, directory));
  }
}

function carriesOut(desk: Desk, deed: Deed): string | null {
  const refusal = isRefused(desk, deed);
  if (refusal === null) records(desk);
  return refusal;
}

function isRefused(desk: Desk, deed: Deed): string | null {
  const { of, at, recorder } = desk;
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
  if (deed.does === 'away' || deed.does === 'back') return changesAbsence(desk, deed);
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
      takeSeat(seatFor(of, command), command);
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
const away: fc.Arbitrary<Deed> = fc.record({ does: fc.constant('away' as const), who, substitute: who });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ does: fc.constant('vote' as const), who, vote }) },
  { weight: 4, arbitrary: fc.record({ does: fc.constant('claim' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('withdraw' as const), who }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant('add' as const), who, to: who, place }) },
  {
    weight: 3,
    arbitrary: fc.record({ does: fc.constant('remove' as const), who: remover, index: fc.nat({ max: 4 }) }),
  },
  { weight: 1, arbitrary: away },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('back' as const), who }) },
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
    let votesForOthers = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...ROLES), { minLength: 2, maxLength: 5 }),
        rule,
        fc.tuple(away, fc.array(deed, { maxLength: 9 })).map(([first, others]) => [first, ...others]),
        (roles, some, deeds) => {
          const quorum = quorumOf(some, roles.length);
          const [paper, desk] = [new Paper(roles, quorum, HELD), onDesk(roles, quorum)];
          for (const one of deeds) {
            const refusal = carriesOut(desk, one);
            if ((refusal === null) !== paper.does(one)) throw new Error(`${JSON.stringify(one)}: ${refusal}`);
            if (refusal === null) agree(paper, desk);
          }
          agree(paper, desk);
          votesForOthers += paper.seats.filter(({ votedFor }) => votedFor !== null).length;
        },
      ),
      { numRuns: 100_000, seed: 6 },
    );
    // A run in which nobody acted for another would agree, too.
    expect(votesForOthers).toBeGreaterThan(3_000);
  }, 120_000);
});

/** Outcome, votes, inboxes and journal are those of the paper. */
function agree(paper: Paper, { of, at, journal, mails }: ReturnType<typeof onDesk>): void {
  const votes = of.participants.map(
    ({ vote: cast }) => cast && `${cast.by.id} ${cast.outcome}${cast.forWhom ? ` for ${cast.forWhom.id}` : ''}`,
  );
  const result = of.status === 'expired' ? 'expired' : (of.decision?.outcome ?? null);
  const seen = {
    votes,
    result,
    inboxes: inboxes(of),
    journal: journal.filter((kind) => !kind.startsWith('substitute-')),
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
    votes: paper.seats.map(
      ({ vote: said, by, votedFor }) => said && `${by} ${said}${votedFor === null ? '' : ` for ${votedFor}`}`,
    ),
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
