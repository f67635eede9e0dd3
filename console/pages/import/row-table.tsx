import { Tag } from 'antd';
import type { ImportPreview } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import { PagedTable } from './paged-table';

type Row = ImportPreview['rows'][number];

const COLOURS: Readonly<Record<Row['action'], string>> = {
  add: 'green',
  change: 'blue',
  same: 'default',
  faulty: 'red',
};

/** What becomes of every row of the file. */
export function RowTable({ rows, total }: { readonly rows: readonly Row[]; readonly total: number }) {
  const { say } = useLanguage();
  const tag = ({ action }: Row) => <Tag color={COLOURS[action]}>{say(`import.action.${action}`)}</Tag>;
  const changes = (row: Row) =>
    row.changes.map(({ field, title, before, after }) => (
      <div key={field} className="lines">
        {say('import.change', { title, before: before || say('word.none'), after: after || say('word.none') })}
      </div>
    ));
  return (
    <PagedTable<Row>
      label={say('import.rows')}
      items={rows}
      total={total}
      keyOf={({ row }) => String(row)}
      columns={[
        {
          title: say('import.rowTitle'),
          key: 'row',
          className: 'nowrap',
          render: (_, { row }) => say('import.row', { row }),
        },
        { title: say('import.record'), dataIndex: 'title', className: 'lines' },
        { title: say('import.action'), key: 'action', render: (_, row) => tag(row) },
        { title: say('import.changes'), key: 'changes', render: (_, row) => changes(row) },
      ]}
      card={(row) => (
        <>
          <div className="card-line">
            <span className="quiet">{say('import.row', { row: row.row })}</span>
            <span className="card-title">{row.title}</span>
            {tag(row)}
          </div>
          {changes(row)}
        </>
      )}
    />
  );
}
