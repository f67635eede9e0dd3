import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Flex, Tag } from 'antd';
import { useParams } from 'react-router';
import { ROLE_TITLES } from '../../models/contracts/roles';
import { personQuery } from '../api/queries';
import type { Person } from '../api/types';
import { useApi } from '../api/use-api';
import { CustomerName } from '../form/shown-value';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { holdsAny, useMe } from '../session/use-me';
import { useLanguage } from '../words/use-language';
import { EditButton } from './edit/edit-button';

/** A person: how to reach them, and which roles they hold for whom. */
export function PersonPage() {
  const { id = '' } = useParams();
  const { say } = useLanguage();
  const me = useMe();
  const query = useQuery(personQuery(useApi(), id));
  return (
    <Loaded query={query}>
      {(person) => (
        <Page
          title={person.name}
          extra={
            <Flex gap={8} align="center">
              {!person.isActive && <Tag>{say('person.inactive')}</Tag>}
              <EditButton kind="users" row={person} />
            </Flex>
          }
        >
          {!person.hasPassword && person.isActive && holdsAny(me, ['admin']) && (
            <Alert type="warning" showIcon title={say('person.noPassword')} style={{ marginBottom: 16 }} />
          )}
          <Card>
            <Descriptions
              column={{ xs: 1, md: 2 }}
              items={[
                { key: 'username', label: say('person.username'), children: person.username },
                {
                  key: 'email',
                  label: say('person.email'),
                  children: <a href={`mailto:${person.email}`}>{person.email}</a>,
                },
                {
                  key: 'phone',
                  label: say('person.phone'),
                  children: person.phone === '' ? say('word.none') : <a href={`tel:${person.phone}`}>{person.phone}</a>,
                },
                { key: 'language', label: say('person.language'), children: say(`language.${person.language}`) },
                { key: 'roles', label: say('person.roles'), children: <Grants person={person} /> },
              ]}
            />
          </Card>
        </Page>
      )}
    </Loaded>
  );
}

function Grants({ person }: { readonly person: Person }) {
  const { say, pick } = useLanguage();
  return (
    <ul className="cards">
      {person.grants.map(({ role, customerId }) => (
        <li key={`${role} ${customerId ?? ''}`}>
          {pick(ROLE_TITLES[role])} ·{' '}
          {customerId === null ? say('person.wholeCompany') : <CustomerName id={customerId} />}
        </li>
      ))}
    </ul>
  );
}
