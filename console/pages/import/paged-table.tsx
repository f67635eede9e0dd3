import { Flex, Grid, Table, type TableColumnType } from 'antd';
import type { ReactNode } from 'react';
import { useLanguage } from '../../words/use-language';

const A_PAGE = 20;

interface Props<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  /** How many there are of which these are the first. */
  readonly total: number;
  readonly columns: readonly TableColumnType<Item>[];
  readonly card: (item: Item) => ReactNode;
  readonly keyOf: (item: Item) => string;
}

/** What has come all at once, a page at a time: a table on a desk, one column on a phone. */
export function PagedTable<Item extends object>({ label, items, total, columns, card, keyOf }: Props<Item>) {
  const { say } = useLanguage();
  const isDesk = Grid.useBreakpoint().md ?? true;
  return (
    <Flex vertical gap={8}>
      <Table<Item>
        aria-label={label}
        size="small"
        rowKey={keyOf}
        showHeader={isDesk}
        columns={isDesk ? [...columns] : [{ key: 'card', render: (_, item) => card(item) }]}
        dataSource={items}
        pagination={{ pageSize: A_PAGE, hideOnSinglePage: true, showSizeChanger: false, size: 'small' }}
      />
      {total > items.length && <span className="quiet">{say('import.first', { count: items.length, total })}</span>}
    </Flex>
  );
}
