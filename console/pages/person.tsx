import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Flex, Tag } from 'antd';
import { useParams } from 'react-router';
import { CUSTOMER_ROLES } from '../../models/codes';
import { EDITORS } from '../../models/contracts/editors';
import { ROLE_TITLES } from '../../models/contracts/roles';
import { personQuery } from '../api/queries';
import type { Person } from '../api/types';
import { useApi } from '../api/use-api';
import { CustomerName, PersonName, TeamName } from '../form/shown-value';
import { ChangesCard } from '../parts/changes-card';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { PeopleList } from '../parts/people-list';
import { holdsAny, useMe } from '../session/use-me';
import type { Say } from '../words/say';
import { useLanguage } from '../words/use-language';
import { EditButton } from './edit/edit-button';
import { Activate } from './person/activate';
import { Deactivate } from './person/deactivate';
import { PersonSessions } from './person/person-sessions';
import { SetPassword } from './person/set-password';

/** A person: how to reach them, and which roles they hold for whom. */
export function PersonPage() {
  const { id = '' } = useParams();
  const { say } = useLanguage();
  const mayEdit = holdsAny(useMe(), EDITORS.users);
  const query = useQuery(personQuery(useApi(), id));
  return (
    <Loaded query={query}>
      {(person) => (
        <Page
          title={person.name}
          extra={
            <Flex gap={8} align="center" wrap>
              {!person.isActive && <Tag>{say('person.inactive')}</Tag>}
              <EditButton kind="users" row={person} />
              {mayEdit && <SetPassword person={person} />}
              {mayEdit && (person.isActive ? <Deactivate person={person} /> : <Activate person={person} />)}
            </Flex>
          }
        >
          {!person.hasPassword && person.isActive && mayEdit && (
            <Alert type="warning" showIcon title={say('person.noPassword')} style={{ marginBottom: 16 }} />
          )}
          <div className="stack">
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
                    children:
                      person.phone === '' ? say('word.none') : <a href={`tel:${person.phone}`}>{person.phone}</a>,
                  },
                  { key: 'language', label: say('person.language'), children: say(`language.${person.language}`) },
                  { key: 'roles', label: say('person.roles'), children: <Grants person={person} /> },
                  ...(isCustomersSide(person) ? [] : placeOf(person, say)),
                ]}
              />
            </Card>
            {mayEdit && <PersonSessions person={person} />}
            <ChangesCard kind="users" row={person} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}

/** Where one of the company's own people stands: team, manager, who reports to them. */
function placeOf({ id, teamId, managerId }: Person, say: Say) {
  return [
    { key: 'team', label: say('person.team'), children: teamId === null ? say('word.none') : <TeamName id={teamId} /> },
    {
      key: 'manager',
      label: say('person.manager'),
      children: managerId === null ? say('word.none') : <PersonName id={managerId} />,
    },
    {
      key: 'reports',
      label: say('person.reports'),
      children: <PeopleList filters={{ manager: id }} label={say('person.reports')} />,
    },
  ];
}

function isCustomersSide({ grants }: Person): boolean {
  return grants.every(({ role }) => (CUSTOMER_ROLES as readonly string[]).includes(role));
}

function Grants({ person }: { readonly person: Person }) {
  const { say, pick } = useLanguage();
  return (
    <ul className="cards in-text">
      {person.grants.map(({ role, customerId }) => (
        <li key={`${role} ${customerId ?? ''}`}>
          {pick(ROLE_TITLES[role])} ·{' '}
          {customerId === null ? say('person.wholeCompany') : <CustomerName id={customerId} />}
        </li>
      ))}
    </ul>
  );
}
