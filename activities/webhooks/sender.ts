import { allowedTargets } from '../../models/addresses';
import type { Config } from '../../models/config';
import type { Database, DeliveryRow } from '../../models/db';
import { mailSettingOf } from '../../models/db/queued-mail';
import { lookOf } from '../mail/outbox';
import { attemptToSend, type SendLog } from '../outbox/attempt';
import { whatIsDue } from '../outbox/lease';
import { UNWATCHED, type Watch } from '../watch';
import { deliveryPost } from './delivery-post';
import { noteHealth } from './health';
import { placeInPace, postpone } from './pace';

/** What the sender of webhooks works with. */
export interface WebhookSenderDependencies {
  readonly db: Database;
  readonly config: Pick<
    Config,
    | 'PUBLIC_URL'
    | 'HOST'
    | 'PORT'
    | 'COMPANY_NAME'
    | 'COMPANY_TIME_ZONE'
    | 'MAIL_FROM'
    | 'SECRETS_KEY'
    | 'WEBHOOK_ALLOWED'
  >;
  readonly log: SendLog;
  readonly now: () => Date;
  readonly watch?: Watch;
  readonly random?: () => number;
  readonly attemptInMs?: number;
}

/** Sends the events that the records of steps leave behind. */
export interface WebhookSender {
  /** Begins to send what is due, and does not wait for it; failures are logged. */
  wake(): void;
  /** Sends what is due, one after the other to each endpoint; answers how many were attempted. */
  sweep(): Promise<number>;
  /** Takes no more, and waits for those under way. */
  close(): Promise<void>;
}

/**
 * Opens the sender; any number of processes may have it open at once. Each process sends an endpoint its events one at a time, the
 * oldest first; one that fails waits for its next turn and lets the others go ahead. No lease is on that order: two processes may
 * now and then send two events at once.
 */
export function createWebhookSender({
  db,
  config,
  log,
  now,
  watch = UNWATCHED,
  random = Math.random,
  ...more
}: WebhookSenderDependencies): WebhookSender {
  const post = deliveryPost({
    ...{ db, log, now, watch, random, ...more },
    secretsKey: config.SECRETS_KEY,
    allowed: allowedTargets(config.WEBHOOK_ALLOWED ?? '') ?? { hosts: [], ranges: [] },
    look: lookOf(config),
  });
  const serving = new Map<string, Promise<number>>();
  /** Whose deliveries are to be looked for once more, since some may have come after the last look. */
  const wanted = new Set<string>();
  let isClosed = false;

  async function serve(webhookId: string): Promise<number> {
    let tried = 0;
    while (!isClosed) {
      const next = await nextOf(db, webhookId, now());
      if (!next) break;
      const freeAt = await placeInPace(db, { _id: webhookId, format: next.format }, now());
      if (freeAt) {
        await postpone(db, webhookId, freeAt);
        break;
      }
      const row = await attemptToSend(next._id, post);
      if (!row) break;
      tried += 1;
      await noteHealth(db, mailSettingOf(config), row, now(), log);
      // Nobody is there: the others wait for the next sweep rather than use up their attempts.
      if (isUnreachable(row)) break;
    }
    return tried;
  }

  async function serveUntilDone(webhookId: string): Promise<number> {
    let tried = 0;
    try {
      do {
        wanted.delete(webhookId);
        tried += await serve(webhookId);
      } while (wanted.has(webhookId) && !isClosed);
    } catch (err) {
      log.error({ err, webhookId }, 'webhooks could not be sent');
    }
    serving.delete(webhookId);
    return tried;
  }

  function begin(webhookId: string): Promise<number> {
    wanted.add(webhookId);
    const served = serving.get(webhookId) ?? serveUntilDone(webhookId);
    serving.set(webhookId, served);
    return served;
  }

  async function sweep(): Promise<number> {
    if (isClosed) return 0;
    const ids = await db.deliveries.distinct('webhookId', whatIsDue(now()));
    const counts = await Promise.all(ids.map(begin));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  return {
    wake: () => void sweep().catch((err: unknown) => log.error({ err }, 'webhooks could not be looked for')),
    sweep,
    async close() {
      isClosed = true;
      await Promise.all(serving.values());
    },
  };
}

/** What an endpoint is to be sent next; null when nothing is due, or another process is sending to it. */
async function nextOf(db: Database, webhookId: string, now: Date): Promise<DeliveryRow | null> {
  const [isUnderWay, next] = await Promise.all([
    db.deliveries.exists({ webhookId, state: 'sending', leaseUntil: { $gt: now } }),
    db.deliveries
      .findOne({ webhookId, ...whatIsDue(now) })
      .sort({ nextAttemptAt: 1, createdAt: 1, seq: 1 })
      .lean<DeliveryRow>(),
  ]);
  return isUnderWay ? null : next;
}

function isUnreachable({ state, attempts }: DeliveryRow): boolean {
  return state !== 'sent' && attempts.at(-1)?.status === undefined;
}
