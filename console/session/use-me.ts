import { createContext, use } from 'react';
import { STAFF_ROLES, type Role } from '../../models/codes';
import type { Me } from '../api/types';

/** Holds the signed-in person; its provider is the guard of the routes. */
export const MeContext = createContext<Me | null>(null);

/** The signed-in person. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

/** True when the person holds one of these roles for anybody. */
export function holdsAny(me: Me, roles: readonly Role[]): boolean {
  return me.roles.some(({ role }) => roles.includes(role));
}

/** True for the company's own people. */
export function isStaff(me: Me): boolean {
  return holdsAny(me, STAFF_ROLES);
}
