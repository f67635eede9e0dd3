import type { Database } from '../../models/db';
import { accessHash, anchorOf, type Head } from '../access-log';
import type { Found } from './fault';

/**
 * Checks the chain of the access log, entry by entry, and that it reaches as far as its anchor says; its last entry. Who can
 * write to the database can rewrite entries and anchor together: the same number and hash then differ from the process's log.
 */
export async function verifyAccessLog(db: Database, found: Found): Promise<Head> {
  // Read first, since the log grows meanwhile.
  const anchor = await anchorOf(db);
  let last: Head = { seq: 0, hash: '' };
  for await (const { hash, ...entry } of db.access.find().sort({ _id: 1 }).lean().cursor()) {
    const where = `access#${entry._id}`;
    if (entry._id !== last.seq + 1) found({ where, what: `entries ${last.seq + 1} to ${entry._id - 1} are missing` });
    else if (entry.previousHash !== last.hash) found({ where, what: 'does not follow from the entry before' });
    if (accessHash(entry) !== hash) found({ where, what: 'was changed after it was written' });
    if (entry._id === anchor?.seq && hash !== anchor.hash)
      found({ where, what: 'is not the entry that the anchor names' });
    last = { seq: entry._id, hash };
  }
  const where = `access#${anchor?.seq ?? last.seq}`;
  if (anchor === null && last.seq > 0) found({ where, what: 'the anchor of the access log is missing' });
  if (anchor !== null && anchor.seq > last.seq)
    found({ where, what: `the end was cut off: entries ${last.seq + 1} to ${anchor.seq} are missing` });
  return last;
}
