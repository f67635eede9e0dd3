import { Alert, Button, Card, Form } from 'antd';
import { useState } from 'react';
import type { Task } from '../../api/types';
import { ReferenceField } from '../../form/fields/reference';
import { Instant } from '../../parts/instant';
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

/** Asking somebody what they think 委派, answering, and taking the question back, where the API says that this person may. */
export function DelegationVerbs({ task }: { readonly task: Task }) {
  const { say } = useLanguage();
  const [verb, setVerb] = useState<Verb | null>(null);
  const label = say('task.delegateTo');
  const offered = [
    ...(task.may.delegate ? [DELEGATE] : []),
    ...(task.may.answerDelegation ? [ANSWER] : []),
    ...(task.may.recall ? [RECALL] : []),
  ];
  return (
    <>
      {offered.map((one) => (
        <Button
          key={one.address}
          onClick={() => setVerb(one)}
          {...(one === ANSWER ? { type: 'primary' as const } : {})}
        >
          {say(one.name)}
        </Button>
      ))}
      {verb && (
        <VerbDialog task={task} verb={verb} close={() => setVerb(null)}>
          {verb === DELEGATE && (
            <Form.Item
              name="to"
              label={label}
              rules={[{ required: true, whitespace: true, message: say('form.needed', { label }) }]}
            >
              <ReferenceField kind="person" />
            </Form.Item>
          )}
        </VerbDialog>
      )}
    </>
  );
}

/** Whose opinion is waited for, and what those said who were asked. */
export function OpinionsCard({ task: { delegation, opinions } }: { readonly task: Task }) {
  const { say } = useLanguage();
  if (!delegation && opinions.length === 0) return null;
  return (
    <Card title={say('task.opinions')}>
      {delegation && (
        <Alert
          type="info"
          title={say('task.delegatedTo', {
            by: delegation.by.name,
            to: delegation.to.name,
            reason: delegation.reason,
          })}
        />
      )}
      {opinions.map(({ by, at, comment }) => (
        <div key={`${by.id} ${at}`}>
          {by.name}{' '}
          <small className="quiet">
            <Instant at={at} />
          </small>
          <blockquote className="lines said">{comment}</blockquote>
        </div>
      ))}
    </Card>
  );
}
