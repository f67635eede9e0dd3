import type { PrintedDecision } from '../../models/contracts/document';
import { outcomeTitle } from '../../models/contracts/outcomes';
import { countWords } from '../../models/contracts/quorum-words';
import type { ProcessContract } from '../../models/contracts/process';
import { markIn } from '../../models/contracts/signing';
import type { Decision } from '../../models/contracts/task';
import { shownInstant } from '../../models/contracts/time';

const COUNTED_BY = '系统按规则计票';

/** Decisions as a form prints them, in the order in which they were made; void ones stay visible, and each vote of several. */
export function printedDecisions(
  process: ProcessContract,
  decisions: readonly Decision[],
  timeZone: string,
): PrintedDecision[] {
  return decisions.map((decision) => ({
    step: titleOf(process, decision),
    outcome: outcomeOf(process, decision),
    by: signerOf(decision),
    forWhom: decision.forWhom?.name ?? null,
    at: shownInstant(decision.at, timeZone, 'zh'),
    comment: decision.tally ? countWords(decision.tally).zh : decision.comment,
    isVoid: decision.isVoid,
    ...markOf(decision),
  }));
}

/** A count is nobody's signature, also not of who took a seat away, so that it was over. */
function signerOf({ by, tally, isByRemoval }: Decision): string {
  if (!tally) return by.name;
  return isByRemoval ? `${COUNTED_BY}（${by.name}减签后）` : COUNTED_BY;
}

function markOf({ form }: Decision): Pick<PrintedDecision, 'mark'> {
  const mark = markIn(form);
  return mark ? { mark } : {};
}

function titleOf(process: ProcessContract, { step, seat, tally }: Decision): string {
  const title = process.steps[step]?.title.zh ?? step;
  if (tally) return `${title}表决结果`;
  return seat === undefined ? title : `${title}（表决）`;
}

function outcomeOf(process: ProcessContract, decision: Decision): string {
  const title = outcomeTitle(process, decision.step, decision.outcome).zh;
  const to = decision.returnTo === null ? '' : `至“${process.stages[decision.returnTo]?.zh ?? decision.returnTo}”`;
  return `${title}${to}`;
}
