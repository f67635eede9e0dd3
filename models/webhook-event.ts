import type { z } from 'zod';
import type { webhookEvent } from './contracts/webhooks';
import type { DeliveryRow } from './db';

/** The event of a delivery as it is sent; the case with its address in the product. */
export function eventOf({ kind, event }: Pick<DeliveryRow, 'kind' | 'event'>, publicUrl: string): WebhookEvent {
  const { at, case: about, entry } = event;
  const root = publicUrl.replace(/\/+$/, '');
  return {
    type: kind,
    timestamp: at,
    data: {
      case: about && { ...about, url: `${root}/cases/${encodeURIComponent(about.id)}` },
      entry: entry && { ...entry, details: { ...entry.details } },
    },
  };
}

type WebhookEvent = z.output<typeof webhookEvent>;
