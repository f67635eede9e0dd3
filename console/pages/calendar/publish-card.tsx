import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { calendarComparisonQuery } from '../../api/queries';
import type { CalendarDraft, CalendarPublished } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { Instant } from '../../parts/instant';
import { Loaded } from '../../parts/loaded';
import { NotSaved } from '../../parts/not-saved';
import { useLanguage } from '../../words/use-language';
import { Comparison } from './comparison';

interface Props {
  readonly draft: CalendarDraft;
  /** The form holds what is not saved, which would not be published. */
  readonly isChanged: boolean;
}

/** What the draft changes, and publishing it or giving it up. */
export function PublishCard({ draft, isChanged }: Props) {
  const client = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { say } = useLanguage();
  const { id, version, updatedBy, updatedAt } = draft;
  const path = `/calendars/${encodeURIComponent(id)}`;
  const query = useQuery(calendarComparisonQuery(client, id, version));
  const publishing = useSubmission(
    async ({ note }: { readonly note: string }, key) =>
      await client.send<CalendarPublished>('POST', `${path}/publish`, { body: { note }, key, version }),
    {
      done: (published) => {
        void message.success(say('calendar.published', { version: published.version, cases: published.runningCases }));
        void queries.invalidateQueries();
        void navigate(`/calendars/${id}`);
      },
    },
  );
  const discarding = useSubmission(async (_: null) => await client.send('DELETE', `${path}/draft`, { version }), {
    done: () => {
      void message.success(say('calendar.discarded'));
      void queries.invalidateQueries();
      void navigate(draft.base > 0 ? `/calendars/${id}` : '/calendars');
    },
  });
  const error = publishing.error ?? discarding.error;
  return (
    <Card title={say('calendar.publishTitle')}>
      <div className="stack">
        {updatedBy && updatedAt !== null && (
          <div className="card-line quiet">
            <span>{updatedBy.name}</span>
            <Instant at={updatedAt} />
          </div>
        )}
        <Loaded query={query}>{(comparison) => <Comparison comparison={comparison} />}</Loaded>
        <NotSaved
          error={error}
          outdated={['changed-meanwhile', 'wrong-state']}
          reload={() => void queries.invalidateQueries()}
        />
        <Form layout="vertical" onFinish={publishing.submit}>
          <Form.Item
            name="note"
            label={say('calendar.note')}
            rules={[{ required: true, whitespace: true, message: say('form.needed', { label: say('calendar.note') }) }]}
          >
            <Input maxLength={200} />
          </Form.Item>
          {isChanged && <Alert type="warning" showIcon title={say('calendar.saveFirst')} />}
          <Flex gap={8} wrap>
            <Button type="primary" htmlType="submit" disabled={isChanged} loading={publishing.isUnderWay}>
              {say('calendar.publish')}
            </Button>
            <Button danger loading={discarding.isUnderWay} onClick={() => discarding.submit(null)}>
              {say('calendar.discard')}
            </Button>
          </Flex>
        </Form>
      </div>
    </Card>
  );
}
