import path from 'node:path';
import { Router } from 'express';
import sirv from 'sirv';
import { CONSOLE_PATHS } from '../../models/contracts/console-paths';
import { cspNonceOf } from '../content-security';
import type { Deps } from '../deps';
import { indexPage } from './index-page';

const YEAR_IN_SECONDS = 365 * 24 * 3600;
const PAGES = ['/', ...CONSOLE_PATHS.flatMap((place) => [`/${place}`, `/${place}/{*rest}`])];

/** Serves the built console: its page at each of its own addresses, and its files under `/assets/`, which never change. */
export function serveConsole({ config }: Pick<Deps, 'config'>, folder: string): Router {
  const router = Router();
  const page = indexPage(folder, config);
  const files = { brotli: true, gzip: true, etag: true };
  router.use('/assets', sirv(path.join(folder, 'assets'), { ...files, maxAge: YEAR_IN_SECONDS, immutable: true }));
  router.get('/icon.svg', sirv(folder, files));
  router.get(PAGES, (_request, response) => {
    response
      .set('cache-control', 'no-store')
      .type('html')
      .send(page(cspNonceOf(response)));
  });
  return router;
}
