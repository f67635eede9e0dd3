import type { Found } from '../api/types';

/** The page of something that a search found. */
export function addressOfFound({ kind, id }: Pick<Found, 'kind' | 'id'>): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}
