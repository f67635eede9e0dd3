import type { Database } from '../../models/db';
import { shownAddress } from '../../models/shown-address';

/** Hides what follows the host in the addresses of endpoints as they are shown. */
export async function hideAddresses(db: Database): Promise<void> {
  for await (const { _id, url } of db.webhooks.find({}, { url: 1 }).lean())
    await db.webhooks.updateOne({ _id }, { $set: { url: shownAddress(url) } });
}
