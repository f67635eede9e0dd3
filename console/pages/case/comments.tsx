import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, Empty, Form, Input } from 'antd';
import { commentsQuery } from '../../api/queries';
import type { Comment } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useSubmission } from '../../api/use-submission';
import { Instant } from '../../parts/instant';
import { whyOf } from '../../parts/why';
import { useLanguage } from '../../words/use-language';

/** What people say about a case, the oldest first, and a place to say something. */
export function Comments({ caseId }: { readonly caseId: string }) {
  const client = useApi();
  const queries = useQueryClient();
  const { say, language } = useLanguage();
  const [form] = Form.useForm<{ text: string }>();
  const query = commentsQuery(client, caseId);
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(query);
  const posting = useSubmission(
    async (body: { text: string }, key) =>
      await client.post<Comment>(`/cases/${encodeURIComponent(caseId)}/comments`, body, key),
    {
      done: () => {
        form.resetFields();
        void queries.invalidateQueries({ queryKey: query.queryKey });
      },
    },
  );
  const comments = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={say('case.comments')}>
      {data && comments.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('case.noComments')} />
      )}
      <ul className="cards" aria-label={say('case.comments')}>
        {comments.map(({ id, by, at, text }) => (
          <li key={id}>
            <div className="card-line">
              <strong>{by.name}</strong>
              <span className="quiet">
                <Instant at={at} />
              </span>
            </div>
            <div className="lines">{text}</div>
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{say('action.more')}</Button>}
      <Form form={form} layout="vertical" onFinish={posting.submit} style={{ marginTop: 16 }}>
        <Form.Item
          name="text"
          label={say('case.comment')}
          extra={say('case.commentHelp')}
          rules={[{ required: true, whitespace: true, message: say('form.needed', { label: say('case.comments') }) }]}
        >
          <Input.TextArea maxLength={5000} rows={2} />
        </Form.Item>
        {posting.error && <Alert role="alert" type="error" showIcon title={whyOf(posting.error, language)} />}
        <Button htmlType="submit" loading={posting.isUnderWay}>
          {say('case.postComment')}
        </Button>
      </Form>
    </Card>
  );
}
