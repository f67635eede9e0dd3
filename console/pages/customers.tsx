import { Select } from 'antd';
import { Link } from 'react-router';
import { TIERS } from '../../models/contracts/service-level-names';
import { listQuery } from '../api/queries';
import type { Customer } from '../api/types';
import { useApi } from '../api/use-api';
import { LinkCard } from '../parts/link-card';
import { Page } from '../parts/page';
import { RecordList } from '../parts/record-list';
import { SearchField } from '../parts/search-field';
import { useFilters } from '../parts/use-filters';
import { useLanguage } from '../words/use-language';
import { ListActions } from './edit/list-actions';

/** The customers that the person sees. */
export function Customers() {
  const { say } = useLanguage();
  const client = useApi();
  const [filters, change] = useFilters(['q', 'tier']);
  return (
    <Page title={say('customers.title')} extra={<ListActions kind="customers" filters={filters} />}>
      <div className="filters">
        <SearchField value={filters.q ?? ''} hint={say('customers.search')} onSearch={(q) => change({ q })} />
        <Select
          aria-label={say('customer.tier')}
          placeholder={say('customer.tier')}
          allowClear
          value={filters.tier ?? null}
          onChange={(tier: string | null) => change({ tier: tier ?? undefined })}
          options={TIERS.map((tier) => ({ value: tier, label: say(`customer.tier.${tier}`) }))}
        />
      </div>
      <RecordList<Customer>
        label={say('customers.title')}
        query={listQuery<Customer>(client, '/customers', filters)}
        to={(customer) => `/customers/${customer.id}`}
        empty={say('customers.none')}
        columns={[
          {
            title: say('customer.name'),
            key: 'name',
            render: (_, { id, name }) => <Link to={`/customers/${id}`}>{name}</Link>,
          },
          { title: say('customer.kind'), key: 'kind', render: (_, one) => say(`customer.kind.${one.kind}`) },
          { title: say('customer.tier'), key: 'tier', render: (_, one) => say(`customer.tier.${one.tier}`) },
          {
            title: say('customer.contacts'),
            key: 'contacts',
            render: (_, one) => one.contacts.map((contact) => contact.name).join(say('word.separator')),
          },
        ]}
        card={(customer) => (
          <LinkCard to={`/customers/${customer.id}`} title={customer.name}>
            <div className="card-line quiet">
              <span>{say(`customer.kind.${customer.kind}`)}</span>
              <span>{say(`customer.tier.${customer.tier}`)}</span>
            </div>
          </LinkCard>
        )}
      />
    </Page>
  );
}
