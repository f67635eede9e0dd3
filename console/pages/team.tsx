import { useQuery } from '@tanstack/react-query';
import { Card, Descriptions, Flex } from 'antd';
import { Link, useParams } from 'react-router';
import { teamQuery } from '../api/queries';
import { useApi } from '../api/use-api';
import { PersonName } from '../form/shown-value';
import { ChangesCard } from '../parts/changes-card';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { PeopleList } from '../parts/people-list';
import { useLanguage } from '../words/use-language';
import { EditButton } from './edit/edit-button';
import { OnDutyNow } from './roster/on-duty-now';

/** A team: who leads it, who belongs to it. */
export function TeamPage() {
  const { id = '' } = useParams();
  const { say } = useLanguage();
  const query = useQuery(teamQuery(useApi(), id));
  return (
    <Loaded query={query}>
      {(team) => (
        <Page title={team.name} extra={<EditButton kind="teams" row={team} />}>
          <div className="stack">
            <Card>
              <Descriptions
                column={1}
                items={[
                  {
                    key: 'leader',
                    label: say('team.leader'),
                    children: team.leaderId === null ? say('word.none') : <PersonName id={team.leaderId} />,
                  },
                  {
                    key: 'on-duty',
                    label: say('roster.now'),
                    children: (
                      <Flex gap="4px 12px" wrap>
                        <OnDutyNow teamId={team.id} />
                        <Link to={`/teams/${team.id}/roster`}>{say('roster.open')}</Link>
                      </Flex>
                    ),
                  },
                  {
                    key: 'members',
                    label: say('team.members'),
                    children: <PeopleList filters={{ team: team.id }} label={say('team.members')} />,
                  },
                ]}
              />
            </Card>
            <ChangesCard kind="teams" row={team} />
          </div>
        </Page>
      )}
    </Loaded>
  );
}
