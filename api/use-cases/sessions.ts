import type { z } from 'zod';
import type { sessionList } from '../../models/contracts/sessions';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';

const SHOWN = 200;

/** The sign-ins of a person that have not ended, the latest used first, 200 at most. */
export async function sessionsOf(
  { db, now }: Deps,
  me: SignedIn,
  userId: string,
): Promise<z.output<typeof sessionList>> {
  const rows = await db.sessions
    .find({ userId, expiresAt: { $gt: now() } })
    .sort({ lastSeenAt: -1, _id: 1 })
    .limit(SHOWN)
    .lean();
  return {
    items: rows.map(({ _id, createdAt, expiresAt, lastSeenAt, address, agent }) => ({
      id: _id,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      ...{ address, agent, isThis: _id === me.sessionId },
    })),
  };
}

/** Ends all sign-ins of a person but the one with which the request came; how many there were. */
export async function endOthers({ db }: Deps, me: SignedIn, userId: string): Promise<number> {
  const { deletedCount } = await db.sessions.deleteMany({ userId, _id: { $ne: me.sessionId } });
  return deletedCount;
}
