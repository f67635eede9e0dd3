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
const MOST_AT_ONCE = 1_000;
const ANCHOR = 'access-log';

/** What was appended, with the instant. */
interface Noted {
  readonly event: AccessEvent;
  readonly at: Date;
}

/** An access log over the database; several API processes may append to it at once. What comes while it writes, it writes together. */
export function createAccessLog(db: Database, log: Logger, now: () => Date): AccessLog {
  const queue = { last: Promise.resolve(), gathered: [] as Noted[] };
  const writeGathered = async () => {
    const noted = queue.gathered.splice(0, MOST_AT_ONCE);
    if (noted.length === 0) return;
    await appendAll(db, log, noted).catch((error: unknown) => {
      const actions = [...new Set(noted.map(({ event }) => event.action))];
      log.error({ err: error, entries: noted.length, actions }, 'access log entries not written');
    });
  };
  return {
    append(event) {
      queue.gathered.push({ event, at: now() });
      queue.last = queue.last.then(writeGathered);
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

async function appendAll(db: Database, log: Logger, noted: readonly Noted[]): Promise<void> {
  let rest = noted;
  for (let tries = 1; rest.length > 0; tries += 1) {
    const entries = chained(rest, await lastOf(db));
    const { written, taken } = await writtenOf(db, entries);
    const last = entries[written - 1];
    if (last) {
      await keepAnchor(db, { seq: last._id, hash: last.hash });
      log.info({ event: 'access-log', seq: last._id, hash: last.hash, entries: written }, 'access log entries');
    }
    if (taken !== null && tries >= TRIES) throw taken;
    rest = rest.slice(written);
  }
}

function chained(noted: readonly Noted[], last: Head): readonly AccessRow[] {
  const entries: AccessRow[] = [];
  for (const { event, at } of noted) {
    const { seq, hash } = entries.length === 0 ? last : headOf(entries[entries.length - 1] as AccessRow);
    const entry = { ...event, _id: seq + 1, at: at.toISOString(), previousHash: hash };
    entries.push({ ...entry, hash: accessHash(entry) });
  }
  return entries;
}

function headOf({ _id, hash }: AccessRow): Head {
  return { seq: _id, hash };
}

/** How many were written before one whose number another process had taken, with that error. */
async function writtenOf(
  db: Database,
  entries: readonly AccessRow[],
): Promise<{ readonly written: number; readonly taken: Error | null }> {
  try {
    await db.access.collection.insertMany(entries as never[], { ordered: true, ignoreUndefined: true });
    return { written: entries.length, taken: null };
  } catch (error) {
    if (!isDuplicateKey(error) || !(error instanceof Error)) throw error;
    return { written: (error as { insertedCount?: number }).insertedCount ?? 0, taken: error };
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
