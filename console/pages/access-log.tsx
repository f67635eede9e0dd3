import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Skeleton } from 'antd';
import { accessLogQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { instantOf } from '../form/instants';
import { Failure } from '../parts/failure';
import { Page } from '../parts/page';
import { useFilters } from '../parts/use-filters';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { Entry } from './access-log/entry';
import { Filters, LOG_FILTERS } from './access-log/filters';
import { useActions } from './access-log/use-actions';

const DAY_IN_MS = 86_400_000;

/** Who did or tried what, the latest first: sign-ins, refusals, downloads, changes; for administrators. */
export function AccessLog() {
  const { say } = useLanguage();
  const [filters, change] = useFilters(LOG_FILTERS);
  const actions = useActions();
  const { from, to, ...rest } = filters;
  const read = useInfiniteQuery(
    accessLogQuery(useApi(), {
      ...rest,
      from: beginningOf(from),
      to: beginningOf(to === undefined ? to : dayAfter(to)),
    }),
  );
  const entries = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={say('log.title')}>
      <Filters filters={filters} change={change} actions={actions} />
      {read.error && !read.data && <Failure error={read.error} retry={() => void read.refetch()} />}
      {!read.data && !read.error && <Skeleton active paragraph={{ rows: 8 }} />}
      {read.data && entries.length === 0 && <Empty description={say('log.none')} />}
      <ul className="cards" aria-label={say('log.title')}>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <Card size="small">
              <Entry entry={entry} title={actions.get(entry.action)} />
            </Card>
          </li>
        ))}
      </ul>
      {read.hasNextPage && (
        <Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {say('action.more')}
        </Button>
      )}
    </Page>
  );
}

/** The instant at which a day begins on the clocks of the company. */
function beginningOf(day: string | undefined): string | undefined {
  return day === undefined ? undefined : instantOf(`${day}T00:00`, settings().timeZone);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_IN_MS).toISOString().slice(0, 10);
}
