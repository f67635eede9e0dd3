import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../models/contracts/people';
import type { Database, DecisionLinkRow, IntakeSourceRow, SessionRow, UserRow } from '../models/db';
import { said } from '../models/faults';
import { sha256Of } from '../models/hash';
import { hasNoAccount } from '../models/whom';
import { Problem } from './http/problem';
import { csrfTokenOf, tokenInCookie } from './session-cookie';

/** The person behind a request and the sign-in that it came with. */
export interface SignedIn extends Actor {
  readonly user: UserRow;
  readonly sessionId: string;
  /** What the request has to show where it came with the session cookie; null where it came with a token. */
  readonly csrfToken: string | null;
  /** The cases that they never learn of. */
  readonly hiddenCases: readonly string[];
  /** The link by which they come, where they have no account: it reaches one task and its case. */
  readonly link?: DecisionLinkRow;
  /** The source by which they come, where they are a monitoring system. */
  readonly source?: IntakeSourceRow;
}

const SEEN_EVERY_MS = 60_000;

/** The id under which a token's session is stored; the token itself is stored nowhere. */
export function sessionIdOf(token: string): string {
  return sha256Of(token);
}

/**
 * Who sends this request: by its Authorization header, or where there is none by its session cookie. Refuses when there
 * is no valid sign-in or the person is no longer active.
 */
export async function authenticate(
  db: Database,
  headers: Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>,
  now: Date,
): Promise<SignedIn> {
  const credential = headers.authorization ?? `Bearer ${tokenInCookie(headers.cookie) ?? ''}`;
  const token = /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(credential)?.[1];
  if (token === undefined) throw new Problem('not-signed-in');
  const [session] = await db.sessions.aggregate<SessionRow & { user: UserRow[]; hidden: { _id: string }[] }>([
    { $match: { _id: sessionIdOf(token), expiresAt: { $gt: now } } },
    { $lookup: { from: 'users', localField: 'userId', foreignField: '_id', as: 'user' } },
    {
      $lookup: {
        from: 'cases',
        localField: 'userId',
        foreignField: 'hiddenFrom',
        // The index holds nothing else.
        pipeline: [{ $match: { hiddenFrom: { $gt: '' } } }, { $project: { _id: 1 } }],
        as: 'hidden',
      },
    },
  ]);
  const user = session?.user[0];
  if (!session || !user?.isActive) throw new Problem('not-signed-in');
  noteSeen(db, session, now);
  return {
    ...{ id: user._id, name: user.name, keys: user.keys, user, sessionId: session._id },
    csrfToken: headers.authorization === undefined ? csrfTokenOf(token) : null,
    hiddenCases: session.hidden.map(({ _id }) => _id),
  };
}

/**
 * Who comes by the link of a mail, for that one task: by the header `Authorization: Decision-Link <token>`, which no other site can
 * make a browser send. Refuses a link that there is not, that has expired, or that is no longer the person's.
 */
export async function authenticateByLink(
  db: Database,
  { authorization = '' }: Pick<IncomingHttpHeaders, 'authorization'>,
  now: Date,
): Promise<SignedIn> {
  const token = /^Decision-Link ([A-Za-z0-9_-]{20,200})$/.exec(authorization)?.[1];
  const link = token === undefined ? null : await db.decisionLinks.findById(sha256Of(token)).lean<DecisionLinkRow>();
  if (!link) throw new Problem('link-unknown');
  if (link.expiresAt <= now) throw new Problem('link-expired', said('link-anew', { caseId: link.caseId }));
  const user = await db.users.findById(link.personId).lean<UserRow>();
  if (!user || !isStillTheirs(user, link)) throw new Problem('link-withdrawn');
  return {
    id: user._id,
    name: user.name,
    keys: user.keys,
    user,
    sessionId: '',
    csrfToken: null,
    hiddenCases: [],
    link,
  };
}

/** It went to the address that they have still; they have no account, as then, and were not deactivated since. */
function isStillTheirs(user: UserRow, { address, createdAt }: DecisionLinkRow): boolean {
  const { isActive, email, linksFrom } = user;
  return isActive && hasNoAccount(user) && email === address && (!linksFrom || linksFrom <= createdAt);
}

// Nobody waits for it: a request that could not say that it came is answered all the same.
function noteSeen(db: Database, { _id, lastSeenAt }: SessionRow, now: Date): void {
  if (now.getTime() - lastSeenAt.getTime() < SEEN_EVERY_MS) return;
  db.sessions.updateOne({ _id, lastSeenAt }, { $set: { lastSeenAt: now } }).catch(() => undefined);
}
