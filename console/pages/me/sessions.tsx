import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { sessionsQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { SessionLine } from '../../parts/session-line';
import { useLanguage } from '../../words/use-language';

/** Where the person is signed in; a sign-in that is not theirs can be ended. */
export function Sessions() {
  const client = useApi();
  const queries = useQueryClient();
  const { say } = useLanguage();
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
        {data.items.map((session) => (
          <SessionLine
            key={session.id}
            session={session}
            verb={
              <Button size="small" onClick={() => void end(session.id)}>
                {say('me.endSession')}
              </Button>
            }
          />
        ))}
      </ul>
    </Card>
  );
}
