import { unsealed } from '../../models/sealed';
import { withoutAddress } from '../../models/shown-address';
import type { AllowedTargets } from '../../models/addresses';
import type { Database, DeliveryRow, WebhookRow } from '../../models/db';
import type { MailLook } from '../mail/template';
import type { Post, SendLog } from '../outbox/attempt';
import type { Verdict } from '../outbox/send-state';
import type { Watch } from '../watch';
import { postpone } from './pace';
import { termsOf } from './patience';
import { SPEECHES } from './speeches';
import { post, type Posted } from './transport';
import { verdictWithoutAnswer } from './verdict';

/** What an attempt to send an event needs. */
export interface DeliveryMeans {
  readonly db: Database;
  readonly secretsKey: string | undefined;
  readonly allowed: AllowedTargets;
  readonly look: MailLook;
  readonly log: SendLog;
  readonly now: () => Date;
  readonly watch: Watch;
  readonly random: () => number;
  readonly attemptInMs?: number;
}

/** How events are sent to endpoints. */
export function deliveryPost(means: DeliveryMeans): Post<DeliveryRow> {
  const { db, log, now, watch, random } = means;
  return {
    noun: 'webhook',
    rows: db.deliveries,
    termsOf: ({ format }) => termsOf(format, random),
    send: (delivery) => sendDelivery(delivery, means),
    about: ({ _id, webhookId, caseId, kind }) => ({ deliveryId: _id, webhookId, caseId, kind }),
    tried: (result) => watch.webhookTried(result),
    log,
    now,
  };
}

async function sendDelivery(delivery: DeliveryRow, means: DeliveryMeans): Promise<Verdict> {
  const webhook = await means.db.webhooks.findById(delivery.webhookId).lean<WebhookRow>();
  if (!webhook) return { result: 'refused', reply: 'the webhook was deleted' };
  if (!webhook.isEnabled) return { result: 'refused', reply: 'the webhook is disabled' };
  const now = means.now();
  const opened = openedWith(means.secretsKey, webhook, now);
  if (!opened) return { result: 'failed', reply: 'its secrets cannot be read: SECRETS_KEY is missing or another one' };
  const { format, language } = webhook;
  const speech = SPEECHES[format];
  const posted = await post(
    speech.post({ ...opened, language, delivery, look: means.look, now }),
    means.allowed,
    means.attemptInMs,
  );
  const told = withoutAddressIn(posted, opened.url);
  const verdict = told.kind === 'answered' ? speech.verdictOn(told) : verdictWithoutAnswer(told);
  // Who asks for time means all that is sent to them.
  if (verdict.retryAfterInMs !== undefined)
    await postpone(means.db, webhook._id, new Date(means.now().getTime() + verdict.retryAfterInMs));
  return verdict;
}

/** What came of it, as far as the log may tell it: before it is shortened, so that no half of a secret is left. */
function withoutAddressIn(posted: Posted, url: URL): Posted {
  return posted.kind === 'answered'
    ? { ...posted, body: withoutAddress(posted.body, url) }
    : { ...posted, reason: withoutAddress(posted.reason, url) };
}

function openedWith(
  key: string | undefined,
  { sealedUrl, secrets }: WebhookRow,
  now: Date,
): { readonly url: URL; readonly secrets: readonly string[] } | null {
  if (key === undefined) return null;
  const url = unsealed(sealedUrl, key);
  const inForce = secrets.filter(({ expiresAt }) => expiresAt === null || expiresAt > now);
  const opened = inForce.map(({ sealed }) => unsealed(sealed, key));
  if (url === null || opened.includes(null)) return null;
  return { url: new URL(url), secrets: opened.filter((secret) => secret !== null) };
}
