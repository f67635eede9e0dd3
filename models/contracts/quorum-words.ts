import { assertNever } from '../codes';
import type { Quorum, Tally } from './quorum';
import type { Text } from './text';

/** What a rule by which several decide is called. */
export const QUORUM_TITLES: Readonly<Record<Quorum['kind'], Text>> = {
  any: { zh: '或签', en: 'Any one' },
  all: { zh: '会签', en: 'All' },
  'in-turn': { zh: '依次审批', en: 'One after another' },
  count: { zh: '票签', en: 'By count' },
  percent: { zh: '票签', en: 'By share' },
};

/** How several people decide, in words: 会签（3 人须全部同意）. */
export function quorumWords(quorum: Quorum, { seats, needed }: Pick<Tally, 'seats' | 'needed'>): Text {
  const { zh, en } = kindWords(quorum, seats, needed);
  if (!quorum.hasVeto || quorum.kind === 'any') return { zh: `${zh}）`, en: `${en})` };
  return { zh: `${zh}，一票否决）`, en: `${en}; one refusal is enough)` };
}

/** How the votes stand, in words: 已有 1 人同意、0 人驳回，还需 2 人同意. */
export function tallyWords({ approvals, refusals, needed }: Tally): Text {
  const missing = Math.max(0, needed - approvals);
  return {
    zh: `${approvals} 人同意，${refusals} 人不同意，还需 ${missing} 人同意`,
    en: `${approvals} for, ${refusals} against, ${missing} more needed`,
  };
}

/** How the votes stood when they were over, in words: 2 人同意，1 人不同意（须 2 人同意）. */
export function countWords({ approvals, refusals, needed }: Tally): Text {
  return {
    zh: `${approvals} 人同意，${refusals} 人不同意（须 ${needed} 人同意）`,
    en: `${approvals} for, ${refusals} against (${needed} needed)`,
  };
}

function kindWords(quorum: Quorum, seats: number, needed: number): Text {
  const { zh, en } = QUORUM_TITLES[quorum.kind];
  const how = bracketWords(quorum, seats, needed);
  return { zh: `${zh}（${how.zh}`, en: `${en} (${how.en}` };
}

function bracketWords(quorum: Quorum, seats: number, needed: number): Text {
  switch (quorum.kind) {
    case 'any':
      return { zh: `${seats} 人中任一人决定`, en: `of ${seats} decides` };
    case 'all':
      return { zh: `${seats} 人须全部同意`, en: `of ${seats} have to approve` };
    case 'in-turn':
      return { zh: `${seats} 人逐一同意`, en: `all ${seats} have to approve` };
    case 'count':
      return { zh: `${seats} 人中须 ${needed} 人同意`, en: `${needed} of ${seats} have to approve` };
    case 'percent':
      return {
        zh: `须 ${quorum.needed}% 同意，即 ${seats} 人中 ${needed} 人`,
        en: `${quorum.needed} % have to approve, ${needed} of ${seats}`,
      };
    default:
      return assertNever(quorum);
  }
}
