import { roleKey } from '../../models/codes';
import type { MailChoices } from '../../models/contracts/mail-choices';
import type { Grant, PersonName, Whom } from '../../models/contracts/people';
import type { Database } from '../../models/db';
import { standInOn, substitutesOf, type Away } from '../../models/absences';
import { ADMIN_KEY, hasNoAccount, isIntakeSource, keysOf, mayStandIn } from '../../models/whom';

/** A person as mails and sentences need them. */
export interface KnownPerson extends PersonName {
  readonly email: string;
  readonly phone: string;
  readonly language: 'zh' | 'en';
  readonly keys: readonly string[];
  readonly grants: readonly Grant[];
  /** They are on a customer's side and cannot sign in: nobody has given them a password. */
  readonly hasNoAccount: boolean;
  /** What they have chosen about their mails; missing: nothing. */
  readonly mailChoices?: MailChoices;
}

/** What is known of somebody who is absent. */
export interface Absent {
  readonly substitute: KnownPerson | null;
  /** Before which instant (ISO, UTC); empty where nobody acts. */
  readonly until: string;
}

/** The people who hold some keys, read once for a whole record. */
export interface Directory {
  /** Who acts for a person that is absent, none of them excluded: nobody, if nobody may; null while the person is there. */
  absenceOf(person: PersonName, excluded: readonly string[]): Absent | null;
  /** Active people who hold one of the keys and are not excluded. */
  holding(keys: readonly string[], excluded: readonly string[]): KnownPerson[];
  /** Whom a rule means: its own people; if there are none, those with the role company-wide; else the administrators. */
  meant(whom: Whom, excluded: readonly string[]): KnownPerson[];
}

/** At which instant (ISO, UTC), with which absences, for which customer's cases (null: of none) people are looked up. */
export interface LookedUp {
  readonly at: string;
  readonly away: readonly Away[];
  readonly customerId: string | null;
  /** Whom the case is hidden from: for it they are not there. */
  readonly hiddenFrom?: readonly string[];
}

/** The people whom a rule means, with their phone numbers, for somebody who may turn to them. */
export function contactsIn(directory: Directory, contacts: Whom): string {
  const people = directory.meant(contacts, []);
  return people.map(({ name, phone }) => [name, phone].filter(Boolean).join(' ')).join('；');
}

/** Reads the active people who hold any of the keys, the administrators, and who acts for those of them that are absent. */
export async function directoryOf(
  db: Database,
  keys: readonly string[],
  { at, away, customerId, hiddenFrom = [] }: LookedUp,
): Promise<Directory> {
  const wanted = [...new Set([...keys, ADMIN_KEY])];
  const people = await activePeople(db, { keys: { $in: wanted }, _id: { $nin: hiddenFrom } });
  const chainOf = ({ id }: PersonName) => substitutesOf(away, id, at);
  const named = people.flatMap((person) => chainOf(person).map(({ id }) => id));
  const standIns =
    named.length === 0 ? [] : await activePeople(db, { _id: { $in: [...new Set(named)], $nin: hiddenFrom } });
  const holding: Directory['holding'] = (some, excluded) =>
    people.filter((person) => !excluded.includes(person.id) && person.keys.some((key) => some.includes(key)));
  const fitFor = (person: PersonName) => {
    const known = people.find(({ id }) => id === person.id);
    return known ? standIns.filter((one) => mayStandIn(known, one, customerId)) : [];
  };
  return {
    holding,
    absenceOf(person, excluded) {
      const fit = fitFor(person);
      const standIn = standInOn(chainOf(person), excluded, (id) => fit.some((one) => one.id === id));
      if (standIn.kind === 'there') return null;
      const { by } = standIn;
      return { substitute: fit.find(({ id }) => id === by?.id) ?? null, until: by?.until ?? '' };
    },
    meant(whom, excluded) {
      // What came in by a form or a monitoring system has nobody behind it whom others would stand in for.
      if (whom.kind === 'persons' && whom.ids.length > 0 && whom.ids.every(isIntakeSource)) return [];
      const groups =
        whom.kind === 'role' ? [[roleKey(whom.role, whom.customerId)], [roleKey(whom.role, null)]] : [keysOf(whom)];
      return [...groups, [ADMIN_KEY]].map((group) => holding(group, excluded)).find((found) => found.length > 0) ?? [];
    },
  };
}

async function activePeople(db: Database, which: Readonly<Record<string, unknown>>): Promise<KnownPerson[]> {
  const users = await db.users
    .find(
      { isActive: true, ...which },
      { name: 1, email: 1, phone: 1, language: 1, keys: 1, grants: 1, passwordHash: 1, mailChoices: 1 },
    )
    .sort({ _id: 1 })
    .lean();
  return users.map(({ _id, name, email, phone, language, keys, grants, passwordHash, mailChoices }) => ({
    ...{ id: _id, name, email, phone, language, keys, grants },
    hasNoAccount: hasNoAccount({ passwordHash, grants }),
    ...(mailChoices && { mailChoices }),
  }));
}
