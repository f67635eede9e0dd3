import { createHmac } from 'node:crypto';
import { eventOf } from '../../models/webhook-event';
import type { Speech } from './speech';
import { verdictByStatus } from './verdict';

const PREFIX = 'whsec_';

/** Standard Webhooks 1.0: the event as JSON, signed with every secret that is in force [standardwebhooks.com]. */
export const STANDARD: Speech = {
  post({ url, secrets, delivery, look, now }) {
    const body = JSON.stringify(eventOf(delivery, look.publicUrl));
    const timestamp = String(Math.floor(now.getTime() / 1_000));
    const signatures = secrets.map((secret) => `v1,${signature(secret, `${delivery._id}.${timestamp}.${body}`)}`);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Opsflow-Webhooks',
      'webhook-id': delivery._id,
      'webhook-timestamp': timestamp,
      'webhook-signature': signatures.join(' '),
    };
    return { url, headers, body };
  },
  verdictOn: verdictByStatus,
};

function signature(secret: string, text: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return createHmac('sha256', key).update(text).digest('base64');
}
