import { roleKey } from '../../models/codes';
import type { PersonName, Whom } from '../../models/contracts/people';
import type { Database } from '../../models/db';
import { ADMIN_KEY, isCustomerSide, keysOf } from '../../models/whom';

/** A person as mails and sentences need them. */
export interface KnownPerson extends PersonName {
  readonly email: string;
  readonly language: 'zh' | 'en';
  readonly keys: readonly string[];
  /** They are on a customer's side and cannot sign in: nobody has given them a password. */
  readonly hasNoAccount: boolean;
}

/** The people who hold some keys, read once for a whole record. */
export interface Directory {
  /** Active people who hold one of the keys and are not excluded. */
  holding(keys: readonly string[], excluded: readonly string[]): KnownPerson[];
  /** Whom a rule means: its own people; if there are none, those with the role company-wide; else the administrators. */
  meant(whom: Whom, excluded: readonly string[]): KnownPerson[];
}

/** Reads the active people who hold any of the keys, and the administrators. */
export async function directoryOf(db: Database, keys: readonly string[]): Promise<Directory> {
  const wanted = [...new Set([...keys, ADMIN_KEY])];
  const users = await db.users
    .find(
      { isActive: true, keys: { $in: wanted } },
      { name: 1, email: 1, language: 1, keys: 1, grants: 1, passwordHash: 1 },
    )
    .sort({ _id: 1 })
    .lean();
  const people = users.map(({ _id, name, email, language, keys: held, grants, passwordHash }) => ({
    id: _id,
    name,
    email,
    language,
    keys: held,
    hasNoAccount: passwordHash === '' && isCustomerSide(grants),
  }));
  const holding: Directory['holding'] = (some, excluded) =>
    people.filter((person) => !excluded.includes(person.id) && person.keys.some((key) => some.includes(key)));
  return {
    holding,
    meant(whom, excluded) {
      const groups =
        whom.kind === 'role' ? [[roleKey(whom.role, whom.customerId)], [roleKey(whom.role, null)]] : [keysOf(whom)];
      return [...groups, [ADMIN_KEY]].map((group) => holding(group, excluded)).find((found) => found.length > 0) ?? [];
    },
  };
}
