import { useQuery } from '@tanstack/react-query';
import { Alert, Empty } from 'antd';
import { faultBoardQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { Loaded } from '../../parts/loaded';
import { RecordTable } from '../../parts/record-list';
import { useLanguage } from '../../words/use-language';
import { FaultCard } from './fault-card';
import { useFaultColumns } from './fault-columns';

/** The open faults with their running clocks, what is due first on top. */
export function FaultBoard() {
  const { say } = useLanguage();
  const columns = useFaultColumns('open');
  return (
    <Loaded query={useQuery(faultBoardQuery(useApi()))}>
      {({ items, isCut }) =>
        items.length === 0 ? (
          <Empty description={say('faults.noneOpen')} />
        ) : (
          <>
            {isCut && <Alert type="warning" showIcon title={say('faults.cut', { count: items.length })} />}
            <RecordTable
              items={items}
              columns={columns}
              card={(row) => <FaultCard row={row} />}
              to={(row) => `/cases/${row.id}`}
              label={say('faults.board')}
            />
          </>
        )
      }
    </Loaded>
  );
}
