import type { PrintedDecision } from '../../models/contracts/document';
import { OUTCOME_TITLES } from '../../models/contracts/outcomes';
import type { ProcessContract } from '../../models/contracts/process';
import type { Decision } from '../../models/contracts/task';
import { shownInstant } from '../../models/contracts/time';

/** Decisions as a form prints them, in the order in which they were made; void ones stay visible. */
export function printedDecisions(
  process: ProcessContract,
  decisions: readonly Decision[],
  timeZone: string,
): PrintedDecision[] {
  return decisions.map((decision) => ({
    step: process.steps[decision.step]?.title.zh ?? decision.step,
    outcome: outcomeOf(process, decision),
    by: decision.by.name,
    forWhom: decision.forWhom?.name ?? null,
    at: shownInstant(decision.at, timeZone, 'zh'),
    comment: decision.comment,
    isVoid: decision.isVoid,
  }));
}

function outcomeOf(process: ProcessContract, decision: Decision): string {
  const title = (process.steps[decision.step]?.outcomes?.[decision.outcome] ?? OUTCOME_TITLES[decision.outcome]).zh;
  const to = decision.returnTo === null ? '' : `至“${process.stages[decision.returnTo]?.zh ?? decision.returnTo}”`;
  return `${title}${to}`;
}
