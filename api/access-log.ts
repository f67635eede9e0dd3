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
const ANCHOR = 'access-log';

/** An access log over the database; several API processes may append to it at once. */
export function createAccessLog(db: Database, log: Logger, now: () => Date): AccessLog {
  const queue = { last: Promise.resolve() };
  return {
    append(event) {
      queue.last = queue.last
        .then(() => appendOne(db, log, event, now()))
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

/** The last entry that the log is known to have had: its number and hash, kept apart from the entries and said in the process's log. */
export async function anchorOf(db: Database): Promise<Head | null> {
  const row = await db.counters.findById(ANCHOR).lean();
  return row && { seq: row.value, hash: row.hash ?? '' };
}

/** The number and hash of an entry. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

async function appendOne(db: Database, log: Logger, event: AccessEvent, at: Date): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const last = await lastOf(db);
    const entry = { ...event, _id: last.seq + 1, at: at.toISOString(), previousHash: last.hash };
    const hash = accessHash(entry);
    try {
      await db.access.create([{ ...entry, hash }]);
    } catch (error) {
      if (!isDuplicateKey(error) || tries === TRIES) throw error;
      continue;
    }
    await keepAnchor(db, { seq: entry._id, hash });
    log.info({ event: 'access-log', seq: entry._id, hash }, 'access log entry');
    return;
  }
}

// Where the end was cut off, the log goes on behind what is missing, so that the gap stays.
async function lastOf(db: Database): Promise<Head> {
  const [entry, anchor] = await Promise.all([db.access.findOne().sort({ _id: -1 }).lean(), anchorOf(db)]);
  if (anchor && anchor.seq > (entry?._id ?? 0)) return anchor;
  return { seq: entry?._id ?? 0, hash: entry?.hash ?? '' };
}

async function keepAnchor(db: Database, { seq, hash }: Head): Promise<void> {
  try {
    await db.counters.updateOne({ _id: ANCHOR, value: { $lt: seq } }, { $set: { value: seq, hash } }, { upsert: true });
  } catch (error) {
    // Another process has written a later entry already.
    if (!isDuplicateKey(error)) throw error;
  }
}
