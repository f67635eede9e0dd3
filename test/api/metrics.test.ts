import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createApiMetrics } from '../../api/metrics/api-metrics';
import { metricsEndpoint } from '../../api/metrics/endpoint';
import { openTasksByStep, openWork } from '../../api/metrics/open-work';
import { scrape, type Scraped } from '../harness/scrape';
import { apiForThisFile } from './api-under-test';

const HOUR_IN_MS = 3_600_000;
const MANY = 100_000;

describe('GET /metrics', () => {
  const api = apiForThisFile();

  const task = (number: number, change: object) => ({
    _id: `T-${number}`,
    ...{ caseId: `BF-${number}`, process: 'scrap', step: 'receipt', status: 'open', dueAt: null },
    ...change,
  });

  /** A new set of figures over the same database: the API's own are remembered for a while. */
  async function freshly(): Promise<Scraped> {
    const { registry } = createApiMetrics(api.deps);
    const app = express().use(metricsEndpoint({}, registry));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      return await scrape(`http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`);
    } finally {
      server.close();
    }
  }

  it('tells the age of open tasks and which are overdue, by process and step', async () => {
    const before = (hours: number) => new Date(Date.now() - hours * HOUR_IN_MS);
    await api.db.tasks.collection.insertMany([
      task(1, { openedAt: before(0.5), dueAt: before(-1) }),
      task(2, {
        openedAt: before(30),
        dueAt: before(1),
        pause: { since: '2026-11-20T02:00:00.000Z', reason: '等待用户' },
      }),
      task(3, { openedAt: before(200), step: 'wipe' }),
      task(4, { openedAt: before(900), status: 'completed' }),
    ] as never[]);
    const figures = await freshly();
    const open = figures.values('opsflow_open_tasks');
    expect(open).toMatchObject({ 'scrap receipt under-1h': 1, 'scrap receipt 1d-3d': 1, 'scrap wipe over-7d': 1 });
    expect(Object.values(open).reduce((sum, count) => sum + count)).toBe(3);
    expect(figures.values('opsflow_overdue_tasks')).toEqual({ 'scrap receipt': 1, 'scrap wipe': 0 });
    expect(figures.values('opsflow_tasks_paused')).toEqual({ 'scrap receipt': 1, 'scrap wipe': 0 });
    const oldest = figures.values('opsflow_open_task_oldest_seconds');
    expect(Math.round((oldest['scrap receipt'] ?? 0) / 3600)).toBe(30);
    expect(Math.round((oldest['scrap wipe'] ?? 0) / 3600)).toBe(200);
  });

  it('tells what waits in the outbox, and since when', async () => {
    const createdAt = new Date(Date.now() - 2 * HOUR_IN_MS);
    const states = ['queued', 'queued', 'refused', 'sent'];
    await api.db.mails.collection.insertMany(
      states.map((state, number) => ({ _id: `M-${number}`, state, createdAt })) as never[],
    );
    const figures = await freshly();
    expect(figures.values('opsflow_outbox_mails')).toEqual({ queued: 2, sending: 0, refused: 1, unknown: 0 });
    expect(Math.round((figures.values('opsflow_outbox_oldest_seconds')[''] ?? 0) / 3600)).toBe(2);
  });

  it('has figures of the process, and says which source did not answer', async () => {
    const figures = await freshly();
    expect(figures.values('process_cpu_seconds_total')['']).toBeGreaterThan(0);
    expect(figures.values('opsflow_metrics_source_up')).toEqual({ mongodb: 1, temporal: 0 });
    expect(figures.values('opsflow_task_queue_pollers')).toEqual({});
  });

  it('measures requests by the declared route, never by the address that was asked for', async () => {
    await api.as('li').get('/cases/BF-20261121-0001');
    await api.as('li').get('/cases/BF-20261121-0002');
    await api.as('li').get('/nowhere/at/all');
    const seen = (await scrape(`${api.url}/metrics`)).lines('opsflow_http_request_duration_seconds_count');
    const of = (method: string, route: string, status: string) =>
      expect.stringContaining(`{method="${method}",route="${route}",status="${status}"}`) as string;
    expect(seen).toEqual(
      expect.arrayContaining([
        of('GET', '/cases/{id}', '4xx'),
        of('none', 'none', '4xx'),
        of('POST', '/sessions', '2xx'),
      ]),
    );
    expect(seen.filter((line) => line.includes('2026') || line.includes('nowhere'))).toEqual([]);
  });

  it('refuses whoever asks from elsewhere', async () => {
    const response = await fetch(`${api.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: 'not-allowed' });
  });

  it('reads no closed task and no document at 100,000 tasks', async () => {
    const openedAt = new Date();
    const rows = Array.from({ length: MANY }, (_, number) => task(number + 10, { status: 'completed', openedAt }));
    await api.db.tasks.collection.insertMany(rows as never[], { ordered: false });
    const { stats, plan } = explained(
      await api.db.tasks.aggregate(openTasksByStep(new Date())).explain('executionStats'),
    );
    expect(plan).not.toContain('COLLSCAN');
    expect(plan).toContain('openTasks');
    expect(stats).toEqual({ totalDocsExamined: 0, totalKeysExamined: 3 });
    expect((await openWork(api.db, new Date())).tasks).toHaveLength(2);
  });
});

function explained(answer: unknown) {
  const plan = JSON.stringify(answer);
  const numberOf = (name: string) => Number(new RegExp(`"${name}":(\\d+)`).exec(plan)?.[1]);
  const stats = {
    totalDocsExamined: numberOf('totalDocsExamined'),
    totalKeysExamined: numberOf('totalKeysExamined'),
  };
  return { plan, stats };
}
