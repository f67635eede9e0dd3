import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { shownInstant } from '../../../models/contracts/time';
import { sessionsQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { settings } from '../../start/settings';
import { useLanguage } from '../../words/use-language';

/** Where the person is signed in; a sign-in that is not theirs can be ended. */
export function Sessions() {
  const client = useApi();
  const queries = useQueryClient();
  const { say, language } = useLanguage();
  const query = sessionsQuery(client);
  const { data } = useQuery(query);
  if (!data) return null;
  const end = async (id: string) => {
    await client.send('DELETE', `/me/sessions/${encodeURIComponent(id)}`).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: query.queryKey });
  };
  return (
    <Card title={say('me.sessions')}>
      <ul className="cards">
        {data.items.map(({ id, agent, address, lastSeenAt, isThis }) => (
          <li key={id} className="card-line">
            <span>{agent}</span>
            <span className="quiet">
              {address} · {say('me.lastSeen', { at: shownInstant(lastSeenAt, settings().timeZone, language) })}
            </span>
            {isThis ? (
              <Tag color="processing">{say('me.thisOne')}</Tag>
            ) : (
              <Button size="small" onClick={() => void end(id)}>
                {say('me.endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
