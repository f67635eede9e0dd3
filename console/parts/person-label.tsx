import { useQuery } from '@tanstack/react-query';
import { personQuery } from '../api/queries';
import { useApi } from '../api/use-api';

/** The name of a person by their id, where a link cannot stand. */
export function PersonLabel({ id }: { readonly id: string }) {
  const { data } = useQuery(personQuery(useApi(), id));
  return <>{data?.name ?? id}</>;
}
