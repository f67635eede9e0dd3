import type { z } from 'zod';
import type { ownPatch } from '../../models/contracts/directory';
import { NO_CHOICES } from '../../models/contracts/mail-choices';
import { ROLE_TITLES } from '../../models/contracts/roles';
import type { Database, UserRow } from '../../models/db';
import { withTerms } from '../../models/search/rows';
import { customersSeenBy } from '../access';
import type { SignedIn } from '../authentication';
import type { Deps } from '../deps';
import { Problem } from '../http/problem';
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

/**
 * Changes what everybody may change about their own account, each choice by itself, so that who changes another one at the same time
 * loses nothing; the row as it is then. What they often say is no part of its version.
 */
export async function changeOwn(
  db: Database,
  me: SignedIn,
  { phrases, mutedMails, ...rest }: z.output<typeof ownPatch>,
  now: Date,
): Promise<UserRow> {
  if (phrases) await db.users.updateOne({ _id: me.id }, { $set: { phrases } });
  const user = phrases ? { ...me.user, phrases } : me.user;
  const wanted = { ...rest, ...(mutedMails && { mutedMails: [...new Set(mutedMails)].sort() }) };
  const before: Readonly<Record<string, unknown>> = { ...user, ...(user.mailChoices ?? NO_CHOICES) };
  const changes = Object.entries(wanted).filter(([name, value]) => value !== undefined && differs(before[name], value));
  if (changes.length === 0) return user;
  const isChoice = ([name]: (typeof changes)[number]) => name in NO_CHOICES;
  const ofAccount = Object.fromEntries(changes.filter((change) => !isChoice(change)));
  const choices = Object.fromEntries(changes.filter(isChoice));
  const { search = [] } = withTerms('users', { ...user, ...ofAccount });
  const $set = {
    ...asTheyAre({ ...ofAccount, search, updatedAt: now }),
    mailChoices: { $mergeObjects: [{ $literal: NO_CHOICES }, '$mailChoices', { $literal: choices }] },
    version: { $add: ['$version', 1] },
  };
  const changed = await db.users
    .findOneAndUpdate({ _id: me.id }, [{ $set }], { returnDocument: 'after', updatePipeline: true })
    .lean<UserRow>();
  if (!changed) throw new Problem('not-signed-in');
  return changed;
}

/** Values that no pipeline takes for what it is to work out. */
function asTheyAre(values: Readonly<Record<string, unknown>>): Record<string, { readonly $literal: unknown }> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { $literal: value }]));
}

function nameOf(row: { readonly _id: string; readonly name: string } | null) {
  return row && { id: row._id, name: row.name };
}
