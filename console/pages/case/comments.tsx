import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Tag } from 'antd';
import { commentsQuery } from '../../api/queries';
import type { Case, Comment } from '../../api/types';
import { useApi } from '../../api/use-api';
import { Instant } from '../../parts/instant';
import { useLanguage } from '../../words/use-language';
import { CommentForm } from './comments/comment-form';
import { withMentions } from './comments/mentioned';

/** What people say about a case, the oldest first, and a place to say something. */
export function Comments({ row }: { readonly row: Case }) {
  const { say } = useLanguage();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(commentsQuery(useApi(), row.id));
  const comments = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={say('case.comments')}>
      {data && comments.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('case.noComments')} />
      )}
      <ul className="cards" aria-label={say('case.comments')}>
        {comments.map((comment) => (
          <li key={comment.id}>
            <OneComment comment={comment} isAboutCustomer={row.customer !== null} />
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{say('action.more')}</Button>}
      <CommentForm row={row} />
    </Card>
  );
}

interface Props {
  readonly comment: Comment;
  /** Where no customer reads along, who may read a comment goes without saying. */
  readonly isAboutCustomer: boolean;
}

function OneComment({ comment: { by, at, text, audience, mentions }, isAboutCustomer }: Props) {
  const { say } = useLanguage();
  return (
    <>
      <div className="card-line">
        <strong>{by.name}</strong>
        {isAboutCustomer && audience === 'internal' && <Tag>{say('case.internal')}</Tag>}
        <span className="quiet">
          <Instant at={at} />
        </span>
      </div>
      <div className="lines">
        {withMentions(text, mentions).map(({ words, isMention }, index) =>
          isMention ? <strong key={index}>{words}</strong> : <span key={index}>{words}</span>,
        )}
      </div>
    </>
  );
}
