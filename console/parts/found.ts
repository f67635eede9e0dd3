import type { Found } from '../api/types';

/** The page of something that a search found. */
export function addressOfFound({ kind, id }: { readonly kind: Found['kind'] | 'teams'; readonly id: string }): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}
