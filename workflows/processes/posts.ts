import type { Role } from '../../models/codes';
import type { Whom } from '../../models/contracts/people';
import type { Holders } from '../../models/contracts/record';
import type { Desk } from '../human-task/desk';

/** Who speaks for a customer, the first first. */
export const FOR_CUSTOMER = ['customer-lead', 'competent-department', 'customer'] as const satisfies Role[];

/** The first of these roles that somebody holds who is none of the excepted; null where there is none. */
export function holding<Data>(
  desk: Desk<Data>,
  holders: Holders,
  roles: readonly Role[],
  except: readonly string[] = [],
): Whom | null {
  const found = roles.find((role) => holders[role]?.some(({ id }) => !except.includes(id)));
  return found ? desk.role(found) : null;
}
