import { useQuery } from '@tanstack/react-query';
import { Card, Empty, Input, Skeleton } from 'antd';
import { Link } from 'react-router';
import { searchQuery } from '../api/queries';
import type { Found } from '../api/types';
import { useApi } from '../api/use-api';
import { addressOfFound } from '../parts/found';
import { Page } from '../parts/page';
import { useFilters } from '../parts/use-filters';
import { useLanguage } from '../words/use-language';

const LIMIT = 50;
const KINDS: readonly Found['kind'][] = ['cases', 'devices', 'customers', 'people'];

/** Everything that was found, by its kind. */
export function Search() {
  const { say } = useLanguage();
  const [{ q = '' }, change] = useFilters(['q']);
  const { data, isFetching } = useQuery(searchQuery(useApi(), q, LIMIT));
  const items = data?.items ?? [];
  return (
    <Page title={say('search.title')}>
      <div className="filters" role="search">
        <Input.Search
          allowClear
          autoFocus
          key={q}
          defaultValue={q}
          aria-label={say('action.search')}
          placeholder={say('search.hint')}
          onSearch={(words) => change({ q: words })}
        />
      </div>
      {isFetching && !data && <Skeleton active />}
      {data && items.length === 0 && <Empty description={say('search.none', { q })} />}
      <div className="stack">
        {KINDS.filter((kind) => items.some((found) => found.kind === kind)).map((kind) => (
          <Card key={kind} size="small" title={say(`search.${kind}`)}>
            <ul className="cards">
              {items
                .filter((found) => found.kind === kind)
                .map((found) => (
                  <li key={found.id}>
                    <Link to={addressOfFound(found)}>{found.title}</Link>
                    <div className="card-line quiet">
                      <span>{found.detail}</span>
                      {found.customer && <span>{found.customer.name}</span>}
                    </div>
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </Page>
  );
}
