import { Form } from 'antd';
import type { Task } from '../../api/types';
import { ReferenceField } from '../../form/fields/reference';
import { useLanguage } from '../../words/use-language';
import { VerbDialog, type Verb } from './verb-dialog';

const DELEGATE: Verb = {
  address: 'delegate',
  name: 'task.delegate',
  done: 'task.delegated',
  help: 'task.delegateHelp',
  reason: 'task.transferReason',
};
const ANSWER: Verb = {
  address: 'answer-delegation',
  name: 'task.answerDelegation',
  done: 'task.delegationAnswered',
  help: 'task.answerHelp',
  reason: 'task.opinion',
  field: 'comment',
};
const RECALL: Verb = {
  address: 'recall',
  name: 'task.recall',
  done: 'task.recalled',
  help: 'task.recallHelp',
  reason: 'task.transferReason',
};

const VERBS = { delegate: DELEGATE, answerDelegation: ANSWER, recall: RECALL } as const;

interface Props {
  readonly task: Task;
  readonly verb: keyof typeof VERBS;
  readonly close: () => void;
}

/** Asks somebody what they think 委派, answers, or takes the question back. */
export function DelegationDialog({ task, verb, close }: Props) {
  const { say } = useLanguage();
  const label = say('task.delegateTo');
  return (
    <VerbDialog task={task} verb={VERBS[verb]} close={close}>
      {verb === 'delegate' && (
        <Form.Item
          name="to"
          label={label}
          rules={[{ required: true, whitespace: true, message: say('form.needed', { label }) }]}
        >
          <ReferenceField kind="person" />
        </Form.Item>
      )}
    </VerbDialog>
  );
}
