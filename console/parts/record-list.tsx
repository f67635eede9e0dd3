import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Empty, Flex, Grid, Skeleton, Table, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { listQuery } from '../api/queries';
import { useLanguage } from '../words/use-language';
import { Failure } from './failure';

interface Shown<Item> {
  readonly columns: readonly TableColumnType<Item>[];
  readonly card: (item: Item) => ReactNode;
  readonly to: (item: Item) => string;
  readonly label: string;
}

interface Props<Item> extends Shown<Item> {
  readonly query: ReturnType<typeof listQuery<Item>>;
  readonly empty: string;
}

/** A list of the API: a table on a desk, cards on a phone; more of it is loaded on request. */
export function RecordList<Item extends { readonly id: string }>({
  query,
  columns,
  card,
  to,
  empty,
  label,
}: Props<Item>) {
  const { say } = useLanguage();
  const read = useInfiniteQuery(query);
  if (read.error && !read.data) return <Failure error={read.error} retry={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 8 }} />;
  const items = read.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty description={empty} />;
  return (
    <Flex vertical gap={16}>
      <RecordTable items={items} columns={columns} card={card} to={to} label={label} />
      {read.hasNextPage ? (
        <Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {say('action.more')}
        </Button>
      ) : (
        <span className="quiet">{say('list.end', { count: items.length })}</span>
      )}
    </Flex>
  );
}

/** Records as a table on a desk, as cards on a phone. */
export function RecordTable<Item extends { readonly id: string }>({
  items,
  columns,
  card,
  to,
  label,
}: Shown<Item> & { readonly items: readonly Item[] }) {
  const navigate = useNavigate();
  const isDesk = Grid.useBreakpoint().md ?? true;
  return isDesk ? (
    <Table<Item>
      aria-label={label}
      rowKey="id"
      size="middle"
      pagination={false}
      columns={[...columns]}
      dataSource={items}
      scroll={{ x: 'max-content' }}
      onRow={(item) => ({
        className: 'clickable',
        onClick: ({ target }) => {
          if (!(target instanceof Element) || !target.closest('a, button, .choose')) void navigate(to(item));
        },
      })}
    />
  ) : (
    <ul className="cards" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>{card(item)}</li>
      ))}
    </ul>
  );
}
