import { Select } from 'antd';
import { Link } from 'react-router';
import { listQuery } from '../api/queries';
import type { Device } from '../api/types';
import { useApi } from '../api/use-api';
import { CustomerName } from '../form/shown-value';
import { LinkCard } from '../parts/link-card';
import { Page } from '../parts/page';
import { RecordList } from '../parts/record-list';
import { SearchField } from '../parts/search-field';
import { DeviceTag } from '../parts/tags';
import { useFilters } from '../parts/use-filters';
import { useLanguage } from '../words/use-language';
import { ListActions } from './edit/list-actions';
import { DEVICE_STATES } from './edit/kinds';

/** The devices of the customers that the person sees. */
export function Devices() {
  const { say } = useLanguage();
  const client = useApi();
  const [filters, change] = useFilters(['q', 'state', 'customer']);
  return (
    <Page title={say('devices.title')} extra={<ListActions kind="devices" filters={filters} />}>
      <div className="filters">
        <SearchField value={filters.q ?? ''} hint={say('devices.search')} onSearch={(q) => change({ q })} />
        <Select
          aria-label={say('device.state')}
          placeholder={say('device.state')}
          allowClear
          value={filters.state ?? null}
          onChange={(state: string | null) => change({ state: state ?? undefined })}
          options={DEVICE_STATES.map((state) => ({ value: state, label: say(`device.state.${state}`) }))}
        />
      </div>
      <RecordList<Device>
        label={say('devices.title')}
        query={listQuery<Device>(client, '/devices', filters)}
        to={(device) => `/devices/${device.id}`}
        empty={say('devices.none')}
        columns={[
          {
            title: say('device.name'),
            key: 'name',
            render: (_, { id, name, model }) => (
              <>
                <Link to={`/devices/${id}`}>{name}</Link>
                <div className="quiet">{model}</div>
              </>
            ),
          },
          { title: say('device.serialNumber'), dataIndex: 'serialNumber' },
          { title: say('device.location'), dataIndex: 'location' },
          { title: say('device.businessSystem'), dataIndex: 'businessSystem' },
          { title: say('device.customer'), key: 'customer', render: (_, one) => <CustomerName id={one.customerId} /> },
          { title: say('device.state'), key: 'state', render: (_, one) => <DeviceTag state={one.state} /> },
        ]}
        card={(device) => (
          <LinkCard
            to={`/devices/${device.id}`}
            title={
              <>
                {device.name} <DeviceTag state={device.state} />
              </>
            }
          >
            <div className="quiet">
              {device.model} · {device.serialNumber}
            </div>
            <div>{device.location}</div>
          </LinkCard>
        )}
      />
    </Page>
  );
}
