import { CUSTOMER_ROLES, roleKey, STAFF_ROLES } from '../../models/codes';
import type { UserRow } from '../../models/db';
import { isStaffRole } from '../../models/whom';
import { customersSeenBy } from '../access';
import type { SignedIn } from '../authentication';
import type { Filter } from './filters';

/** The people whom a person sees: staff see their colleagues and the people of their customers, others the people on their own side. */
export function peopleSeenBy(me: SignedIn): Filter {
  const seen = customersSeenBy(me);
  const keys =
    seen === 'all' ? [] : CUSTOMER_ROLES.flatMap((role) => seen.map((customerId) => roleKey(role, customerId)));
  const ofTheirCustomers = { keys: { $in: keys } };
  const isStaff = me.user.grants.some(({ role }) => isStaffRole(role));
  if (!isStaff) return ofTheirCustomers;
  return seen === 'all' ? {} : { $or: [{ 'grants.role': { $in: STAFF_ROLES } }, ofTheirCustomers] };
}

/** A user as they are answered: never with their password's hash. */
export function shownUser(row: UserRow): Readonly<Record<string, unknown>> {
  const { _id, version, updatedAt, username, name, email, phone, language, teamId, managerId } = row;
  const { grants, isActive, isDemo } = row;
  return {
    ...{ id: _id, version, updatedAt: updatedAt.toISOString() },
    ...{ username, name, email, phone, language, teamId, managerId, grants, isActive, isDemo },
    hasPassword: row.passwordHash !== '',
  };
}
