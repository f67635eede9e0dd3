import { dirname, join } from 'node:path';
import { Router } from 'express';
import { BASE_PATH } from './openapi/document';

const ASSETS = dirname(require.resolve('swagger-ui-dist/package.json'));
const SERVED = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

const PAGE = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Opsflow 接口文档 · API</title>
<link rel="icon" href="/docs/favicon-32x32.png">
<link rel="stylesheet" href="/docs/swagger-ui.css">
</head>
<body>
<div id="api"></div>
<script src="/docs/swagger-ui-bundle.js"></script>
<script src="/docs/start.js"></script>
</body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '${BASE_PATH}/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  docExpansion: 'list',
  displayRequestDuration: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});
`;

/** The description of the API as a page, where each route can be tried with a token; all of it comes from here. */
export function docsPage(): Router {
  const router = Router();
  router.get('/docs', (_request, response) => void response.type('html').send(PAGE));
  router.get('/docs/start.js', (_request, response) => void response.type('js').send(START));
  for (const file of SERVED)
    router.get(`/docs/${file}`, (_request, response) => response.sendFile(join(ASSETS, file), { maxAge: '1d' }));
  return router;
}
