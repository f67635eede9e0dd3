import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card } from 'antd';
import { sessionsQuery } from '../../api/queries';
import type { Person } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { SessionLine } from '../../parts/session-line';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

/** Where somebody is signed in; an administrator ends all of it at once. */
export function PersonSessions({ person }: { readonly person: Person }) {
  const client = useApi();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { say, language } = useLanguage();
  const query = sessionsQuery(client, person.id);
  const { data } = useQuery(query);
  const ending = useSubmission(
    async (_: null) =>
      await client.send<{ ended: number }>('DELETE', `/users/${encodeURIComponent(person.id)}/sessions`),
    {
      done: ({ ended }) => {
        void message.success(say('admin.sessionsEnded', { count: ended }));
        void queries.invalidateQueries({ queryKey: query.queryKey });
      },
      failed: (error) => void message.error(whyOf(error, language)),
    },
  );
  const items = data?.items ?? [];
  return (
    <Card
      title={say('admin.sessions')}
      extra={
        items.some(({ isThis }) => !isThis) && (
          <Button size="small" loading={ending.isUnderWay} onClick={() => ending.submit(null)}>
            {say('admin.endSessions')}
          </Button>
        )
      }
    >
      {data && items.length === 0 && <span className="quiet">{say('admin.noSessions')}</span>}
      <ul className="cards" aria-label={say('admin.sessions')}>
        {items.map((session) => (
          <SessionLine key={session.id} session={session} />
        ))}
      </ul>
    </Card>
  );
}
