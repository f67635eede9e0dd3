import { Gauge, type Registry } from 'prom-client';
import type { QueueLoad } from '../gateway';

/** Gauges of the task queue; the backlog only where Temporal's server counts it, all missing where it did not answer. */
export function measureQueues(registry: Registry, seek: () => Promise<readonly QueueLoad[] | null>): void {
  const gauge = (name: string, help: string, valueOf: (queue: QueueLoad) => number | null) =>
    new Gauge({
      ...{ name, help, labelNames: ['type'], registers: [registry] },
      async collect() {
        const queues = await seek();
        this.reset();
        for (const queue of queues ?? []) {
          const value = valueOf(queue);
          if (value !== null) this.set({ type: queue.type }, value);
        }
      },
    });
  gauge(
    'opsflow_task_queue_pollers',
    'Pollers that asked the task queue for work within 90 s',
    (queue) => queue.pollers,
  );
  gauge('opsflow_task_queue_backlog', 'Tasks that wait for a worker, as Temporal estimates', (queue) => queue.backlog);
  gauge(
    'opsflow_task_queue_backlog_oldest_seconds',
    'Age of the oldest task that waits for a worker',
    (queue) => queue.oldestInSeconds,
  );
}
