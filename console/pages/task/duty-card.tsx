import { Alert, Card } from 'antd';
import { Link } from 'react-router';
import { nextInWords } from '../../../models/contracts/waiting';
import type { Task } from '../../api/types';
import { Instant } from '../../parts/instant';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';
import { byWords } from '../roster/called';

/** That claiming a task acknowledges it, or that it has to go on, and who is called otherwise and when. */
export function DutyLimit({ task: { duty } }: { readonly task: Task }) {
  const { say, language } = useLanguage();
  if (!duty?.limit) return null;
  const then = duty.next ? nextInWords(duty.next, settings().timeZone, language) : '';
  const key = then === '' ? (`duty.${duty.limit}` as const) : (`duty.${duty.limit}Or` as const);
  return <Alert type="warning" showIcon title={say(key, { then })} style={{ marginBottom: 16 }} />;
}

/** Whom the roster has called to a task, the first first. */
export function DutyCard({ task: { duty } }: { readonly task: Task }) {
  const { say, pick } = useLanguage();
  if (!duty) return null;
  return (
    <Card
      title={say('duty.whoWasCalled')}
      extra={<Link to={`/teams/${duty.teamId}/roster`}>{say('roster.open')}</Link>}
    >
      {duty.called.length === 0 && <span className="quiet">{say('duty.nobodyCalled')}</span>}
      <ol className="cards">
        {duty.called.map(({ id, name, at, shift, by }) => (
          <li key={id}>
            <div className="card-line">
              <strong>{name}</strong>
              <Instant at={at} />
            </div>
            <div className="quiet">
              {by === 'manager' || shift === null
                ? byWords(by, say)
                : say('duty.called', { name: pick(shift), by: byWords(by, say) })}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
