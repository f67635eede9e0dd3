import { Alert } from 'antd';
import { shownInstant } from '../../../models/contracts/time';
import type { Task } from '../../api/types';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';

/** Who has not got the mail about this task, or may not have, and what to do; nothing where all is well. */
export function Undelivered({ task }: { readonly task: Task }) {
  const { say, pick, language } = useLanguage();
  if (task.undelivered.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="undelivered"
      title={say('task.undelivered')}
      description={
        <ul className="named">
          {task.undelivered.map(({ mailId, kind, recipient, state, at, reply, advice }) => (
            <li key={mailId}>
              {say(state === 'refused' ? 'task.undeliveredRefused' : 'task.undeliveredUnknown', {
                ...{ name: recipient.name, kind: say(`mail.kind.${kind}`) },
                at: shownInstant(at, settings().timeZone, language),
              })}
              {pick(advice)}
              {reply !== '' && <div className="quiet code">{say('task.undeliveredReply', { reply })}</div>}
            </li>
          ))}
        </ul>
      }
    />
  );
}
