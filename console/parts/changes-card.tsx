import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Skeleton } from 'antd';
import { EDITORS } from '../../models/contracts/editors';
import { changesQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { holdsAny, useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import type { EditedKind } from '../pages/edit/kinds';
import { ChangedFields } from './changed-fields';
import { Instant } from './instant';

interface Props {
  readonly kind: EditedKind | 'webhooks' | 'intake-sources';
  readonly row: { readonly id: string; readonly version: number };
}

/** Who changed what of a record, the latest first; for those who may change it. */
export function ChangesCard({ kind, row }: Props) {
  const { say } = useLanguage();
  const mayRead = holdsAny(useMe(), EDITORS[kind === 'intake-sources' ? 'intakeSources' : kind]);
  const query = changesQuery(useApi(), kind, row.id);
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    ...query,
    // A new version of the record has a new change.
    queryKey: [...query.queryKey, row.version],
    enabled: mayRead,
  });
  if (!mayRead) return null;
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card title={say('changes.title')}>
      {!data && <Skeleton active />}
      {data && entries.length === 0 && <span className="quiet">{say('changes.none')}</span>}
      <ul className="cards" aria-label={say('changes.title')}>
        {entries.map(({ seq, at, by, changes }) => (
          <li key={seq}>
            <div className="card-line">
              <strong>{by?.name ?? by?.id ?? say('word.system')}</strong>
              <span className="quiet">
                <Instant at={at} />
              </span>
            </div>
            <ChangedFields kind={kind} changes={changes} />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button className="more" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {say('action.more')}
        </Button>
      )}
    </Card>
  );
}
