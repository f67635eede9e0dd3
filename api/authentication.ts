import type { Actor } from '../models/contracts/people';
import type { Database, UserRow } from '../models/db';
import { sha256Of } from '../models/hash';
import { Problem } from './http/problem';

/** The person behind a request and the sign-in that it came with. */
export interface SignedIn extends Actor {
  readonly user: UserRow;
  readonly sessionId: string;
}

/** The id under which a token's session is stored; the token itself is stored nowhere. */
export function sessionIdOf(token: string): string {
  return sha256Of(token);
}

/** Who sends this Authorization header; refuses when there is no valid sign-in or the person is no longer active. */
export async function authenticate(db: Database, header: string | undefined, now: Date): Promise<SignedIn> {
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(header ?? '')?.[1];
  if (token === undefined) throw new Problem('not-signed-in');
  const sessionId = sessionIdOf(token);
  const [found] = await db.sessions.aggregate<{ user: UserRow[] }>([
    { $match: { _id: sessionId, expiresAt: { $gt: now } } },
    { $lookup: { from: 'users', localField: 'userId', foreignField: '_id', as: 'user' } },
  ]);
  const user = found?.user[0];
  if (!user?.isActive) throw new Problem('not-signed-in');
  return { id: user._id, name: user.name, keys: user.keys, user, sessionId };
}
