import type { Database } from '../../models/db';
import { invalidAt } from '../http/invalid';

/** Refuses customers that do not exist, with a pointer to the first of them; null stands for none in particular. */
export async function mustKnowCustomers(
  db: Database,
  ids: readonly (string | null)[],
  pointerTo: (index: number) => string,
): Promise<void> {
  if (ids.length === 0) return;
  const known = await db.customers.distinct('_id', { _id: { $in: ids.filter((id) => id !== null) } });
  const unknown = ids.findIndex((id) => id !== null && !known.includes(id));
  if (unknown >= 0) throw invalidAt(pointerTo(unknown), 'no-such-customer');
}
