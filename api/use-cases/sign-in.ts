import Bowser from 'bowser';
import type { Request } from 'express';
import type { UserRow } from '../../models/db';
import { newToken } from '../../models/hash';
import { sessionIdOf } from '../authentication';
import type { Deps } from '../deps';
import { Problem } from '../http/problem';
import { tokenInCookie } from '../session-cookie';
import { isPasswordOf } from './passwords';
import { attemptOf, countFailure, forgetFailures, mustNotBeThrottled } from './sign-in-throttle';

const LONGEST_AGENT = 60;

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

/** Opens a session; the token is returned this once and stored nowhere. It ends at its time, however much it is used. */
export async function openSession(
  { db, config, now }: Deps,
  userId: string,
  request: Request,
): Promise<{ token: string; createdAt: Date; expiresAt: Date }> {
  const token = newToken();
  const createdAt = now();
  const expiresAt = new Date(createdAt.getTime() + config.SESSION_LIFETIME_MS);
  const from = { address: request.ip ?? '', agent: agentOf(request.get('user-agent')) };
  await db.sessions.create([{ _id: sessionIdOf(token), userId, createdAt, expiresAt, lastSeenAt: createdAt, ...from }]);
  return { token, createdAt, expiresAt };
}

/** Ends the session that a browser has had so far, when it signs in once more. */
export async function endReplaced({ db }: Deps, cookies: string | undefined): Promise<void> {
  const token = tokenInCookie(cookies);
  if (token !== null) await db.sessions.deleteOne({ _id: sessionIdOf(token) });
}

/** Browser and system of a User-Agent header, such as “Chrome 126 · Windows”; else how the header begins. */
export function agentOf(header = ''): string {
  const { browser, os } = Bowser.parse(header === '' ? '-' : header);
  const name = [browser.name, browser.version?.split('.')[0]].filter(Boolean).join(' ');
  const known = [name, os.name].filter(Boolean).join(' · ');
  return (known || header).slice(0, LONGEST_AGENT);
}
