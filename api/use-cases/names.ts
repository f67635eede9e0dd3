import type { PersonName } from '../../models/contracts/people';
import type { Database } from '../../models/db';

/** Names of records by their ids; an id that is not there is its own name. */
export type NameOf = (id: string) => PersonName;

/** The names of these customers. */
export async function customerNames({ customers }: Database, ids: readonly (string | null)[]): Promise<NameOf> {
  return namesIn(await customers.find({ _id: { $in: known(ids) } }, { name: 1 }).lean());
}

/** The names of these people. */
export async function personNames({ users }: Database, ids: readonly string[]): Promise<NameOf> {
  return namesIn(await users.find({ _id: { $in: known(ids) } }, { name: 1 }).lean());
}

/** The names of these devices. */
export async function deviceNames({ devices }: Database, ids: readonly string[]): Promise<NameOf> {
  return namesIn(await devices.find({ _id: { $in: known(ids) } }, { name: 1 }).lean());
}

function known(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}

function namesIn(rows: readonly { readonly _id: string; readonly name: string }[]): NameOf {
  const names = new Map(rows.map(({ _id, name }) => [_id, name]));
  return (id) => ({ id, name: names.get(id) ?? id });
}
