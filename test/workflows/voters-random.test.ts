import { randomUUID } from 'node:crypto';
import type { Role } from '../../models/codes';
import type { Deadline } from '../../models/contracts/policy';
import { PLACES } from '../../models/contracts/quorum';
import { scrapProcess } from '../../models/contracts/scrap';
import { eventually } from '../harness/eventually';
import { Installation } from '../harness/installation';
import { Paper, type Deed, type Vote } from '../harness/vote-on-paper';
import { asks, HOLDERS, inboxes, numbers, quorumOf, SEATS, shuffled, STEP, votesOn, type Seat } from './panels';

const CASES = 40;
const DEEDS = 8;
const AT_ONCE = 8;
/** Long enough for what people do in a case that expires. */
const EXPIRES_AFTER_MS = 25_000;
/** Of the company's side, so that each of them may be asked besides. */
const STAFF = SEATS.filter((seat) => seat !== 'competent-department');
const LEADER = 'admin-demo';
const BESIDE = 'zheng';
/** Absent all the time, and who acts for them: one without a seat, and one who may have their own. */
const ABSENT = { wu: BESIDE, sun: 'wang' };
const HELD: Readonly<Record<string, readonly Role[]>> = {
  ...Object.fromEntries(STAFF.map((seat) => [HOLDERS[seat], [seat]])),
  [BESIDE]: [],
  [LEADER]: ['admin'],
};
const PEOPLE = Object.keys(HELD).filter((who) => who !== LEADER);
const TOLD = /^(vote-|voter-|task-completed|task-expired)/;

/** What people do; absences begin before. */
type Said = Exclude<Deed, { does: 'expire' | 'away' | 'back' }>;

describe('a vote in which people also change their minds and their number', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
    const [from, to] = [-1, 24].map((hours) => new Date(Date.now() + hours * 3_600_000).toISOString());
    for (const [who, by] of Object.entries(ABSENT)) {
      const absence = { personId: `U-${who}`, substituteId: `U-${by}`, from, to, reason: '年假' };
      expect((await h.as(LEADER).post('/absences', absence)).status).toBe(201);
    }
  });
  afterAll(async () => {
    await h.stop();
  });

  /** Says what somebody does to the product; true when it was accepted. */
  async function carriesOut(caseId: string, deed: Said): Promise<boolean> {
    const [path, reason, key] = [`/tasks/${votesOn(caseId)}`, '情况有变', randomUUID()];
    const says = async (below: string, body: unknown) =>
      await eventually(async () => {
        const { status } = await h.as(deed.who).post(`${path}/${below}`, body, { key });
        if (status === 503) throw new Error('busy');
        return status === 200;
      }, 200);
    switch (deed.does) {
      case 'vote': {
        const returnTo = deed.vote === 'return' ? { returnTo: 'hand-back' } : {};
        return await says('complete', { outcome: deed.vote, comment: '意见', form: { signature: true }, ...returnTo });
      }
      case 'claim':
        return await says('claim', {});
      case 'withdraw':
        return await says('withdraw-vote', { reason });
      case 'add':
        return await says('seats', { to: `U-${deed.to}`, place: deed.place, reason });
      case 'remove': {
        const { participants = [] } = (await h.db.tasks.findById(votesOn(caseId)).lean()) ?? {};
        return await says(`seats/${participants[deed.index]?.seat ?? 'none'}/remove`, { reason });
      }
    }
  }

  async function agrees(caseId: string, paper: Paper): Promise<void> {
    const row = await h.db.tasks.findById(votesOn(caseId)).lean();
    const journal = await h.db.journal
      .find({ caseId, taskId: votesOn(caseId) })
      .sort({ seq: 1 })
      .lean();
    const seen = {
      caseId,
      votes: row?.participants.map(({ vote }) => vote && `${vote.by.id} ${vote.outcome} ${vote.forWhom?.id ?? ''}`),
      result: row?.status === 'expired' ? 'expired' : row?.outcome,
      inboxes: await inboxes(h, caseId, PEOPLE),
      journal: journal.map(({ kind }) => kind).filter((kind) => TOLD.test(kind)),
    };
    expect(seen).toEqual({
      caseId,
      votes: paper.seats.map(
        ({ vote, by, votedFor }) => vote && `U-${by} ${vote} ${votedFor === null ? '' : `U-${votedFor}`}`,
      ),
      result: paper.result,
      inboxes: PEOPLE.filter((who) => paper.seatOf(who)),
      journal: paper.journal,
    });
  }

  it(`outcome, votes, inboxes and journal are those of somebody who counts on paper, in ${CASES} random cases`, async () => {
    const random = numbers(20_261_123);
    const ladder: Deadline['ladder'] = [{ atPercent: 100, does: 'expire' }];
    const limit = { [STEP]: { budgetInMs: EXPIRES_AFTER_MS, time: 'open' as const, ladder } };
    const opened = async (expires: boolean) => {
      const seats: Seat[] = shuffled(STAFF, random).slice(0, 2 + (random() % 3));
      const quorum = quorumOf(random, seats.length);
      const deadlines = { ...scrapProcess.policy.deadlines, ...(expires ? limit : {}) };
      const caseId = await asks(h, quorum, seats, { deadlines });
      const deeds = Array.from({ length: expires ? 2 : DEEDS }, () => deedOf(random));
      return { caseId, expires, deeds, paper: new Paper(seats, quorum, HELD, ABSENT) };
    };
    const play = async ({ caseId, expires, deeds, paper }: Awaited<ReturnType<typeof opened>>): Promise<void> => {
      for (const deed of deeds) {
        const isAccepted = await carriesOut(caseId, deed);
        expect([caseId, deed, isAccepted]).toEqual([caseId, deed, paper.does(deed)]);
        if (isAccepted) await agrees(caseId, paper);
      }
      if (expires && paper.result === null) {
        await h.ended(caseId);
        paper.does({ does: 'expire' });
      }
      await agrees(caseId, paper);
    };
    const plays: Awaited<ReturnType<typeof opened>>[] = [];
    for (let first = 0; first < CASES; first += AT_ONCE) {
      const some: typeof plays = [];
      for (let number = 0; number < AT_ONCE; number += 1) some.push(await opened(first + AT_ONCE >= CASES));
      await Promise.all(some.map(play));
      plays.push(...some);
    }
    // A run in which nobody changed anything would agree, too.
    expect(plays.some(({ paper }) => paper.seats.some(({ votedFor }) => votedFor !== null))).toBe(true);
    expect([...new Set(plays.flatMap(({ paper }) => paper.journal))].sort()).toEqual([
      ...['task-completed', 'task-expired', 'vote-cast', 'vote-withdrawn', 'voter-added', 'voter-removed'],
    ]);
  }, 400_000);
});

function deedOf(random: () => number): Said {
  const who = PEOPLE[random() % PEOPLE.length]!;
  const does = (['vote', 'vote', 'vote', 'vote', 'claim', 'withdraw', 'withdraw', 'add', 'add', 'remove'] as const)[
    random() % 10
  ]!;
  switch (does) {
    case 'vote':
      return { does, who, vote: voteOf(random) };
    case 'add':
      return { does, who, to: PEOPLE[random() % PEOPLE.length]!, place: PLACES[random() % PLACES.length]! };
    case 'remove':
      return { does, who: random() % 2 === 0 ? LEADER : who, index: random() % 4 };
    case 'claim':
    case 'withdraw':
      return { does, who };
  }
}

function voteOf(random: () => number): Vote {
  return (['approve', 'approve', 'approve', 'approve', 'reject', 'reject', 'return'] as const)[random() % 7]!;
}
