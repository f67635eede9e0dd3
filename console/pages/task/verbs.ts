import type { Task } from '../../api/types';

/** What one can do with a task besides deciding it; each is named by `task.<verb>`. */
export type TaskVerb =
  | 'answerDelegation'
  | 'claim'
  | 'transfer'
  | 'delegate'
  | 'recall'
  | 'nudge'
  | 'addVoter'
  | 'withdrawVote'
  | 'pause'
  | 'resume';

/** Those that are done at once; of the others something is asked first. */
export type DoneAtOnce = 'claim' | 'resume';

/** What the API lets this person do with a task, the most likely first. */
export function verbsOf({ may }: Pick<Task, 'may'>): readonly TaskVerb[] {
  const offered: Readonly<Record<TaskVerb, boolean>> = {
    answerDelegation: may.answerDelegation,
    claim: may.claim,
    transfer: may.transfer,
    delegate: may.delegate,
    recall: may.recall,
    nudge: may.nudge,
    addVoter: may.addVoter.length > 0,
    withdrawVote: may.withdrawVote,
    pause: may.pause,
    resume: may.resume,
  };
  return (Object.keys(offered) as TaskVerb[]).filter((verb) => offered[verb]);
}

/** Those that stand on a phone, where there is room for two, and those behind “more”. */
export function onAPhone(verbs: readonly TaskVerb[]): readonly [readonly TaskVerb[], readonly TaskVerb[]] {
  const ROOM = 2;
  if (verbs.length <= ROOM) return [verbs, []];
  return [verbs.slice(0, 1), verbs.slice(1)];
}
