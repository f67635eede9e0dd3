import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Flex, Tag } from 'antd';
import { Link, useParams } from 'react-router';
import { customerQuery } from '../api/queries';
import type { Customer } from '../api/types';
import { useApi } from '../api/use-api';
import { ChangesCard } from '../parts/changes-card';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useLanguage } from '../words/use-language';
import { EditButton } from './edit/edit-button';

/** A customer: tier, contacts, sites, and the way to their devices and cases. */
export function CustomerPage() {
  const { id = '' } = useParams();
  const { say } = useLanguage();
  const query = useQuery(customerQuery(useApi(), id));
  return (
    <Loaded query={query}>
      {(customer) => (
        <Page title={customer.name} extra={<EditButton kind="customers" row={customer} />}>
          <div className="stack">
            <Card>
              <Descriptions
                column={{ xs: 1, md: 2 }}
                items={[
                  { key: 'kind', label: say('customer.kind'), children: say(`customer.kind.${customer.kind}`) },
                  { key: 'tier', label: say('customer.tier'), children: say(`customer.tier.${customer.tier}`) },
                ]}
              />
              <Flex gap={16} wrap>
                <Link to={`/devices?customer=${customer.id}`}>{say('customer.devices')}</Link>
                <Link to={`/cases?customer=${customer.id}`}>{say('customer.cases')}</Link>
              </Flex>
            </Card>
            <Contacts customer={customer} />
            <Sites customer={customer} />
            <ChangesCard kind="customers" row={customer} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Contacts({ customer }: { readonly customer: Customer }) {
  const { say } = useLanguage();
  return (
    <Card title={say('customer.contacts')}>
      {customer.contacts.length === 0 && say('word.none')}
      <ul className="cards">
        {customer.contacts.map((contact) => (
          <li key={`${contact.name} ${contact.email}`}>
            <div className="card-line">
              <strong>{contact.name}</strong>
              <span className="quiet">{contact.post}</span>
              {contact.isVip && <Tag color="warning">{say('contact.isVip')}</Tag>}
            </div>
            <div className="card-line">
              {contact.phone !== '' && <a href={`tel:${contact.phone.replaceAll(' ', '')}`}>{contact.phone}</a>}
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Sites({ customer }: { readonly customer: Customer }) {
  const { say } = useLanguage();
  return (
    <Card title={say('customer.sites')}>
      {customer.sites.length === 0 && say('word.none')}
      <ul className="cards">
        {customer.sites.map((site) => (
          <li key={site.name}>
            <strong>{site.name}</strong>
            <div className="quiet">{site.address}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
