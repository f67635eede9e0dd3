import { Router } from 'express';
import type { Deps } from './deps';
import { refuseOtherMethods } from './http/mount';

/** Whether this process lives, and whether all that it needs answers; for load balancers and supervisors, without sign-in. */
export function health(deps: Deps): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.set('cache-control', 'no-store').json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const [mongodb, engine] = await Promise.all([isMongoReady(deps), isEngineReady(deps)]);
    const parts = { mongodb, ...engine };
    const missing = Object.entries(parts).flatMap(([part, isReady]) => (isReady ? [] : [part]));
    const status = missing.length === 0 ? 'ready' : 'not-ready';
    response
      .set('cache-control', 'no-store')
      .status(missing.length === 0 ? 200 : 503)
      .json({ status, ...parts, missing });
  });
  router.all(['/healthz', '/readyz'], refuseOtherMethods(['GET']));
  return router;
}

async function isMongoReady({ db }: Deps): Promise<boolean> {
  try {
    await db.connection.db?.command({ ping: 1 }, { timeoutMS: 2_000 });
    return db.connection.db !== undefined;
  } catch {
    return false;
  }
}

async function isEngineReady({ gateway }: Deps): Promise<{ temporal: boolean; worker: boolean }> {
  try {
    return await gateway.isReady();
  } catch {
    return { temporal: false, worker: false };
  }
}
