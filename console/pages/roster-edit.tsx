import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { rosterQuery } from '../api/queries';
import type { Roster } from '../api/types';
import { useApi } from '../api/use-api';
import { Loaded } from '../parts/loaded';
import { Page } from '../parts/page';
import { useBegun } from '../parts/use-begun';
import { useNow } from '../parts/use-now';
import { settings } from '../start/settings';
import { useLanguage } from '../words/use-language';
import { NotFound } from './not-found';
import { dayAt } from './roster/days';
import { RosterForm } from './roster/roster-form';

/** Changes the duty roster of a team, or begins one. */
export function RosterEditPage() {
  const { id = '' } = useParams();
  const query = useQuery(rosterQuery(useApi(), id));
  return <Loaded query={query}>{(newest) => <Editing key={id} newest={newest} />}</Loaded>;
}

function Editing({ newest }: { readonly newest: Roster }) {
  const { say } = useLanguage();
  const today = dayAt(useNow(), settings().timeZone);
  const editing = useBegun(newest);
  if (!newest.may.edit) return <NotFound />;
  const { team, version } = editing.begun;
  return (
    <Page
      title={say('roster.editTitle', { team: team.name })}
      extra={<Link to={`/teams/${team.id}/roster`}>{say('roster.open')}</Link>}
    >
      <RosterForm key={version} editing={editing} today={today} />
    </Page>
  );
}
