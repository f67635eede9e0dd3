import { Router } from 'express';
import { languageOf, refuseOtherMethods } from '../http/mount';
import type { Route } from '../http/route';
import { BASE_PATH, openApiDocument } from './document';

/** Serves the description of the API, made once at start in both languages. */
export function openApi(routes: readonly Route[]): Router {
  const documents = { zh: openApiDocument(routes, 'zh'), en: openApiDocument(routes, 'en') };
  const router = Router();
  router.get(`${BASE_PATH}/openapi.json`, (request, response) => {
    response.set({ 'cache-control': 'no-cache', vary: 'accept-language' }).json(documents[languageOf(request)]);
  });
  router.all(`${BASE_PATH}/openapi.json`, refuseOtherMethods(['GET']));
  return router;
}
