import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Empty } from 'antd';
import { callbackBoardQuery } from '../../api/queries';
import { useApi } from '../../api/use-api';
import { ReferenceField } from '../../form/fields/reference';
import { Loaded } from '../../parts/loaded';
import { RecordTable } from '../../parts/record-list';
import { useLanguage } from '../../words/use-language';
import { CallbackCard } from './callback-card';
import { useCallbackColumns } from './callback-columns';
import type { ChangeFilters } from './filters';

interface Props {
  readonly customer: string | undefined;
  readonly change: ChangeFilters;
}

/** The open callbacks: whom they wait for and until when, what is due first on top. */
export function DueCallbacks({ customer, change }: Props) {
  const { say } = useLanguage();
  const columns = useCallbackColumns('open');
  const query = useQuery({ ...callbackBoardQuery(useApi(), { customer }), placeholderData: keepPreviousData });
  return (
    <>
      <div className="filters">
        <ReferenceField
          kind="customer"
          label={say('figures.customer')}
          {...(customer === undefined ? {} : { value: customer })}
          onChange={(chosen) => change({ customer: chosen })}
        />
      </div>
      <Loaded query={query}>
        {({ items, isCut }) =>
          items.length === 0 ? (
            <Empty description={say('callbacks.noneDue')} />
          ) : (
            <>
              {isCut && <Alert type="warning" showIcon title={say('callbacks.cut', { count: items.length })} />}
              <RecordTable
                items={items}
                columns={columns}
                card={(row) => <CallbackCard row={row} />}
                to={(row) => `/cases/${row.id}`}
                label={say('callbacks.due')}
              />
            </>
          )
        }
      </Loaded>
    </>
  );
}
