import type { WebhookFormat } from '../../models/contracts/webhook-formats';
import type { Terms } from '../outbox/send-state';

const MINUTE_IN_MS = 60_000;
const HOUR_IN_MS = 60 * MINUTE_IN_MS;

/** How long it waits after each attempt that did not get through; after the last it is given up. */
export const PAUSES_IN_MS = [MINUTE_IN_MS, 5 * MINUTE_IN_MS, 30 * MINUTE_IN_MS, 2 * HOUR_IN_MS, 12 * HOUR_IN_MS];
/** So much longer it may wait, so that what failed together does not come back together. */
const JITTER = 0.2;
/** An endpoint that nothing has got through to for so long is disabled. */
export const FAILING_FOR_MS = 72 * HOUR_IN_MS;
/** No longer is heeded what an endpoint asks for by Retry-After. */
export const LONGEST_RETRY_AFTER_IN_MS = 12 * HOUR_IN_MS;

/**
 * How patiently events are sent. An endpoint knows by the `webhook-id` what it has had, so that what it did not answer is sent
 * again like what it refused; a robot would write it into the group twice, so it gets it once more only.
 */
export function termsOf(format: WebhookFormat, random: () => number): Terms {
  return {
    pauseInMs: (attempts) => {
      const pause = PAUSES_IN_MS[attempts - 1];
      return pause === undefined ? null : Math.round(pause * (1 + JITTER * random()));
    },
    sendsWithoutAnswer: format === 'standard' ? Infinity : 2,
  };
}
