import { isCustomerSide } from '../../../models/whom';
import { inScopeOf } from '../filters';
import type { AnyCall } from '../master-data';
import { nameTable, type Names, type NameTable } from './column';

/** The names that a person may use in a file: of customers that they see; for people also of teams and colleagues. */
export async function namesFor(call: AnyCall, { people: isOfPeople }: { readonly people: boolean }): Promise<Names> {
  const { db, config } = call.deps;
  const customers = await db.customers.find(inScopeOf(call.me, '_id'), { name: 1 }).lean();
  const teams = isOfPeople ? await db.teams.find({}, { name: 1 }).lean() : [];
  const fields = { username: 1, name: 1, grants: 1, isActive: 1, managerId: 1 };
  const people = isOfPeople ? await db.users.find({}, fields).lean() : [];
  const active = people.filter(({ isActive, grants }) => isActive && !isCustomerSide(grants));
  const managers = new Map(people.map(({ _id, managerId }) => [_id, managerId]));
  const byUsername = ({ _id, username }: (typeof people)[number]) => ({ _id, name: username });
  return {
    language: call.language,
    timeZone: config.COMPANY_TIME_ZONE,
    customers: nameTable(customers),
    teams: nameTable(teams),
    colleagues: firstOf(nameTable(people.map(byUsername), active.map(byUsername)), nameTable(active)),
    managerOf: (id) => managers.get(id) ?? null,
  };
}

/** Ids by the first table, then by the second; shown by the first. */
function firstOf(first: NameTable, second: NameTable): NameTable {
  return {
    nameOf: first.nameOf,
    idsOf: (words) => {
      const ids = first.idsOf(words);
      return ids.length > 0 ? ids : second.idsOf(words);
    },
  };
}
