import { personKey, roleKey } from './codes';
import type { Whom } from './contracts/people';

/** The key of the administrators, who act where nobody else can. */
export const ADMIN_KEY = roleKey('admin', null);

/** The keys of which a person must hold one to match the rule; who holds a role company-wide matches for every customer. */
export function keysOf(whom: Whom): string[] {
  switch (whom.kind) {
    case 'persons':
      return whom.ids.map(personKey);
    case 'holders':
      return [...whom.keys];
    case 'role':
      return [...new Set([roleKey(whom.role, whom.customerId), roleKey(whom.role, null)])];
  }
}
