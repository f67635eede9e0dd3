import { OUTCOME_TITLES } from '../../../models/contracts/outcomes';
import type { Text } from '../../../models/contracts/text';
import type { Task } from '../../api/types';

/** What an outcome of a task is called, in the step's own words where it has some. */
export function outcomeWords(task: Task, outcome: string, pick: (text: Text | undefined) => string): string {
  const offered = task.outcomes.find((one) => one.outcome === outcome);
  const usual = Object.entries(OUTCOME_TITLES).find(([name]) => name === outcome)?.[1];
  return pick(offered?.title ?? usual) || outcome;
}
