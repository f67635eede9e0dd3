import type { Deadline, Policy } from '../../models/contracts/policy';
import type { Panel, Quorum } from '../../models/contracts/quorum';
import { scrapProcess } from '../../models/contracts/scrap';
import { Installation } from '../harness/installation';
import { refused } from './refusals';

const STEP = 'manager-review';
/** Who holds what for the first demo customer, each role one person. */
const HOLDERS = {
  'project-manager': 'wang',
  'deputy-project-manager': 'sun',
  management: 'wu',
  finance: 'zhou',
  'competent-department': 'chen',
} as const;
type Seat = keyof typeof HOLDERS;
const SEATS = Object.keys(HOLDERS) as Seat[];
const PEOPLE = Object.values(HOLDERS);
const THREE = ['project-manager', 'deputy-project-manager', 'management'] as const;

describe('an approval that several give together', () => {
  let h: Installation;
  beforeAll(async () => {
    h = await Installation.start();
  });
  afterAll(async () => {
    await h.stop();
  });

  const votesOn = (caseId: string) => `${caseId}.${STEP}.1`;
  const inboxes = async (caseId: string) => {
    const mine = await Promise.all(PEOPLE.map(async (who) => ({ who, tasks: await h.as(who).inbox(caseId) })));
    return mine.filter(({ tasks }) => tasks.some(({ step }) => step === STEP)).map(({ who }) => who);
  };
  const sentence = async (caseId: string) => String((await h.as('li').get(`/cases/${caseId}`)).body.waitingFor);

  async function asks(quorum: Quorum, among: readonly Seat[] = THREE, change: Partial<Policy> = {}): Promise<string> {
    const panel: Panel = { quorum, among: [...among] };
    await h.setPolicy({ panels: { [STEP]: panel }, ...change });
    const caseId = await h.as('li').startsScrap(await h.device());
    await h.as('chen').submits(caseId, 'receipt');
    return caseId;
  }

  it('会签: each votes, sees who has, and the last approval goes on; who voted is asked no more', async () => {
    const caseId = await asks({ kind: 'all', hasVeto: false });
    await h.mails.expect('chen', '【待办】', caseId);
    const [asked] = await Promise.all(['wang', 'sun', 'wu'].map((who) => h.mails.expect(who, '【待办】', caseId)));
    expect(asked!.text).toContain('会签（3 人须全部同意）');
    expect(await inboxes(caseId)).toEqual(['wang', 'sun', 'wu']);
    expect(await sentence(caseId)).toMatch(/^等待.*表决“项目经理审批”（0 人同意，0 人不同意，还需 3 人同意）/);
    await h.as('sun').approves(caseId, STEP, { comment: '设备已无修复价值' });
    expect(await inboxes(caseId)).toEqual(['wang', 'wu']);
    expect(await sentence(caseId)).toMatch(
      /^等待(王经理、吴总|吴总、王经理)表决.*（1 人同意，0 人不同意，还需 2 人同意）/,
    );
    await refused(h, () => h.as('sun').decides(caseId, STEP, 'approve'), 'wrong-state');
    await refused(h, () => h.as('zhou').decides(caseId, STEP, 'approve'), 'not-allowed');
    const { body } = await h.as('wang').get<Shown>(`/tasks/${votesOn(caseId)}`);
    expect(body).toMatchObject({
      tally: { approvals: 1, refusals: 0, seats: 3, needed: 3 },
      mayAct: true,
      assignee: null,
    });
    expect(body.voting.seats).toMatchObject([
      { role: { zh: '项目经理' }, isInTurn: true, vote: null },
      { role: { zh: '项目副经理' }, vote: { by: { id: 'U-sun' }, outcome: 'approve', comment: '设备已无修复价值' } },
      { isInTurn: true, vote: null },
    ]);
    expect((await h.as('sun').get<Listed>('/tasks?view=decided')).body.items.map(({ id }) => id)).toContain(
      votesOn(caseId),
    );
    await h.as('wang').approves(caseId, STEP);
    await h.as('wu').approves(caseId, STEP);
    expect(await inboxes(caseId)).toEqual([]);
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
    expect((await h.story(caseId)).filter((line) => line.endsWith(STEP) && !line.startsWith('stage'))).toEqual([
      ...[`task-opened ${STEP}`, `vote-cast ${STEP}`, `vote-cast ${STEP}`, `vote-cast ${STEP}`],
      `task-completed ${STEP}`,
    ]);
    await h.as('chen').approves(caseId, 'department-review');
    await h.as('li').submits(caseId, 'wipe');
    expect(await h.ended(caseId)).toMatchObject({ state: 'completed' });
    await h.keepsHistory(caseId, 'scrap-approved-together');
  });

  it('一票否决: one refusal ends the vote, the others are told and a late vote is refused', async () => {
    const caseId = await asks({ kind: 'count', needed: 2, hasVeto: true });
    for (const who of ['chen', 'wang', 'sun', 'wu']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('wang').approves(caseId, STEP);
    await h.as('sun').rejects(caseId, STEP, '仍可修复');
    const told = await h.mails.expect('wu', '【表决结束】', caseId);
    expect(told.text).toContain('驳回');
    expect(await h.ended(caseId)).toMatchObject({ state: 'rejected' });
    await h.mails.expect('li', '【办结】', caseId);
    await h.mails.nothingElse(caseId);
    await refused(h, () => h.as('wu').decides(caseId, STEP, 'approve'), 'task-closed');
    await h.keepsHistory(caseId, 'scrap-refused-by-veto');
  });

  it('依次审批: one after another, each told when it is their turn; returned, all votes are void and are asked again', async () => {
    const caseId = await asks({ kind: 'in-turn', hasVeto: false });
    await h.mails.expect('chen', '【待办】', caseId);
    await h.mails.expect('wang', '【待办】', caseId);
    await refused(h, () => h.as('sun').decides(caseId, STEP, 'approve'), 'wrong-state');
    expect(await inboxes(caseId)).toEqual(['wang']);
    await h.as('wang').approves(caseId, STEP);
    await h.mails.expect('sun', '【待办】', caseId);
    expect(await inboxes(caseId)).toEqual(['sun']);
    await h.as('sun').returns(caseId, STEP, 'hand-back', '请重新签收');
    await h.mails.expect('chen', '【待办】', caseId);
    const row = await h.db.tasks.findById(votesOn(caseId)).lean();
    expect(row).toMatchObject({ status: 'completed', outcome: 'return', isVoid: true });
    await h.mails.expect('li', '【退回】', caseId);
    await h.as('chen').submits(caseId, 'receipt');
    await h.mails.expect('wang', '【待办】', caseId);
    await h.mails.nothingElse(caseId);
    for (const who of ['wang', 'sun', 'wu']) await h.as(who).approves(caseId, STEP);
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
  });

  it('the applicant withdraws until the first vote, also where that is a refusal', async () => {
    const caseId = await asks({ kind: 'count', needed: 2, hasVeto: false });
    const may = async () => (await h.as('li').get<{ may: unknown }>(`/cases/${caseId}`)).body.may;
    expect(await may()).toMatchObject({ withdraw: true });
    await h.as('sun').rejects(caseId, STEP, '仍可修复');
    expect(await may()).toMatchObject({ withdraw: false });
    const withdrawal = async () => await h.as('li').post(`/cases/${caseId}/withdraw`, { reason: '设备已修复' });
    await refused(h, withdrawal, 'already-decided');
  });

  it('a seat is claimed and handed over for itself, never to somebody who has one', async () => {
    const caseId = await asks({ kind: 'all', hasVeto: false });
    await h.db.users.updateOne({ _id: 'U-zheng' }, { $push: { keys: 'role:management:*' } });
    expect((await h.as('wu').post(`/tasks/${votesOn(caseId)}/claim`, {})).status).toBe(200);
    const give = async (who: string, to: string, seat?: string) =>
      await h.as(who).post(`/tasks/${votesOn(caseId)}/transfer`, { to, reason: '出差', ...(seat ? { seat } : {}) });
    await refused(h, () => give('wu', 'U-wang'), 'invalid-input', '/to');
    await refused(h, () => give('admin-demo', 'U-zheng', '9'), 'invalid-input', '/seat');
    expect((await give('admin-demo', 'U-zheng', '3')).status).toBe(200);
    await h.mails.expect('zheng', '【待办】', caseId);
    expect(await inboxes(caseId)).toEqual(['wang', 'sun']);
    expect((await h.as('zheng').inbox(caseId)).map(({ step }) => step)).toEqual([STEP]);
    for (const who of ['wang', 'sun', 'zheng']) await h.as(who).approves(caseId, STEP);
    expect((await h.caseRow(caseId)).stage).toBe('department-review');
    await h.db.users.updateOne({ _id: 'U-zheng' }, { $pull: { keys: 'role:management:*' } });
  });

  it('only those are reminded who have not voted', async () => {
    const ladder: Deadline['ladder'] = [{ atPercent: 100, does: 'remind' }];
    const deadlines = {
      ...scrapProcess.policy.deadlines,
      [STEP]: { budgetInMs: 3_000, time: 'open', ladder } as const,
    };
    const caseId = await asks({ kind: 'all', hasVeto: false }, THREE, { deadlines });
    for (const who of ['chen', 'wang', 'sun', 'wu']) await h.mails.expect(who, '【待办】', caseId);
    await h.as('sun').approves(caseId, STEP);
    await h.mails.expect('wang', '【催办】', caseId);
    await h.mails.expect('wu', '【催办】', caseId);
    await h.mails.nothingElse(caseId);
  });

  it('outcome, inboxes and journal are those of somebody who counts on paper, in 40 random votes', async () => {
    const random = numbers(20_261_122);
    const cases: { readonly caseId: string; readonly quorum: Quorum; readonly seats: Seat[] }[] = [];
    for (let number = 0; number < 40; number += 1) {
      const seats = shuffled(SEATS, random).slice(0, 3 + (random() % 3));
      const quorum = quorumOf(random, seats.length);
      cases.push({ quorum, seats, caseId: await asks(quorum, seats) });
    }
    const votes = cases.map(({ seats }) => shuffled(seats, random).map((seat) => ({ seat, vote: voteOf(random) })));
    const play = async (index: number): Promise<void> => {
      const { caseId, quorum, seats } = cases[index]!;
      const cast: (readonly [Seat, string])[] = [];
      let result: string | null = null;
      const lines =
        quorum.kind === 'in-turn' ? seats.map((seat, at) => ({ seat, vote: votes[index]![at]!.vote })) : votes[index]!;
      for (const { seat, vote } of lines) {
        const words = vote === 'return' ? { returnTo: 'hand-back' } : {};
        const answer = await h.as(HOLDERS[seat]).decides(caseId, STEP, vote, { comment: '意见', ...words });
        expect([caseId, result, answer.status]).toEqual([caseId, result, result === null ? 200 : 409]);
        if (result !== null) continue;
        cast.push([seat, vote]);
        result = counted(
          quorum,
          seats.length,
          cast.map(([, said]) => said),
        );
        const left = seats.filter((one) => !cast.some(([by]) => by === one));
        const asked = result === null ? (quorum.kind === 'in-turn' ? left.slice(0, 1) : left) : [];
        expect(await inboxes(caseId)).toEqual(PEOPLE.filter((who) => asked.some((one) => HOLDERS[one] === who)));
      }
      const journal = await h.db.journal
        .find({ caseId, taskId: votesOn(caseId) })
        .sort({ seq: 1 })
        .lean();
      const told = journal.map(({ kind, by, details }) => [kind, by?.id ?? null, details.outcome ?? null]);
      const last = cast.at(-1)!;
      expect(told).toEqual([
        ['task-opened', null, null],
        ...cast.map(([seat, vote]) => ['vote-cast', `U-${HOLDERS[seat]}`, vote]),
        ...(result === null ? [] : [['task-completed', `U-${HOLDERS[last[0]]}`, result]]),
      ]);
      expect(await h.db.tasks.findById(votesOn(caseId)).lean()).toMatchObject({ outcome: result });
    };
    for (let first = 0; first < cases.length; first += 8)
      await Promise.all(cases.slice(first, first + 8).map(async (_, beside) => await play(first + beside)));
  }, 300_000);
});

interface Shown extends Record<string, unknown> {
  readonly voting: { readonly seats: readonly unknown[] };
}
interface Listed extends Record<string, unknown> {
  readonly items: readonly { readonly id: string }[];
}

/** Somebody who counts on paper: what the votes, called out one after another, come to. */
function counted(quorum: Quorum, seats: number, votes: readonly string[]): string | null {
  const last = votes.at(-1) ?? null;
  if (last === 'return' || quorum.kind === 'any') return last;
  const of = (what: string) => votes.filter((vote) => vote === what).length;
  const isEnough = (approvals: number) => {
    if (quorum.kind === 'count') return approvals >= quorum.needed;
    if (quorum.kind === 'percent') return approvals > 0 && approvals * 100 >= quorum.needed * seats;
    return approvals === seats;
  };
  if (isEnough(of('approve'))) return 'approve';
  return (last === 'reject' && quorum.hasVeto) || !isEnough(seats - of('reject')) ? 'reject' : null;
}

function quorumOf(random: () => number, seats: number): Quorum {
  const kind = (['any', 'all', 'in-turn', 'count', 'percent'] as const)[random() % 5]!;
  const hasVeto = random() % 3 === 0;
  if (kind === 'count') return { kind, hasVeto, needed: 1 + (random() % seats) };
  return kind === 'percent' ? { kind, hasVeto, needed: 1 + (random() % 100) } : { kind, hasVeto };
}

function voteOf(random: () => number): string {
  return ['approve', 'approve', 'approve', 'approve', 'reject', 'reject', 'return'][random() % 7]!;
}

/** Numbers that are the same in every run (a linear congruence, its upper bits). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const rest = [...items];
  return items.map(() => rest.splice(random() % rest.length, 1)[0]!);
}
