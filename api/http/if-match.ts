import type { Request } from 'express';
import { Problem } from './problem';

/** Refuses unless the request's If-Match names this version; a weak tag or `*` would let a change go unseen. */
export function mustMatch(request: Request, version: number): void {
  const known = [...(request.get('if-match') ?? '').matchAll(/(?:^|,)\s*"(\d+)"\s*(?=,|$)/g)].map((match) =>
    Number(match[1]),
  );
  if (!known.includes(version)) throw new Problem('changed-meanwhile');
}
