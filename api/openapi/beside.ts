import { z } from 'zod';
import type { Text, Language } from '../../models/contracts/text';
import { operationIdOf } from './operation';
import type { JsonSchema, Shared } from './schemas';

const healthAnswer = z.strictObject({ status: z.literal('ok') });
const readinessAnswer = z
  .strictObject({
    status: z.enum(['ready', 'not-ready']),
    mongodb: z.boolean(),
    temporal: z.boolean(),
    worker: z.boolean(),
    missing: z.array(z.string()),
  })
  .meta({ id: 'Readiness' });

interface Beside {
  readonly path: string;
  readonly tag: string;
  readonly summary: Text;
  readonly answers: Readonly<
    Record<number, { readonly says: string; readonly as: string; readonly schema?: z.ZodType }>
  >;
}

const JSON_TYPE = 'application/json';

/** What the server answers beside the table of routes, open to anyone. */
const BESIDE: readonly Beside[] = [
  {
    path: '/api/v1/openapi.json',
    tag: 'operation',
    summary: { zh: '接口描述文档（OpenAPI 3.1）', en: 'This document (OpenAPI 3.1)' },
    answers: { 200: { says: 'OK', as: JSON_TYPE } },
  },
  {
    path: '/healthz',
    tag: 'operation',
    summary: { zh: '进程是否存活', en: 'Whether the process lives' },
    answers: { 200: { says: 'OK', as: JSON_TYPE, schema: healthAnswer } },
  },
  {
    path: '/readyz',
    tag: 'operation',
    summary: { zh: '依赖是否就绪', en: 'Whether all that it needs answers' },
    answers: {
      200: { says: 'OK', as: JSON_TYPE, schema: readinessAnswer },
      503: { says: 'Something is missing', as: JSON_TYPE, schema: readinessAnswer },
    },
  },
];

/** Their paths for the document. */
export function pathsBeside(shared: Shared, language: Language): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(BESIDE.map((beside) => [beside.path, { get: operationOf(beside, shared, language) }]));
}

/** Their tags. */
export const TAGS_BESIDE: readonly string[] = [...new Set(BESIDE.map(({ tag }) => tag))];

function operationOf({ path, tag, summary, answers }: Beside, shared: Shared, language: Language): JsonSchema {
  const responses = Object.entries(answers).map(([status, { says, as, schema }]) => {
    const content = { [as]: schema ? { schema: shared.of(schema, 'output') } : {} };
    const headers = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
    return [status, { description: says, headers, content }];
  });
  return {
    operationId: operationIdOf('get', path.replace('/api/v1', '').replace('.json', '')),
    tags: [tag],
    summary: summary[language],
    'x-summary': summary,
    'x-opsflow-who': 'anyone',
    security: [],
    responses: Object.fromEntries(responses) as JsonSchema,
  };
}
