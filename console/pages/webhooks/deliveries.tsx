import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Card, Empty, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { deliveriesQuery } from '../../api/queries';
import type { Delivery, Webhook } from '../../api/types';
import { useApi } from '../../api/use-api';
import { Failure } from '../../parts/failure';
import { useLanguage } from '../../words/use-language';
import { DeliveryLine } from './delivery-line';

const STATES: readonly Delivery['state'][] = ['queued', 'sending', 'sent', 'refused', 'unknown'];

/** What was sent to an endpoint and what it answered, the latest first. */
export function Deliveries({ row }: { readonly row: Webhook }) {
  const { say } = useLanguage();
  const [state, setState] = useState<Delivery['state']>();
  const read = useInfiniteQuery(deliveriesQuery(useApi(), row.id, state));
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Card
      title={say('deliveries.title')}
      extra={
        <Select
          allowClear
          aria-label={say('deliveries.state')}
          placeholder={say('deliveries.state')}
          className="short-select"
          value={state}
          onChange={(next) => setState(next)}
          options={STATES.map((one) => ({ value: one, label: say(`delivery.state.${one}`) }))}
        />
      }
    >
      <p className="quiet">{say('deliveries.help')}</p>
      {read.error && !read.data && <Failure error={read.error} retry={() => void read.refetch()} />}
      {!read.data && !read.error && <Skeleton active />}
      {read.data && items.length === 0 && <Empty description={say('deliveries.none')} />}
      <ul className="cards" aria-label={say('deliveries.title')}>
        {items.map((delivery) => (
          <DeliveryLine key={delivery.id} webhook={row} delivery={delivery} />
        ))}
      </ul>
      {read.hasNextPage && (
        <Button className="more" loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {say('action.more')}
        </Button>
      )}
    </Card>
  );
}
