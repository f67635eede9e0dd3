import { randomBytes, randomInt } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from '../../models/config';
import type { Database } from '../../models/db';
import { withTerms } from '../../models/search/rows';
import { keysOfGrants } from '../access';
import { duplicateOf } from '../http/problem';
import { activeAdmins } from '../use-cases/administrators';
import { passwordHash } from '../use-cases/passwords';

const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const PASSWORD_LENGTH = 20;

/** Makes an administrator when nobody is one, and logs their password this once. */
export async function createFirstAdmin(db: Database, config: Config, log: Logger, now: Date): Promise<void> {
  if (await db.users.exists(activeAdmins(config))) return;
  const isTaken = await db.users.exists({ username: 'admin' });
  const username = isTaken ? `admin-${randomBytes(3).toString('hex')}` : 'admin';
  const password = randomPassword();
  const id = `U-${username}`;
  const grants = [{ role: 'admin', customerId: null }] as const;
  const row = {
    _id: id,
    version: 1,
    updatedAt: now,
    username,
    name: '系统管理员',
    email: 'admin@localhost',
    phone: '',
    language: 'zh' as const,
    passwordHash: await passwordHash(password),
    teamId: null,
    managerId: null,
    grants,
    keys: keysOfGrants(id, grants),
    isActive: true,
    leavingUntil: null,
    isDemo: false,
  };
  try {
    await db.users.create([withTerms('users', row)]);
  } catch (error) {
    // Another process that starts at the same time was first, and says the password.
    if (duplicateOf(error)) return;
    throw error;
  }
  const outspoken = log.child({}, { redact: [] });
  outspoken.warn(
    { event: 'first-admin', username, password },
    'the first administrator; change this password after signing in',
  );
}

function randomPassword(): string {
  return Array.from({ length: PASSWORD_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
}
