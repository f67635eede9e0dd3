import { Gauge, type Registry } from 'prom-client';
import type { OpenWork } from './open-work';

/** Gauges of what waits in the record; missing where MongoDB did not answer. */
export function measureOpenWork(registry: Registry, seek: () => Promise<OpenWork | null>): void {
  const gauge = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
    show: (work: OpenWork, set: (labels: Partial<Record<Label, string>>, value: number) => void) => void,
  ) =>
    new Gauge({
      ...{ name, help, labelNames: [...labelNames], registers: [registry] },
      async collect() {
        const work = await seek();
        this.reset();
        // A reset leaves a gauge without labels at 0, and nobody knows that it is.
        if (labelNames.length === 0) this.remove();
        if (work !== null) show(work, (labels, value) => this.set(labels as Record<Label, string>, value));
      },
    });

  gauge('opsflow_open_tasks', 'Open tasks by how long they have been open', ['process', 'step', 'age'], (work, set) => {
    for (const { process, step, byAge } of work.tasks)
      for (const [age, count] of Object.entries(byAge)) set({ process, step, age }, count);
  });
  gauge(
    'opsflow_open_task_oldest_seconds',
    'Age of the oldest open task of a step',
    ['process', 'step'],
    (work, set) => {
      for (const { process, step, oldestInSeconds } of work.tasks) set({ process, step }, oldestInSeconds);
    },
  );
  gauge('opsflow_overdue_tasks', 'Open tasks past their deadline', ['process', 'step'], (work, set) => {
    for (const { process, step, overdue } of work.tasks) set({ process, step }, overdue);
  });
  gauge('opsflow_tasks_paused', 'Open tasks whose clock is paused', ['process', 'step'], (work, set) => {
    for (const { process, step, paused } of work.tasks) set({ process, step }, paused);
  });
  gauge('opsflow_open_cases', 'Open cases', [], (work, set) => {
    set({}, work.openCases);
  });
  gauge(
    'opsflow_cases_needing_attention',
    'Cases that need an administrator 需要处理, by reason',
    ['code'],
    (work, set) => {
      for (const [code, count] of Object.entries(work.needingAttention)) set({ code }, count);
    },
  );
  gauge('opsflow_outbox_mails', 'Mails that are not sent, by state', ['state'], (work, set) => {
    for (const [state, count] of Object.entries(work.mails)) set({ state }, count);
  });
  gauge('opsflow_outbox_oldest_seconds', 'Age of the oldest mail that waits to be sent', [], (work, set) => {
    set({}, work.oldestMailInSeconds);
  });
  gauge('opsflow_webhook_deliveries', 'Events for webhooks that are not sent, by state', ['state'], (work, set) => {
    for (const [state, count] of Object.entries(work.deliveries)) set({ state }, count);
  });
  gauge('opsflow_webhook_oldest_seconds', 'Age of the oldest event that waits for a webhook', [], (work, set) => {
    set({}, work.oldestDeliveryInSeconds);
  });
}
