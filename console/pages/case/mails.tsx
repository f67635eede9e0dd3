import { useQuery } from '@tanstack/react-query';
import { Card, Tag } from 'antd';
import { shownInstant } from '../../../models/contracts/time';
import { mailsQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { Instant } from '../../parts/instant';
import { isStaff, useMe } from '../../session/use-me';
import { settings } from '../../start/settings';
import { hasWords } from '../../words/say';
import { useLanguage } from '../../words/use-language';

/** The mails of a case and whether they arrived; for the company's own people. */
export function Mails({ caseId }: { readonly caseId: string }) {
  const { say, language } = useLanguage();
  const { data } = useQuery({ ...mailsQuery(useApi(), caseId), enabled: isStaff(useMe()) });
  const wordFor = (key: string, code: string) => (hasWords(key) ? say(key) : code);
  if (!data) return null;
  return (
    <Card title={say('case.mails')}>
      {data.items.length === 0 && <span className="quiet">{say('case.noMails')}</span>}
      <ul className="cards" aria-label={say('case.mails')}>
        {data.items.map(({ id, kind, recipient, state, sentAt, heldUntil, attempts }) => (
          <li key={id} className="card-line">
            <span>{wordFor(`mail.kind.${kind}`, kind)}</span>
            <span>{recipient.name}</span>
            <Tag color={state === 'sent' ? 'success' : 'warning'}>{wordFor(`mail.state.${state}`, state)}</Tag>
            {heldUntil !== null && (
              <span className="quiet">
                {say('mail.heldUntil', { at: shownInstant(heldUntil, settings().timeZone, language) })}
              </span>
            )}
            {sentAt !== null && (
              <span className="quiet">
                <Instant at={sentAt} />
              </span>
            )}
            {(state === 'refused' || state === 'unknown') && <Reply reply={attempts.at(-1)?.reply ?? ''} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What the mail server said to a mail that has not arrived, or may not have. */
function Reply({ reply }: { readonly reply: string }) {
  const { say } = useLanguage();
  return reply === '' ? null : <span className="quiet code">{say('task.undeliveredReply', { reply })}</span>;
}
