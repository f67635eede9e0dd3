import { useInfiniteQuery } from '@tanstack/react-query';
import { listQuery } from '../../api/queries';
import type { Person, Team } from '../../api/types';
import { useApi } from '../../api/use-api';
import { useLanguage } from '../../words/use-language';

const ALL = 200;

/** Who reports to somebody and the teams that they lead, and what becomes of these when they leave. */
export function Leads({ person }: { readonly person: Person }) {
  const client = useApi();
  const { say } = useLanguage();
  const reports = useInfiniteQuery(listQuery<Person>(client, '/users', { manager: person.id }, ALL));
  const teams = useInfiniteQuery(listQuery<Team>(client, '/teams', { leader: person.id }, ALL));
  const names = [teams.data, reports.data].flatMap(
    (data) => data?.pages.flatMap((page) => page.items.map((item: Person | Team) => item.name)) ?? [],
  );
  if (names.length === 0) return null;
  return (
    <>
      <h3>{say('leave.leads')}</h3>
      <p>{names.join(say('word.separator'))}</p>
      <p className="quiet">{say('leave.leadsHelp')}</p>
    </>
  );
}
