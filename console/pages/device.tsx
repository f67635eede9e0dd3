import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Flex } from 'antd';
import { Link, useParams } from 'react-router';
import { deviceQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { CustomerName, money } from '../form/shown-value';
import { ChangesCard } from '../parts/changes-card';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { DeviceTag } from '../parts/tags';
import { useLanguage } from '../words/use-language';
import { DEVICE_LINES } from './edit/kinds';
import { EditButton } from './edit/edit-button';

/** A device: what it is, where it stands, what runs on it. */
export function DevicePage() {
  const { id = '' } = useParams();
  const { say } = useLanguage();
  const query = useQuery(deviceQuery(useApi(), id));
  return (
    <Loaded query={query}>
      {(device) => (
        <Page
          title={device.name}
          extra={
            <Flex gap={8} align="center">
              <DeviceTag state={device.state} />
              {device.state !== 'scrapped' && <EditButton kind="devices" row={device} />}
            </Flex>
          }
        >
          <div className="stack">
            <Card>
              <Descriptions
                column={{ xs: 1, md: 2 }}
                items={[
                  ...DEVICE_LINES.map((name) => ({
                    key: name,
                    label: say(`device.${name}`),
                    children: device[name] || say('word.none'),
                  })),
                  {
                    key: 'customer',
                    label: say('device.customer'),
                    children: <CustomerName id={device.customerId} />,
                  },
                  {
                    key: 'purchasedOn',
                    label: say('device.purchasedOn'),
                    children: device.purchasedOn ?? say('word.none'),
                  },
                  {
                    key: 'valueInYuan',
                    label: say('device.valueInYuan'),
                    children: device.valueInYuan === null ? say('word.none') : money(device.valueInYuan),
                  },
                  ...(device.scrappedBy === null
                    ? []
                    : [
                        {
                          key: 'scrappedBy',
                          label: say('device.scrappedBy'),
                          children: <Link to={`/cases/${device.scrappedBy}`}>{device.scrappedBy}</Link>,
                        },
                      ]),
                ]}
              />
            </Card>
            <ChangesCard kind="devices" row={device} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}
