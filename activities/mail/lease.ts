import type { Database, MailRow } from '../../models/db';
import { whenTaken, type SendState, type Verdict } from './send-state';

/** What sending changes in a row, without the rest of it. */
function stateOf({ state, attempts, leaseUntil, nextAttemptAt, sentAt }: SendState): SendState {
  return { state, attempts, leaseUntil, nextAttemptAt, sentAt };
}

/** The ids of mails that somebody should send now, those that wait longest first. */
export async function dueMails(db: Database, now: Date, limit: number): Promise<readonly string[]> {
  const isDue = { state: 'queued' as const, nextAttemptAt: { $lte: now } };
  const isAbandoned = { state: 'sending' as const, leaseUntil: { $lte: now } };
  const rows = await db.mails
    .find({ $or: [isDue, isAbandoned] }, { _id: 1 })
    .sort({ nextAttemptAt: 1 })
    .limit(limit)
    .lean<{ _id: string }[]>();
  return rows.map((row) => row._id);
}

/** Takes a mail to send it; null when it is not due or another was faster. The state says whether it is to be sent at all. */
export async function takeMail(db: Database, id: string, now: Date): Promise<MailRow | null> {
  return (await takeFresh(db, id, now)) ?? (await takeAsItIs(db, id, now));
}

/** Takes a mail that nobody has tried yet, as nearly all are, without reading it first. */
async function takeFresh(db: Database, id: string, now: Date): Promise<MailRow | null> {
  const untried = { state: 'queued', attempts: [], leaseUntil: null, nextAttemptAt: now, sentAt: null } as const;
  const taken = whenTaken(untried, now);
  if (!taken) return null;
  const { state, attempts, leaseUntil } = taken;
  return await db.mails
    .findOneAndUpdate(
      // Due as soon as it was recorded, also where this machine's clock is behind the one that stamped the record.
      {
        _id: id,
        state: 'queued',
        attempts: { $size: 0 },
        $expr: { $lte: ['$nextAttemptAt', { $max: [now, '$createdAt'] }] },
      },
      { $set: { state, attempts, leaseUntil } },
      { returnDocument: 'after' },
    )
    .lean<MailRow>();
}

async function takeAsItIs(db: Database, id: string, now: Date): Promise<MailRow | null> {
  const row = await db.mails.findById(id).lean<MailRow>();
  const taken = row && whenTaken(row, now);
  return taken ? await moveOn(db, row, taken) : null;
}

/** Writes the next state of a row, unless the row has moved on meanwhile: then null. */
export async function moveOn(db: Database, row: MailRow, next: SendState): Promise<MailRow | null> {
  // Attempts are only ever added, so their number tells whose turn it is.
  const asItWas = { _id: row._id, state: row.state, attempts: { $size: row.attempts.length } };
  return await db.mails.findOneAndUpdate(asItWas, { $set: stateOf(next) }, { returnDocument: 'after' }).lean<MailRow>();
}

/** Writes what an attempt came to that outlived its lease: the trail is put right, and what was sent is not sent again. */
export async function amendLate(db: Database, row: MailRow, { result, reply }: Verdict, now: Date): Promise<void> {
  const attempt = `attempts.${row.attempts.length - 1}`;
  await db.mails.updateOne(
    { _id: row._id, [`${attempt}.result`]: 'unknown' },
    { $set: { [`${attempt}.result`]: result, [`${attempt}.reply`]: reply, [`${attempt}.endedAt`]: now } },
  );
  if (result !== 'sent') return;
  const waits = { _id: row._id, state: { $in: ['queued', 'unknown'] as MailRow['state'][] } };
  await db.mails.updateOne(waits, { $set: { state: 'sent', sentAt: now } });
}
