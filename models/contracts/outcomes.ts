import type { Outcome } from '../codes';
import type { ProcessContract } from './process';
import type { Text } from './text';

/** The outcomes of steps, as people read them where a step has no words of its own. */
export const OUTCOME_TITLES: Readonly<Record<Outcome, Text>> = {
  submit: { zh: '提交', en: 'Submit' },
  approve: { zh: '同意', en: 'Approve' },
  reject: { zh: '驳回', en: 'Reject' },
  return: { zh: '退回', en: 'Return' },
};

/** What an outcome of a step is called: in the step's own words where it has some. */
export function outcomeTitle(process: ProcessContract | undefined, step: string, outcome: Outcome): Text {
  return process?.steps[step]?.outcomes?.[outcome] ?? OUTCOME_TITLES[outcome];
}

/** What a task is called: its step, and which of several things it is about; null where the step is not known. */
export function taskTitle(process: ProcessContract | undefined, step: string, item?: Text): Text | null {
  const title = process?.steps[step]?.title;
  if (!title) return null;
  return item ? { zh: `${title.zh}：${item.zh}`, en: `${title.en}: ${item.en}` } : title;
}
