import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { createApiMetrics } from '../../api/metrics/api-metrics';
import { mayReadMetrics } from '../../api/metrics/who-may-read';
import type { Deps } from '../../api/deps';
import { createWorkerMetrics } from '../../worker/metrics/worker-metrics';

const read = (file: string) => readFileSync(path.join(__dirname, '../../docs', file), 'utf8');
const now = () => new Date('2026-11-21T08:00:00Z');

/** The names and labels of a registry's own metrics; nothing is asked for a value. */
function metricsOf(registry: ReturnType<typeof createWorkerMetrics>['registry'], of: string): string[] {
  const metrics = registry.getMetricsAsArray() as unknown as { name: string; labelNames?: string[] }[];
  return metrics
    .filter(({ name }) => name.startsWith('opsflow_'))
    .map(({ name, labelNames = [] }) => `${name} ${of} ${labelNames.join(', ')}`.trim());
}

const api = createApiMetrics({ db: {}, gateway: {}, now } as unknown as Deps).registry;
const worker = createWorkerMetrics(now).registry;
const known = [...metricsOf(api, 'API'), ...metricsOf(worker, 'worker')];

test('operations.md has a row for every metric of API and worker, with its labels, and for nothing else', () => {
  const rows = [...read('operations.md').matchAll(/^\| `(opsflow_\w+)` \| (\w+) \| ([\w, ]*?) ?\|/gm)];
  expect(rows.map(([, name, of, labels]) => `${name} ${of} ${labels}`.trim()).sort()).toEqual(known.sort());
});

test('the rules for alerts speak of metrics that exist', () => {
  const { groups } = parse(read('alerts.yml')) as { groups: { rules: { alert: string; expr: string }[] }[] };
  const names = new Set(known.map((line) => line.split(' ')[0]));
  const rules = groups.flatMap(({ rules: some }) => some);
  expect(rules.length).toBeGreaterThan(5);
  for (const { alert, expr } of rules) {
    const spoken = [...expr.matchAll(/opsflow_\w+/g)].map(([name]) => name.replace(/_bucket$/, ''));
    expect([alert, spoken.filter((name) => !names.has(name))]).toEqual([alert, []]);
    expect(spoken.length).toBeGreaterThan(0);
  }
});

test('without a token only this machine may read metrics; with one, only whoever has it', () => {
  const from = (address: string, authorization?: string) => ({ address, authorization });
  for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'])
    expect([address, mayReadMetrics(undefined, from(address))]).toEqual([address, true]);
  for (const address of ['10.0.0.1', '127.0.0.1.example.com', '::ffff:10.0.0.1', '', '1270.0.0.1'])
    expect([address, mayReadMetrics(undefined, from(address))]).toEqual([address, false]);
  const token = 'a-token-of-some-length';
  expect(mayReadMetrics(token, from('127.0.0.1'))).toBe(false);
  expect(mayReadMetrics(token, from('127.0.0.1', 'Bearer something-else'))).toBe(false);
  expect(mayReadMetrics(token, from('10.0.0.1', `Bearer ${token}`))).toBe(true);
});
