import { Tag } from 'antd';
import { Link } from 'react-router';
import { FORMAT_TITLES } from '../../models/contracts/webhook-formats';
import { listQuery } from '../api/queries';
import type { Webhook } from '../api/types';
import { useApi } from '../api/use-api';
import { LinkCard } from '../parts/link-card';
import { Page } from '../parts/page';
import { RecordList } from '../parts/record-list';
import { useLanguage } from '../words/use-language';
import { AddWebhook } from './webhooks/add-webhook';
import { WebhookState } from './webhooks/webhook-state';

/** Where events are sent to: other systems and group robots; for administrators. */
export function Webhooks() {
  const { say, pick } = useLanguage();
  return (
    <Page title={say('webhooks.title')} extra={<AddWebhook />}>
      <p className="quiet">{say('webhooks.help')}</p>
      <RecordList<Webhook>
        label={say('webhooks.title')}
        query={listQuery<Webhook>(useApi(), '/webhooks')}
        to={({ id }) => `/webhooks/${id}`}
        empty={say('webhooks.none')}
        columns={[
          {
            title: say('webhook.name'),
            key: 'name',
            render: (_, { id, name }) => <Link to={`/webhooks/${id}`}>{name}</Link>,
          },
          { title: say('webhook.format'), key: 'format', render: (_, { format }) => pick(FORMAT_TITLES[format]) },
          {
            title: say('webhook.url'),
            key: 'url',
            render: (_, { url }) => <span className="quiet code">{url}</span>,
          },
          { title: say('webhook.events'), key: 'events', render: (_, { events }) => <Tag>{events.length}</Tag> },
          { title: say('deliveries.state'), key: 'state', render: (_, row) => <WebhookState row={row} /> },
        ]}
        card={(row) => (
          <LinkCard to={`/webhooks/${row.id}`} title={row.name}>
            <div className="quiet">{pick(FORMAT_TITLES[row.format])}</div>
            <WebhookState row={row} />
          </LinkCard>
        )}
      />
    </Page>
  );
}
