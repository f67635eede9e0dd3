import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../models/db';
import { duplicateOf } from '../http/problem';

/** The row of `migrations` that stands for the lock; its instant is when the holder counts as dead. */
const LOCK = 'lock';
const LEASE_IN_MS = 15_000;
const RETRY_EVERY_MS = 100;

/** Does the work while no other process does; the lease of a process that died runs out by itself. */
export async function whileHoldingLock(db: Database, work: () => Promise<void>): Promise<void> {
  while (!(await take(db))) await pause(RETRY_EVERY_MS);
  const renewal = setInterval(() => void extend(db).catch(() => undefined), LEASE_IN_MS / 3);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await db.migrations.deleteOne({ _id: LOCK });
  }
}

async function take(db: Database): Promise<boolean> {
  try {
    const free = { _id: LOCK, at: { $lt: new Date() } };
    await db.migrations.updateOne(free, { $set: { at: leaseEnd() } }, { upsert: true });
    return true;
  } catch (error) {
    if (duplicateOf(error)) return false;
    throw error;
  }
}

async function extend(db: Database): Promise<void> {
  await db.migrations.updateOne({ _id: LOCK }, { $set: { at: leaseEnd() } });
}

function leaseEnd(): Date {
  return new Date(Date.now() + LEASE_IN_MS);
}
