import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Flex, Tag } from 'antd';
import { useParams } from 'react-router';
import { EVENT_TITLES, FORMAT_TITLES } from '../../models/contracts/webhook-formats';
import { processesQuery, webhookQuery } from '../api/queries';
import type { Webhook } from '../api/types';
import { useApi } from '../api/use-api';
import { CustomerName } from '../form/shown-value';
import { ChangesCard } from '../parts/changes-card';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { SecretList } from '../parts/secret-list';
import { useLanguage } from '../words/use-language';
import { Deliveries } from './webhooks/deliveries';
import { WebhookState } from './webhooks/webhook-state';
import { WebhookVerbs } from './webhooks/webhook-verbs';

/** An endpoint: what it is sent, what became of it, and who changed it. */
export function WebhookPage() {
  const { id = '' } = useParams();
  const query = useQuery(webhookQuery(useApi(), id));
  return (
    <Loaded query={query}>
      {(row) => (
        <Page title={row.name} extra={<WebhookVerbs row={row} />}>
          <div className="columns in-order">
            <Deliveries row={row} />
            <div className="stack">
              <Card className="sooner">
                <Facts row={row} />
              </Card>
              <ChangesCard kind="webhooks" row={row} />
            </div>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Facts({ row }: { readonly row: Webhook }) {
  const { say, pick } = useLanguage();
  const { data: processes } = useQuery(processesQuery(useApi()));
  const titleOf = (name: string) => pick(processes?.items.find((one) => one.type === name)?.title, name);
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        {
          key: 'state',
          label: say(row.isEnabled ? 'webhook.isEnabled' : 'webhook.disabledBecause'),
          children: <WebhookState row={row} />,
        },
        { key: 'format', label: say('webhook.format'), children: pick(FORMAT_TITLES[row.format]) },
        { key: 'url', label: say('webhook.url'), children: <span className="code">{row.url}</span> },
        {
          key: 'processes',
          label: say('webhook.processes'),
          children:
            row.processes.length === 0
              ? say('webhook.allProcesses')
              : row.processes.map(titleOf).join(say('word.separator')),
        },
        {
          key: 'customers',
          label: say('webhook.customers'),
          children:
            row.customers.length === 0 ? (
              say('webhook.allCustomers')
            ) : (
              <ul className="named">
                {row.customers.map((id) => (
                  <li key={id}>
                    <CustomerName id={id} />
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'events',
          label: say('webhook.events'),
          children: (
            <Flex gap={4} wrap>
              {row.events.map((event) => (
                <Tag key={event}>{pick(EVENT_TITLES[event])}</Tag>
              ))}
            </Flex>
          ),
        },
        { key: 'secrets', label: say('webhook.secrets'), children: <Secrets row={row} /> },
        ...(row.format === 'standard'
          ? []
          : [{ key: 'language', label: say('webhook.language'), children: say(`language.${row.language}`) }]),
      ]}
    />
  );
}

function Secrets({ row: { secrets } }: { readonly row: Webhook }) {
  const { say } = useLanguage();
  if (secrets.length === 0) return <>{say('webhook.noSecret')}</>;
  return <SecretList secrets={secrets} until="webhook.secretUntil" />;
}
