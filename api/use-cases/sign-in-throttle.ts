import { ipKeyGenerator } from 'express-rate-limit';
import type { Database } from '../../models/db';
import { hashOf } from '../../models/hash';
import type { Deps } from '../deps';
import { Problem } from '../http/problem';

const WINDOW_IN_MS = 15 * 60_000;

/** Whose wrong passwords are counted: those of an account, and those from an address. */
export interface Attempt {
  readonly account: string;
  readonly address: string;
}

/** Who tries: the name as it was typed, and the address, of which IPv6 has as many as one likes in one network. */
export function attemptOf(username: string, ip: string | undefined): Attempt {
  const address = ip === undefined ? '' : ipKeyGenerator(ip);
  return { account: hashOf(['account', username]), address: hashOf(['address', address]) };
}

/** Refuses while the account or the address has had too many wrong passwords. */
export async function mustNotBeThrottled({ db, config, now }: Deps, { account, address }: Attempt): Promise<void> {
  const at = now();
  const full = await db.signInFailures
    .findOne({ _id: { $in: [account, address] }, failures: { $gte: config.SIGN_IN_ATTEMPTS }, expiresAt: { $gt: at } })
    .sort({ expiresAt: -1 })
    .lean();
  if (!full) return;
  const retryAfterInSeconds = Math.max(1, Math.ceil((full.expiresAt.getTime() - at.getTime()) / 1000));
  throw new Problem('too-many-attempts', '', { retryAfterInSeconds });
}

/** Counts a wrong password against the account and the address. */
export async function countFailure({ db, now }: Deps, { account, address }: Attempt): Promise<void> {
  await Promise.all([account, address].map(async (key) => await countOne(db, key, now())));
}

/** Forgets the account's wrong passwords after a right one; those of the address stay, or one account of one's own would clear them. */
export async function forgetFailures({ db }: Deps, { account }: Attempt): Promise<void> {
  await db.signInFailures.deleteOne({ _id: account });
}

async function countOne(db: Database, key: string, at: Date): Promise<void> {
  const isRunning = { $gt: ['$expiresAt', at] };
  const $set = {
    failures: { $cond: [isRunning, { $add: ['$failures', 1] }, 1] },
    expiresAt: { $cond: [isRunning, '$expiresAt', new Date(at.getTime() + WINDOW_IN_MS)] },
  };
  await db.signInFailures.updateOne({ _id: key }, [{ $set }], { upsert: true, updatePipeline: true });
}
