import type { ClientSession } from 'mongoose';
import type { Config } from '../../models/config';
import type { UserRow } from '../../models/db';
import { ADMIN_KEY } from '../../models/whom';
import { said } from '../../models/faults';
import type { Deps } from '../deps';
import { Problem } from '../http/problem';
import type { Filter } from './filters';

/** The accounts that can administer this installation now; those of a demonstration count only while it is one. */
export function activeAdmins(config: Config): Filter {
  return {
    keys: ADMIN_KEY,
    isActive: true,
    passwordHash: { $ne: '' },
    ...(config.DEMO_MODE ? {} : { isDemo: false }),
  };
}

/** True for an active administrator. */
export function isActiveAdmin(user: Pick<UserRow, 'keys' | 'isActive'>): boolean {
  return user.isActive && user.keys.includes(ADMIN_KEY);
}

/** Refuses while nobody but this person administers; with a transaction, also when two dismiss each other at once. */
export async function mustLeaveAnAdmin(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  id: string,
  session: ClientSession | null,
): Promise<void> {
  // Two administrators who dismiss each other at once write the same row here, so one of them has to look again.
  if (session)
    await db.counters.updateOne({ _id: 'dismissed-admins' }, { $inc: { value: 1 } }, { upsert: true }).session(session);
  const remaining = await db.users.countDocuments({ ...activeAdmins(config), _id: { $ne: id } }).session(session);
  if (remaining === 0) throw new Problem('wrong-state', said('last-administrator'));
}
