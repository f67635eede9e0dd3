import { roleKey, type Role } from '../models/codes';
import type { Grant } from '../models/contracts/people';
import { isStaffRole } from '../models/whom';
import type { SignedIn } from './authentication';

/** The keys that a person's grants give, with the key that is theirs alone. */
export function keysOfGrants(personId: string, grants: readonly Grant[]): string[] {
  return [`person:${personId}`, ...new Set(grants.map((grant) => roleKey(grant.role, grant.customerId)))];
}

/** True when the person holds the role for this customer or for the whole company. */
export function holds(me: SignedIn, role: Role, customerId: string | null): boolean {
  return me.keys.includes(roleKey(role, null)) || (customerId !== null && me.keys.includes(roleKey(role, customerId)));
}

/** True when the person holds one of the roles for anybody. */
export function holdsAny(me: SignedIn, roles: readonly Role[]): boolean {
  return me.user.grants.some((grant) => roles.includes(grant.role));
}

/** True when the person holds one of the roles for this customer or for the whole company. */
export function holdsOneFor(me: SignedIn, roles: readonly Role[], customerId: string | null): boolean {
  return roles.some((role) => holds(me, role, customerId));
}

/** The customers whose records a person sees: all, or these. Customer-side people see their own customer only. */
export function customersSeenBy(me: Pick<SignedIn, 'user'>): 'all' | readonly string[] {
  if (me.user.grants.some((grant) => grant.customerId === null && isStaffRole(grant.role))) return 'all';
  return [...new Set(me.user.grants.flatMap((grant) => (grant.customerId === null ? [] : [grant.customerId])))];
}

/** True when the person sees records of this customer. */
export function seesCustomer(me: Pick<SignedIn, 'user'>, customerId: string | null): boolean {
  const seen = customersSeenBy(me);
  return seen === 'all' || (customerId !== null && seen.includes(customerId));
}
