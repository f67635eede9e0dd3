import type { z } from 'zod';
import type { ownPatch } from '../../models/contracts/directory';
import { ROLE_TITLES } from '../../models/contracts/roles';
import type { Database, UserRow } from '../../models/db';
import { withTerms } from '../../models/search/rows';
import { customersSeenBy } from '../access';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';

/** One's own account as it is answered: roles by name, the customers in scope, team and manager. */
export async function shownAccount({ db }: Deps, me: SignedIn): Promise<Readonly<Record<string, unknown>>> {
  const { username, email, phone, language, grants, teamId, managerId } = me.user;
  const ids = grants.flatMap(({ customerId }) => (customerId === null ? [] : [customerId]));
  const named = await db.customers
    .find({ _id: { $in: ids } }, { name: 1 })
    .sort({ name: 1 })
    .lean();
  const customers = named.map(({ _id, name }) => ({ id: _id, name }));
  const roles = grants.map(({ role, customerId }) => ({
    role,
    title: ROLE_TITLES[role],
    customer: customers.find(({ id }) => id === customerId) ?? null,
  }));
  const seen = customersSeenBy(me);
  return {
    ...{ id: me.id, username, name: me.name, email, phone, language, roles },
    customers: seen === 'all' ? seen : customers,
    team: teamId === null ? null : nameOf(await db.teams.findById(teamId, { name: 1 }).lean()),
    manager: managerId === null ? null : nameOf(await db.users.findById(managerId, { name: 1 }).lean()),
    csrfToken: me.csrfToken,
  };
}

/** Changes what everybody may change about their own account; the row as it is then. */
export async function changeOwn(
  db: Database,
  me: SignedIn,
  wanted: z.output<typeof ownPatch>,
  now: Date,
): Promise<UserRow> {
  const { language = me.user.language, phone = me.user.phone } = wanted;
  if (language === me.user.language && phone === me.user.phone) return me.user;
  const $set = { language, phone, updatedAt: now };
  const { search = [] } = withTerms('users', { ...me.user, ...$set });
  await db.users.updateOne({ _id: me.id }, { $set: { ...$set, search }, $inc: { version: 1 } });
  return { ...me.user, ...$set };
}

function nameOf(row: { readonly _id: string; readonly name: string } | null) {
  return row && { id: row._id, name: row.name };
}
