import { Alert, Card } from 'antd';
import type { Task } from '../../api/types';
import { Instant } from '../../parts/instant';
import { useMe } from '../../session/use-me';
import { useLanguage } from '../../words/use-language';
import { delegationWords } from './delegation-words';

/** Whose opinion is waited for, and what those said who were asked; who is asked reads the question where they answer it. */
export function OpinionsCard({ task: { delegation, opinions, may } }: { readonly task: Task }) {
  const { say } = useLanguage();
  const me = useMe();
  const waiting = may.answerDelegation ? null : delegation;
  if (!waiting && opinions.length === 0) return null;
  return (
    <Card title={say('task.opinions')}>
      {waiting && <Alert type="info" title={delegationWords(waiting, me.id, say)} />}
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
