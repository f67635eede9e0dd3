import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { Link } from 'react-router';
import { listQuery } from '../api/queries';
import type { Person } from '../api/types';
import { useApi } from '../api/use-api';
import { useLanguage } from '../words/use-language';

const A_PAGE = 50;

/** The people of a team, or those who report to somebody, as links. */
export function PeopleList({
  filters,
  label,
}: {
  readonly filters: Readonly<Record<string, string>>;
  readonly label: string;
}) {
  const { say } = useLanguage();
  const { data, hasNextPage, fetchNextPage } = useInfiniteQuery(listQuery<Person>(useApi(), '/users', filters, A_PAGE));
  const people = data?.pages.flatMap((page) => page.items) ?? [];
  if (data && people.length === 0) return <span className="quiet">{say('word.none')}</span>;
  return (
    <>
      <ul className="named" aria-label={label}>
        {people.map(({ id, name, isActive }) => (
          <li key={id}>
            <Link to={`/people/${id}`}>{name}</Link> {!isActive && <Tag>{say('person.inactive')}</Tag>}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button size="small" onClick={() => void fetchNextPage()}>
          {say('action.more')}
        </Button>
      )}
    </>
  );
}
