import type { Terms } from '../outbox/send-state';

const SECOND_IN_MS = 1_000;
const MINUTE_IN_MS = 60 * SECOND_IN_MS;
const HOUR_IN_MS = 60 * MINUTE_IN_MS;

/** After this long a mail that cannot be delivered is given up. */
export const PATIENCE_IN_MS = 72 * HOUR_IN_MS;
const PAUSES_IN_MS = [5 * SECOND_IN_MS, 30 * SECOND_IN_MS, 2 * MINUTE_IN_MS, 10 * MINUTE_IN_MS, HOUR_IN_MS];

/** How long to wait after this many attempts that did not get through. */
export function pauseInMs(attempts: number): number {
  return PAUSES_IN_MS[Math.min(attempts, PAUSES_IN_MS.length) - 1] ?? 0;
}

/** How patiently mails are sent: for three days; what nobody answered once more, with the same Message-ID. */
export const MAIL_TERMS: Terms = {
  pauseInMs: (attempts, sinceFirstInMs) => (sinceFirstInMs >= PATIENCE_IN_MS ? null : pauseInMs(attempts)),
  sendsWithoutAnswer: 2,
};
