import type { ImportPreview } from '../../api/types';
import { useLanguage } from '../../words/use-language';
import { PagedTable } from './paged-table';

type Fault = ImportPreview['faults'][number];

/** Every fault with its place in the file. */
export function FaultTable({ faults, total }: { readonly faults: readonly Fault[]; readonly total: number }) {
  const { say } = useLanguage();
  const rowOf = ({ row }: Fault) => (row === null ? '' : say('import.row', { row }));
  const columnOf = ({ column }: Fault) => (column ? `${column.letter ?? ''} ${column.title}`.trim() : '');
  return (
    <PagedTable<Fault>
      label={say('import.faults')}
      items={faults}
      total={total}
      keyOf={(fault) => JSON.stringify(fault)}
      columns={[
        ...(faults.some(({ sheet }) => sheet !== '') ? [{ title: say('import.sheet'), dataIndex: 'sheet' }] : []),
        { title: say('import.rowTitle'), key: 'row', className: 'nowrap', render: (_, one) => rowOf(one) },
        { title: say('import.column'), key: 'column', render: (_, one) => columnOf(one) },
        { title: say('import.value'), key: 'value', className: 'lines', render: (_, { value }) => value ?? '' },
        { title: say('import.fault'), dataIndex: 'detail', className: 'lines' },
      ]}
      card={(fault) => (
        <>
          <div className="card-title">
            {[fault.sheet, rowOf(fault), columnOf(fault)].filter((part) => part !== '').join(' · ')}
          </div>
          {fault.value !== null && <div className="said lines">{fault.value}</div>}
          <div>{fault.detail}</div>
        </>
      )}
    />
  );
}
