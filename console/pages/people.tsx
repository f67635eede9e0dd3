import { Select, Tag } from 'antd';
import { Link } from 'react-router';
import { CUSTOMER_ROLES, STAFF_ROLES } from '../../models/codes';
import { ROLE_TITLES } from '../../models/contracts/roles';
import { listQuery } from '../api/queries';
import type { Person } from '../api/types';
import { useApi } from '../api/use-api';
import { LinkCard } from '../parts/link-card';
import { Page } from '../parts/page';
import { RecordList } from '../parts/record-list';
import { SearchField } from '../parts/search-field';
import { useFilters } from '../parts/use-filters';
import { useLanguage } from '../words/use-language';
import { ListActions } from './edit/list-actions';

/** The people whom the person sees. */
export function People() {
  const { say, pick } = useLanguage();
  const client = useApi();
  const [filters, change] = useFilters(['q', 'role']);
  const rolesOf = ({ grants }: Person) =>
    [...new Set(grants.map(({ role }) => pick(ROLE_TITLES[role])))].join(say('word.separator'));
  const state = (person: Person) => !person.isActive && <Tag>{say('person.inactive')}</Tag>;
  return (
    <Page title={say('people.title')} extra={<ListActions kind="users" filters={filters} />}>
      <div className="filters">
        <SearchField value={filters.q ?? ''} hint={say('people.search')} onSearch={(q) => change({ q })} />
        <Select
          aria-label={say('person.role')}
          placeholder={say('person.role')}
          allowClear
          value={filters.role ?? null}
          onChange={(role: string | null) => change({ role: role ?? undefined })}
          options={[...STAFF_ROLES, ...CUSTOMER_ROLES].map((role) => ({ value: role, label: pick(ROLE_TITLES[role]) }))}
        />
      </div>
      <RecordList<Person>
        label={say('people.title')}
        query={listQuery<Person>(client, '/users', filters)}
        to={(person) => `/people/${person.id}`}
        empty={say('people.none')}
        columns={[
          {
            title: say('person.name'),
            key: 'name',
            render: (_, person) => (
              <>
                <Link to={`/people/${person.id}`}>{person.name}</Link> {state(person)}
              </>
            ),
          },
          { title: say('person.username'), dataIndex: 'username' },
          { title: say('person.roles'), key: 'roles', render: (_, person) => rolesOf(person) },
          { title: say('person.email'), dataIndex: 'email' },
          { title: say('person.phone'), dataIndex: 'phone' },
        ]}
        card={(person) => (
          <LinkCard
            to={`/people/${person.id}`}
            title={
              <>
                {person.name} {state(person)}
              </>
            }
          >
            <div className="quiet">{rolesOf(person)}</div>
            <div>{person.phone}</div>
          </LinkCard>
        )}
      />
    </Page>
  );
}
