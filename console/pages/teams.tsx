import { Link } from 'react-router';
import { listQuery } from '../api/queries';
import type { Team } from '../api/types';
import { useApi } from '../api/use-api';
import { PersonName } from '../form/shown-value';
import { LinkCard } from '../parts/link-card';
import { Page } from '../parts/page';
import { PersonLabel } from '../parts/person-label';
import { RecordList } from '../parts/record-list';
import { SearchField } from '../parts/search-field';
import { useFilters } from '../parts/use-filters';
import { useLanguage } from '../words/use-language';
import { AddButton } from './edit/add-button';

/** The company's teams and who leads them. */
export function Teams() {
  const { say } = useLanguage();
  const [filters, change] = useFilters(['q']);
  return (
    <Page title={say('teams.title')} extra={<AddButton kind="teams" />}>
      <div className="filters">
        <SearchField value={filters.q ?? ''} hint={say('teams.search')} onSearch={(q) => change({ q })} />
      </div>
      <RecordList<Team>
        label={say('teams.title')}
        query={listQuery<Team>(useApi(), '/teams', filters)}
        to={(team) => `/teams/${team.id}`}
        empty={say('teams.none')}
        columns={[
          {
            title: say('team.name'),
            key: 'name',
            render: (_, team) => <Link to={`/teams/${team.id}`}>{team.name}</Link>,
          },
          {
            title: say('team.leader'),
            key: 'leader',
            render: (_, { leaderId }) => (leaderId === null ? say('word.none') : <PersonName id={leaderId} />),
          },
        ]}
        card={(team) => (
          <LinkCard to={`/teams/${team.id}`} title={team.name}>
            <div className="quiet">
              {say('team.leader')}
              {say('word.colon')}
              {team.leaderId === null ? say('word.none') : <PersonLabel id={team.leaderId} />}
            </div>
          </LinkCard>
        )}
      />
    </Page>
  );
}
