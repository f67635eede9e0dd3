import { randomBytes } from 'node:crypto';
import type { UserRow } from '../../models/db';
import { sessionIdOf } from '../authentication';
import type { Deps } from '../deps';
import { Problem } from '../http/problem';
import { isPasswordOf } from './passwords';
import { attemptOf, countFailure, forgetFailures, mustNotBeThrottled } from './sign-in-throttle';

const TOKEN_BYTES = 32;

/** The person whom this name and password belong to; wrong ones are counted, and too many are refused. */
export async function personOf(
  deps: Deps,
  username: string,
  password: string,
  ip: string | undefined,
): Promise<UserRow> {
  const attempt = attemptOf(username, ip);
  await mustNotBeThrottled(deps, attempt);
  const user = await deps.db.users.findOne({ username }).lean<UserRow>();
  const mayEnter = user !== null && user.isActive && (!user.isDemo || deps.config.DEMO_MODE);
  const isRight = await isPasswordOf(mayEnter ? user.passwordHash : null, password);
  if (!isRight || user === null) {
    await countFailure(deps, attempt);
    // People type their password where the name belongs, so only names that exist are kept.
    throw new Problem('wrong-credentials', '', { attempt: user ? { username: user.username } : {} });
  }
  // Of many guesses sent at once, those that were checked after the limit was reached do not count, not even the right one.
  await mustNotBeThrottled(deps, attempt);
  await forgetFailures(deps, attempt);
  return user;
}

/** Opens a session; the token is returned this once and stored nowhere. */
export async function openSession(
  { db, config, now }: Deps,
  userId: string,
): Promise<{ token: string; expiresAt: Date }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + config.SESSION_LIFETIME_MS);
  await db.sessions.create([{ _id: sessionIdOf(token), userId, createdAt, expiresAt }]);
  return { token, expiresAt };
}
