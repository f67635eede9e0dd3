import type { ImportKind } from '../../../models/contracts/imports';
import { isCustomerSide } from '../../access';
import { inScopeOf } from '../filters';
import type { AnyCall } from '../master-data';
import { nameTable, type Names, type NameTable } from './column';

/** The names that a person may use in a file: of customers that they see; for people also of teams and colleagues. */
export async function namesFor(call: AnyCall, kind: ImportKind | null): Promise<Names> {
  const { db } = call.deps;
  const customers = await db.customers.find(inScopeOf(call.me, '_id'), { name: 1 }).lean();
  const teams = kind === 'users' ? await db.teams.find({}, { name: 1 }).lean() : [];
  const fields = { username: 1, name: 1, grants: 1, isActive: 1, managerId: 1 };
  const people = kind === 'users' ? await db.users.find({}, fields).lean() : [];
  const active = people.filter(({ isActive, grants }) => isActive && !isCustomerSide(grants));
  const managers = new Map(people.map(({ _id, managerId }) => [_id, managerId]));
  return {
    language: call.language,
    customers: nameTable(customers),
    teams: nameTable(teams),
    colleagues: firstOf(
      nameTable(active.map(({ _id, username }) => ({ _id, name: username }))),
      nameTable(active.map(({ _id, name }) => ({ _id, name }))),
    ),
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
