import type { Role } from '../models/codes';
import type { Holders } from '../models/contracts/record';
import type { Database } from '../models/db';
import { keysOf } from '../models/whom';

/** Who holds these roles for a customer or for the whole company, and is active; none of the excepted. */
export async function holdersOf(
  db: Database,
  roles: readonly Role[],
  customerId: string | null,
  except: readonly string[],
): Promise<Holders> {
  const asked = roles.map((role) => ({ role, keys: keysOf({ kind: 'role', role, customerId }) }));
  const people = await db.users
    .find({ isActive: true, _id: { $nin: [...except] }, keys: { $in: asked.flatMap(({ keys }) => keys) } }, { keys: 1 })
    .sort({ _id: 1 })
    .lean();
  return Object.fromEntries(
    asked.map(({ role, keys }) => [
      role,
      people.filter((person) => person.keys.some((key) => keys.includes(key))).map(({ _id }) => ({ id: _id })),
    ]),
  );
}
