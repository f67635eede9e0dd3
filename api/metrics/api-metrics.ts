import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Deps } from '../deps';
import { openWork } from './open-work';
import { measureOpenWork } from './open-work-gauges';
import { measureQueues } from './queue-gauges';
import { remembered } from './remembered';

/** What the API measures. */
export interface ApiMetrics {
  readonly registry: Registry;
  /** Measures how long requests take, by the route's declared path, never by the address asked for. */
  readonly measure: RequestHandler;
}

/** The figures of an API process; those that come from MongoDB and Temporal are sought when somebody asks, and not often. */
export function createApiMetrics({
  db,
  gateway,
  admission,
  now,
}: Pick<Deps, 'db' | 'gateway' | 'admission' | 'now'>): ApiMetrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const work = remembered(SOUGHT_EVERY_MS, async () => await openWork(db, now()).catch(() => null));
  const queues = remembered(SOUGHT_EVERY_MS, async () => await gateway.queues().catch(() => null));
  new Gauge({
    name: 'opsflow_metrics_source_up',
    help: '1 when the source of figures answered at the last scrape; its figures are missing otherwise',
    labelNames: ['source'],
    registers: [registry],
    async collect() {
      this.set({ source: 'mongodb' }, (await work()) === null ? 0 : 1);
      this.set({ source: 'temporal' }, (await queues()) === null ? 0 : 1);
    },
  });
  measureOpenWork(registry, work);
  measureQueues(registry, queues);
  measureAdmission(registry, admission);
  return { registry, measure: measureRequests(registry) };
}

/** MongoDB and Temporal are asked at most so often, however often somebody scrapes. */
const SOUGHT_EVERY_MS = 15_000;
const BUCKETS_IN_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const NO_ROUTE = 'none';

function measureRequests(registry: Registry): RequestHandler {
  const duration = new Histogram({
    name: 'opsflow_http_request_duration_seconds',
    help: 'How long requests took, by declared route; none = no declared route',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS_IN_SECONDS,
    registers: [registry],
  });
  return (_request, response, next) => {
    const startedAt = performance.now();
    response.on('finish', () => {
      const { action } = response.locals as { action?: string };
      const [method = NO_ROUTE, route = NO_ROUTE] = action?.split(' ') ?? [];
      const status = `${Math.floor(response.statusCode / 100)}xx`;
      duration.observe({ method, route, status }, (performance.now() - startedAt) / 1000);
    });
    next();
  };
}

function measureAdmission(registry: Registry, admission: Deps['admission']): void {
  const registers = [registry];
  new Gauge({
    name: 'opsflow_admission_places',
    help: 'Writes to cases that are under way or wait for a place',
    labelNames: ['state'],
    registers,
    collect() {
      const { running, waiting } = admission.load();
      this.set({ state: 'running' }, running);
      this.set({ state: 'waiting' }, waiting);
    },
  });
  new Counter({
    name: 'opsflow_admission_total',
    help: 'Writes to cases that were admitted at once, had to wait first, or were refused with 503',
    labelNames: ['result'],
    registers,
    collect() {
      const { admitted, queued, refused } = admission.load();
      this.reset();
      this.inc({ result: 'admitted' }, admitted);
      this.inc({ result: 'queued' }, queued);
      this.inc({ result: 'refused' }, refused);
    },
  });
}
