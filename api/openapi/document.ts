import type { Language, Text } from '../../models/contracts/text';
import type { Route } from '../http/route';
import { ANSWER_HEADERS } from './answers';
import { pathsBeside, TAGS_BESIDE } from './beside';
import { operationOf, SECURITY_SCHEMES } from './operation';
import { REQUEST_HEADERS } from './parameters';
import { Shared, type JsonSchema } from './schemas';
import { tagOf, tagsOf } from './tags';
import { webhooksOf } from './webhooks';

/** Where the routes of the table are. */
export const BASE_PATH = '/api/v1';

const ABOUT: Text = {
  zh: '运维流程自动化平台的 HTTP 接口。先用 `POST /api/v1/sessions` 登录取得令牌；约定（幂等键、ETag、分页、错误码）见 docs/api.md。',
  en: 'The HTTP API of Opsflow. Sign in with `POST /api/v1/sessions` for a token first; docs/api.md tells the conventions (idempotency keys, ETags, pages, error codes).',
};
const TITLE: Text = { zh: '运维流程自动化平台', en: 'Opsflow' };

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  readonly components: Readonly<Record<string, JsonSchema>>;
  readonly [other: string]: unknown;
}

/** The description of the whole API, made of the declarations that the mount enforces. */
export function openApiDocument(routes: readonly Route[], language: Language): OpenApiDocument {
  const shared = new Shared();
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const declared of routes) {
    const path = (paths[BASE_PATH + declared.path] ??= {});
    path[declared.method] = operationOf(declared, shared, language);
  }
  const beside = pathsBeside(shared, language);
  return {
    openapi: '3.1.0',
    info: { title: TITLE[language], description: ABOUT[language], version: '1' },
    servers: [{ url: '/' }],
    tags: tagsOf([...routes.map(({ path }) => tagOf(path)), ...TAGS_BESIDE], language),
    paths: { ...paths, ...beside } as OpenApiDocument['paths'],
    webhooks: webhooksOf(shared, language),
    components: {
      ...shared.all(),
      parameters: REQUEST_HEADERS,
      headers: ANSWER_HEADERS,
      securitySchemes: SECURITY_SCHEMES,
    },
  };
}
