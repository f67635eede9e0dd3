import type { WebhookFormat } from '../../models/contracts/webhook-formats';
import type { Database } from '../../models/db';

/** Robots of 企业微信 and 钉钉 take 20 messages a minute; 飞书 takes more, but is not asked for more. */
export const ROBOT_PACE = { most: 20, withinMs: 60_000 } as const;

/**
 * Takes a place among the messages that a robot may be sent within a minute, for all workers together. Null when it has one;
 * otherwise the instant at which the next will be free.
 */
export async function placeInPace(
  db: Database,
  { _id, format }: { readonly _id: string; readonly format: WebhookFormat },
  now: Date,
): Promise<Date | null> {
  if (format === 'standard') return null;
  const { most, withinMs } = ROBOT_PACE;
  const since = new Date(now.getTime() - withinMs);
  const recent = { $filter: { input: { $ifNull: ['$pace', []] }, cond: { $gt: ['$$this', since] } } };
  const taken = await db.webhooks.updateOne(
    { _id, $expr: { $lt: [{ $size: recent }, most] } },
    [{ $set: { pace: { $concatArrays: [recent, [now]] } } }],
    { updatePipeline: true },
  );
  if (taken.matchedCount > 0) return null;
  const row = await db.webhooks.findById(_id, { pace: 1 }).lean();
  // One that was deleted has no pace: the attempt says so.
  if (!row) return null;
  const first = row.pace.filter((at) => at > since).at(-most) ?? now;
  return new Date(first.getTime() + withinMs);
}

/** Lets everything for an endpoint wait until then. */
export async function postpone(db: Database, webhookId: string, until: Date): Promise<void> {
  const waiting = { webhookId, state: 'queued' as const, nextAttemptAt: { $lt: until } };
  await db.deliveries.updateMany(waiting, { $set: { nextAttemptAt: until } });
}
