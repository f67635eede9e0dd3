import { printedDecisions } from '../../activities/documents/printed-decisions';
import { quorumWords, tallyWords } from '../../models/contracts/quorum-words';
import type { Quorum } from '../../models/contracts/quorum';
import { scrapProcess } from '../../models/contracts/scrap';
import { neededOf } from '../../models/quorum';
import { decision } from './case-in-progress';

const words = (quorum: Quorum, seats: number) => quorumWords(quorum, { seats, needed: neededOf(quorum, seats) });

describe('how several decide, in words', () => {
  test.each<[Quorum, string, string]>([
    [{ kind: 'any', hasVeto: true }, '或签（3 人中任一人决定）', 'Any one (of 3 decides)'],
    [{ kind: 'all', hasVeto: false }, '会签（3 人须全部同意）', 'All (of 3 have to approve)'],
    [{ kind: 'in-turn', hasVeto: false }, '依次审批（3 人逐一同意）', 'One after another (all 3 have to approve)'],
    [
      { kind: 'count', needed: 2, hasVeto: true },
      '票签（3 人中须 2 人同意，一票否决）',
      'By count (2 of 3 have to approve; one refusal is enough)',
    ],
    [
      { kind: 'percent', needed: 67, hasVeto: false },
      '票签（须 67% 同意，即 3 人中 3 人）',
      'By share (67 % have to approve, 3 of 3)',
    ],
  ])('%j', (quorum, zh, en) => {
    expect(words(quorum, 3)).toEqual({ zh, en });
  });

  test('the count never says that fewer than none are needed', () => {
    expect(tallyWords({ approvals: 3, refusals: 1, seats: 4, needed: 2 }).zh).toBe(
      '3 人同意，1 人不同意，还需 0 人同意',
    );
  });
});

test('a form prints each vote with who gave it, for which role or by whose wish, and the count with no signature of anybody', () => {
  const tally = { approvals: 1, refusals: 1, seats: 2, needed: 2 };
  const quorum = { kind: 'count', needed: 2, hasVeto: false } as const;
  const wang = { id: 'U-wang', name: '王经理' };
  const votes = [
    decision({ seat: '1', voice: { quorum, role: 'deputy-project-manager', addedBy: null } }),
    decision({ seat: '2', outcome: 'reject', comment: '不同意', voice: { quorum, role: null, addedBy: wang } }),
    decision({ seat: '3' }),
  ];
  const printed = printedDecisions(scrapProcess, [...votes, decision({ tally })], 'Asia/Shanghai');
  expect(printed.map(({ step, outcome, by, comment }) => [step, outcome, by, comment])).toEqual([
    ['项目经理审批\n票签\n项目副经理', '同意', '王经理', '同意'],
    ['项目经理审批\n票签\n王经理加签', '驳回', '王经理', '不同意'],
    // As votes stood in cases that began before their rule was kept.
    ['项目经理审批\n表决', '同意', '王经理', '同意'],
    [
      ...['项目经理审批\n表决结果', '同意', '系统按规则计票'],
      '票签（2 人中须 2 人同意）；1 人同意，1 人不同意（须 2 人同意）',
    ],
  ]);
});

test('a count that was over because a seat was taken away says so and by whom, who has signed nothing', () => {
  const tally = { approvals: 1, refusals: 0, seats: 1, needed: 1 };
  const by = { id: 'U-admin', name: '系统管理员' };
  const [printed] = printedDecisions(scrapProcess, [decision({ tally, by, isByRemoval: true })], 'Asia/Shanghai');
  expect(printed).toMatchObject({
    step: '项目经理审批\n表决结果',
    by: '系统按规则计票（系统管理员减签后）',
    comment: '1 人同意，0 人不同意（须 1 人同意）',
  });
  expect(printed).not.toHaveProperty('mark');
});
