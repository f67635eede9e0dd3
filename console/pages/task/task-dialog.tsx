import { assertNever } from '../../../models/codes';
import type { Task } from '../../api/types';
import { PauseDialog } from './clock-verbs';
import { DelegationDialog } from './delegation-verbs';
import { TransferDialog } from './transfer-dialog';
import { VoterDialog } from './voter-verbs';
import type { DoneAtOnce, TaskVerb } from './verbs';

interface Props {
  readonly task: Task;
  readonly verb: Exclude<TaskVerb, DoneAtOnce>;
  readonly close: () => void;
}

/** What is asked before something is done with a task. */
export function TaskDialog({ task, verb, close }: Props) {
  switch (verb) {
    case 'transfer':
      return <TransferDialog task={task} close={close} />;
    case 'pause':
      return <PauseDialog task={task} close={close} />;
    case 'delegate':
    case 'answerDelegation':
    case 'recall':
      return <DelegationDialog task={task} verb={verb} close={close} />;
    case 'nudge':
    case 'addVoter':
    case 'withdrawVote':
      return <VoterDialog task={task} verb={verb} close={close} />;
    default:
      return assertNever(verb);
  }
}
