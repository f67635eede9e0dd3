import type { Database } from '../../models/db';
import { accessHash } from '../access-log';
import type { Found } from './fault';

/** Checks the chain of the access log, entry by entry; the number of entries. */
export async function verifyAccessLog(db: Database, found: Found): Promise<number> {
  let last = { _id: 0, hash: '' };
  for await (const { hash, ...entry } of db.access.find().sort({ _id: 1 }).lean().cursor()) {
    const where = `access#${entry._id}`;
    if (entry._id !== last._id + 1) found({ where, what: `entries ${last._id + 1} to ${entry._id - 1} are missing` });
    else if (entry.previousHash !== last.hash) found({ where, what: 'does not follow from the entry before' });
    if (accessHash(entry) !== hash) found({ where, what: 'was changed after it was written' });
    last = { _id: entry._id, hash };
  }
  return last._id;
}
