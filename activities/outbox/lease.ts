import type { Model } from 'mongoose';
import type { SendState } from '../../models/db';
import { resultOf, whenTaken, type Terms, type Verdict } from './send-state';

/** A row that waits to be sent. */
export interface Sendable extends SendState {
  readonly _id: string;
  readonly createdAt: Date;
}

/** Where messages of one kind wait, and how patiently they are sent. */
export interface Box<Row extends Sendable> {
  readonly rows: Model<Row>;
  readonly termsOf: (row: Row) => Terms;
}

type Filter = Readonly<Record<string, unknown>>;

/** What sending changes in a row, without the rest of it. */
function stateOf({ state, attempts, leaseUntil, nextAttemptAt, sentAt }: SendState): SendState {
  return { state, attempts, leaseUntil, nextAttemptAt, sentAt };
}

/** Which rows somebody should send now: those that are due, and those that a dead sender left. */
export function whatIsDue(now: Date): Filter {
  const isDue = { state: 'queued', nextAttemptAt: { $lte: now } };
  const isAbandoned = { state: 'sending', leaseUntil: { $lte: now } };
  return { $or: [isDue, isAbandoned] };
}

/** The ids of messages that somebody should send now, those that wait longest first. */
export async function dueIds<Row extends Sendable>(
  { rows }: Box<Row>,
  now: Date,
  limit: number,
): Promise<readonly string[]> {
  const due = await rows
    .find(whatIsDue(now), { _id: 1 })
    .sort({ nextAttemptAt: 1 })
    .limit(limit)
    .lean<{ _id: string }[]>();
  return due.map((row) => row._id);
}

/** Takes a message to send it; null when it is not due or another was faster. The state says whether it is to be sent at all. */
export async function takeMessage<Row extends Sendable>(box: Box<Row>, id: string, now: Date): Promise<Row | null> {
  return (await takeFresh(box, id, now)) ?? (await takeAsItIs(box, id, now));
}

/** Takes a message that nobody has tried yet, as nearly all are, without reading it first. */
async function takeFresh<Row extends Sendable>({ rows }: Box<Row>, id: string, now: Date): Promise<Row | null> {
  const untried = { state: 'queued', attempts: [], leaseUntil: null, nextAttemptAt: now, sentAt: null } as const;
  const taken = whenTaken(untried, NO_TERMS, now);
  if (!taken) return null;
  const { state, attempts, leaseUntil } = taken;
  // Due as soon as it was recorded, also where this machine's clock is behind the one that stamped the record.
  const asItIs: Filter = {
    _id: id,
    state: 'queued',
    attempts: { $size: 0 },
    $expr: { $lte: ['$nextAttemptAt', { $max: [now, '$createdAt'] }] },
  };
  return await rows
    .findOneAndUpdate(asItIs, { $set: { state, attempts, leaseUntil } }, { returnDocument: 'after' })
    .lean<Row>();
}

/** What nobody has tried needs no patience. */
const NO_TERMS: Terms = { pauseInMs: () => null, sendsWithoutAnswer: 1 };

async function takeAsItIs<Row extends Sendable>(box: Box<Row>, id: string, now: Date): Promise<Row | null> {
  const row = await box.rows.findById(id).lean<Row>();
  const taken = row && whenTaken(row, box.termsOf(row), now);
  return taken ? await moveOn(box, row, taken) : null;
}

/** Writes the next state of a row, unless the row has moved on meanwhile: then null. */
export async function moveOn<Row extends Sendable>({ rows }: Box<Row>, row: Row, next: SendState): Promise<Row | null> {
  // Attempts are only ever added, so their number tells whose turn it is.
  const asItWas: Filter = { _id: row._id, state: row.state, attempts: { $size: row.attempts.length } };
  return await rows
    .findOneAndUpdate(asItWas, { $set: stateOf(next) as unknown as Filter }, { returnDocument: 'after' })
    .lean<Row>();
}

/** Writes what an attempt came to that outlived its lease: the trail is put right, and what was sent is not sent again. */
export async function amendLate<Row extends Sendable>(
  { rows }: Box<Row>,
  row: Row,
  verdict: Verdict,
  now: Date,
): Promise<void> {
  const attempt = `attempts.${row.attempts.length - 1}`;
  const known = Object.entries({ ...resultOf(verdict), endedAt: now }).map(
    ([name, value]) => [`${attempt}.${name}`, value] as const,
  );
  await rows.updateOne({ _id: row._id, [`${attempt}.result`]: 'unknown' } as Filter, {
    $set: Object.fromEntries(known) as Filter,
  });
  if (verdict.result !== 'sent') return;
  const waits: Filter = { _id: row._id, state: { $in: ['queued', 'unknown'] } };
  await rows.updateOne(waits, { $set: { state: 'sent', sentAt: now } });
}
