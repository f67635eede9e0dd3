import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import type { Watch } from '../../activities/watch';

/** What a worker measures, and what its activities tell it. */
export interface WorkerMetrics {
  readonly registry: Registry;
  readonly watch: Watch;
}

const MINUTE_IN_SECONDS = 60;
const BUCKETS_IN_SECONDS = [1, 5, 15, 60, 300, 900, 60 * MINUTE_IN_SECONDS, 240 * MINUTE_IN_SECONDS, 86_400];

/** The figures of a worker process. */
export function createWorkerMetrics(now: () => Date): WorkerMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const lateness = new Histogram({
    name: 'opsflow_timer_lateness_seconds',
    help: 'How long after the due instant a rung of a deadline stood in the record, by what it did',
    labelNames: ['does'],
    buckets: BUCKETS_IN_SECONDS,
    registers,
  });
  const attempts = new Counter({
    name: 'opsflow_mail_attempts_total',
    help: 'Attempts to send a mail, by what they came to',
    labelNames: ['result'],
    registers,
  });
  const webhooks = new Counter({
    name: 'opsflow_webhook_attempts_total',
    help: 'Attempts to send an event to a webhook, by what they came to',
    labelNames: ['result'],
    registers,
  });
  // Present from the start, so that the first failure is an increase.
  for (const result of ['sent', 'refused', 'failed', 'unknown'] as const) {
    attempts.inc({ result }, 0);
    webhooks.inc({ result }, 0);
  }
  return {
    registry,
    watch: {
      rungWalked: (does, dueAt) => lateness.observe({ does }, Math.max(0, now().getTime() - Date.parse(dueAt)) / 1000),
      mailTried: (result) => attempts.inc({ result }),
      webhookTried: (result) => webhooks.inc({ result }),
    },
  };
}
