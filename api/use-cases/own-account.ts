import type { z } from 'zod';
import type { ownPatch } from '../../models/contracts/directory';
import { NO_CHOICES } from '../../models/contracts/mail-choices';
import { ROLE_TITLES } from '../../models/contracts/roles';
import type { Database, UserRow } from '../../models/db';
import { withTerms } from '../../models/search/rows';
import { customersSeenBy } from '../access';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { differs } from './changes';

/** One's own account as it is answered: roles by name, the customers in scope, team and manager. */
export async function shownAccount({ db }: Deps, me: SignedIn): Promise<Readonly<Record<string, unknown>>> {
  const { username, email, phone, language, grants, teamId, managerId, phrases = [] } = me.user;
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
    ...(me.user.mailChoices ?? NO_CHOICES),
    customers: seen === 'all' ? seen : customers,
    team: teamId === null ? null : nameOf(await db.teams.findById(teamId, { name: 1 }).lean()),
    manager: managerId === null ? null : nameOf(await db.users.findById(managerId, { name: 1 }).lean()),
    phrases,
    csrfToken: me.csrfToken,
  };
}

/** Changes what everybody may change about their own account; the row as it is then. What they often say is no part of its version. */
export async function changeOwn(
  db: Database,
  me: SignedIn,
  wanted: z.output<typeof ownPatch>,
  now: Date,
): Promise<UserRow> {
  const { language = me.user.language, phone = me.user.phone, phrases } = wanted;
  if (phrases) await db.users.updateOne({ _id: me.id }, { $set: { phrases } });
  const user = phrases ? { ...me.user, phrases } : me.user;
  const before = user.mailChoices ?? NO_CHOICES;
  const { mutedMails = before.mutedMails, quietHours = before.quietHours } = wanted;
  const mailChoices = { mutedMails: [...new Set(mutedMails)].sort(), quietHours };
  if (!differs([user.language, user.phone, before], [language, phone, mailChoices])) return user;
  const $set = { language, phone, mailChoices, updatedAt: now };
  const { search = [] } = withTerms('users', { ...user, ...$set });
  await db.users.updateOne({ _id: me.id }, { $set: { ...$set, search }, $inc: { version: 1 } });
  return { ...user, ...$set };
}

function nameOf(row: { readonly _id: string; readonly name: string } | null) {
  return row && { id: row._id, name: row.name };
}
