import type { PrintedDecision } from '../../models/contracts/document';
import { outcomeTitle } from '../../models/contracts/outcomes';
import type { Tally } from '../../models/contracts/quorum';
import { countWords, QUORUM_TITLES, quorumWords } from '../../models/contracts/quorum-words';
import { ROLE_TITLES } from '../../models/contracts/roles';
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
    comment: decision.tally ? countOf(decision, decision.tally, decisions) : decision.comment,
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

/** A part a line: of a vote the rule, and the role that was asked or who asked this person besides. */
function titleOf(process: ProcessContract, { step, seat, tally, voice }: Decision): string {
  const title = process.steps[step]?.title.zh ?? step;
  if (tally) return `${title}\n表决结果`;
  if (seat === undefined) return title;
  if (!voice) return `${title}\n表决`;
  const { quorum, role, addedBy } = voice;
  const asked = addedBy ? `${addedBy.name}加签` : role && ROLE_TITLES[role].zh;
  return [title, QUORUM_TITLES[quorum.kind].zh, ...(asked ? [asked] : [])].join('\n');
}

/** The rule by which the votes were counted, as they say it, and the count. */
function countOf({ taskId }: Decision, tally: Tally, decisions: readonly Decision[]): string {
  const quorum = decisions.findLast((vote) => vote.taskId === taskId && vote.voice)?.voice?.quorum;
  return `${quorum ? `${quorumWords(quorum, tally).zh}；` : ''}${countWords(tally).zh}`;
}

function outcomeOf(process: ProcessContract, decision: Decision): string {
  const title = outcomeTitle(process, decision.step, decision.outcome).zh;
  const to = decision.returnTo === null ? '' : `至“${process.stages[decision.returnTo]?.zh ?? decision.returnTo}”`;
  return `${title}${to}`;
}
