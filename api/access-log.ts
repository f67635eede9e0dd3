import type { Logger } from 'pino';
import { hashOf } from '../models/hash';
import { isDuplicateKey, type AccessRow, type Database } from '../models/db';

/** What somebody tried at the API: sign-ins, refused attempts, downloads, edits of master data. */
export type AccessEvent = Pick<AccessRow, 'personId' | 'address' | 'action' | 'target' | 'result' | 'details'>;

/** The API's own record, chained by hash. */
export interface AccessLog {
  /** Writes an entry, in the order of the calls; a failure is logged, never thrown at the request. */
  append(event: AccessEvent): Promise<void>;
}

const TRIES = 20;

/** An access log over the database; several API processes may append to it at once. */
export function createAccessLog(db: Database, log: Logger, now: () => Date): AccessLog {
  const queue = { last: Promise.resolve() };
  return {
    append(event) {
      queue.last = queue.last
        .then(() => appendOne(db, event, now()))
        .catch((error: unknown) => {
          log.error({ err: error, action: event.action }, 'access log entry not written');
        });
      return queue.last;
    },
  };
}

/** The hash of an entry, from all of it but the hash. */
export function accessHash(entry: Omit<AccessRow, 'hash'>): string {
  return hashOf(entry);
}

async function appendOne(db: Database, event: AccessEvent, at: Date): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const head = await db.access.findOne().sort({ _id: -1 }).lean();
    const entry = { ...event, _id: (head?._id ?? 0) + 1, at: at.toISOString(), previousHash: head?.hash ?? '' };
    try {
      await db.access.create([{ ...entry, hash: accessHash(entry) }]);
      return;
    } catch (error) {
      if (!isDuplicateKey(error) || tries === TRIES) throw error;
    }
  }
}
