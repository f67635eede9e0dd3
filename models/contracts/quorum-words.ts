import { assertNever } from '../codes';
import type { Quorum, Tally } from './quorum';
import type { Text } from './text';

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
  switch (quorum.kind) {
    case 'any':
      return { zh: `或签（${seats} 人中任一人决定`, en: `Any one (of ${seats} decides` };
    case 'all':
      return { zh: `会签（${seats} 人须全部同意`, en: `All (of ${seats} have to approve` };
    case 'in-turn':
      return { zh: `依次审批（${seats} 人逐一同意`, en: `One after another (all ${seats} have to approve` };
    case 'count':
      return { zh: `票签（${seats} 人中须 ${needed} 人同意`, en: `By count (${needed} of ${seats} have to approve` };
    case 'percent':
      return {
        zh: `票签（须 ${quorum.needed}% 同意，即 ${seats} 人中 ${needed} 人`,
        en: `By share (${quorum.needed} % have to approve, ${needed} of ${seats}`,
      };
    default:
      return assertNever(quorum);
  }
}
