import { roleKey } from '../../models/codes';
import type { Config } from '../../models/config';
import type { UserRow } from '../../models/db';
import type { Filter } from './filters';

/** The key that administrators hold. */
export const ADMIN_KEY = roleKey('admin', null);

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
