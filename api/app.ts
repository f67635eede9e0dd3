import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { said } from '../models/faults';
import { builtConsole } from './console/folder';
import { serveConsole } from './console/serve';
import { contentSecurity } from './content-security';
import type { Deps } from './deps';
import { docsPage } from './docs-page';
import { errorHandler } from './http/errors';
import { mount, requestIdOf } from './http/mount';
import { Problem } from './http/problem';
import { health } from './health';
import { intakePage } from './pages/intake';
import { BASE_PATH } from './openapi/document';
import { openApi } from './openapi/serve';
import { ROUTES } from './routes';
import { createApiMetrics } from './metrics/api-metrics';
import { metricsEndpoint } from './metrics/endpoint';

const LARGEST_BODY = '1mb';
const DEEPEST_BODY = 32;
const FORBIDDEN_NAMES = ['__proto__', 'constructor', 'prototype'];

/** The HTTP application: one parser, one table of routes, one place where errors are answered. */
export function createApp(deps: Deps): Express {
  const app = express();
  app.disable('x-powered-by');
  // The only ETags are versions of records.
  app.disable('etag');
  app.set('trust proxy', 'loopback');
  app.set('query parser', 'simple');
  app.use(contentSecurity());
  const metrics = createApiMetrics(deps);
  app.use(logRequests(deps));
  app.use(metrics.measure);
  app.use(health(deps));
  app.use(metricsEndpoint(deps.config, metrics.registry));
  app.use(intakePage(deps));
  app.use(express.json({ limit: LARGEST_BODY, strict: true, reviver: refuseForbiddenNames }));
  app.use(refuseOtherTypes);
  app.use(refuseDeepBodies);
  app.use(docsPage());
  app.use(openApi(ROUTES));
  app.use(BASE_PATH, mount(ROUTES, deps));
  const folder = builtConsole();
  if (folder === null) deps.log.warn('the console was not built: npm run build');
  else app.use(serveConsole(deps, folder));
  app.use(() => {
    throw new Problem('not-found');
  });
  app.use(errorHandler(deps));
  return app;
}

function refuseForbiddenNames(name: string, value: unknown): unknown {
  if (FORBIDDEN_NAMES.includes(name)) throw new Error(`the name ${name} is not allowed`);
  return value;
}

function refuseOtherTypes(request: Request, _response: Response, next: NextFunction): void {
  const hasBody =
    request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
  if (hasBody && !request.is(['application/json', 'multipart/form-data']))
    throw new Problem('wrong-type', said('send-json'));
  next();
}

/** What is nested without end would exhaust the stack of whatever walks it. */
function refuseDeepBodies(request: Request, _response: Response, next: NextFunction): void {
  let level: unknown[] = [request.body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_BODY) throw new Problem('malformed-request', said('too-deep', { most: DEEPEST_BODY }));
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  next();
}

/** Whoever reads the log cannot use the links of mails, nor the addresses of public forms. */
function withoutToken(path: string): string {
  return path.replace(/^\/(decide|intake)\/.+/i, '/$1/…');
}

function logRequests(deps: Deps) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = requestIdOf(response);
    const startedAt = performance.now();
    response.set('x-request-id', requestId);
    response.on('finish', () => {
      const { person, caseId } = response.locals as { person?: string; caseId?: string };
      const tookInMs = Math.round(performance.now() - startedAt);
      deps.log.info(
        {
          requestId,
          caseId,
          person,
          method: request.method,
          path: withoutToken(request.path),
          status: response.statusCode,
          tookInMs,
        },
        'request',
      );
    });
    next();
  };
}
