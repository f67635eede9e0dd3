import { Router } from 'express';
import type { Registry } from 'prom-client';
import type { Config } from '../../models/config';
import { refuseOtherMethods } from '../http/mount';
import { Problem } from '../http/problem';
import { mayReadMetrics } from './who-may-read';

/** `GET /metrics` in the text format of Prometheus; not for people, so outside of the declared routes. */
export function metricsEndpoint(config: Pick<Config, 'METRICS_TOKEN'>, registry: Registry): Router {
  const router = Router();
  router.get('/metrics', async (request, response) => {
    // Behind a proxy on this machine the address is that of the one who asked the proxy.
    const asking = { authorization: request.headers.authorization, address: request.ip };
    if (!mayReadMetrics(config.METRICS_TOKEN, asking))
      throw new Problem(config.METRICS_TOKEN === undefined ? 'not-allowed' : 'not-signed-in');
    response
      .set('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
  router.all('/metrics', refuseOtherMethods(['GET']));
  return router;
}
