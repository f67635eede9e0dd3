import type { Route } from '../http/route';
import type { JsonSchema, Shared } from './schemas';

const PARAMETER = (name: string) => ({ $ref: `#/components/parameters/${name}` });

/** The headers that requests have, by name. */
export const REQUEST_HEADERS: Readonly<Record<string, JsonSchema>> = {
  AcceptLanguage: {
    name: 'Accept-Language',
    in: 'header',
    description: '`en` for English; every other language is answered in Chinese.',
    schema: { type: 'string', examples: ['zh-CN', 'en'] },
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: 'One for each thing you want done, such as a UUID; repeating the request with it does nothing twice.',
    schema: { type: 'string', pattern: '^[\\x21-\\x7e]{1,200}$', examples: ['9b2f6a1e-6c1b-4a55-b7a1-0a6f0d6f3b1e'] },
  },
  IfMatch: {
    name: 'If-Match',
    in: 'header',
    required: true,
    description: 'The ETag of the record as it was read.',
    schema: { type: 'string', examples: ['"1"'] },
  },
};

/** What a route is asked with, besides its body: parts of the address, the query, headers. */
export function parametersOf(declared: Route, shared: Shared): readonly JsonSchema[] {
  return [
    ...(declared.params ? listed('path', shared.of(declared.params, 'input')) : []),
    ...(declared.query ? listed('query', shared.of(declared.query, 'input')) : []),
    PARAMETER('AcceptLanguage'),
    ...(declared.repeats === 'none' ? [] : [PARAMETER('IdempotencyKey')]),
    ...(declared.needsIfMatch ? [PARAMETER('IfMatch')] : []),
  ];
}

/** What the body of a request holds, for routes that take one. */
export function requestBodyOf(declared: Route, shared: Shared): JsonSchema {
  if (declared.accepts === 'file') {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' };
    const beside = declared.body ? shared.of(declared.body, 'input').properties : {};
    const properties = { ...(beside as JsonSchema), file };
    const schema = { type: 'object', properties, required: ['file'], additionalProperties: false };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (!declared.body) return {};
  const schema = shared.of(declared.body, 'input');
  // A request without a body is read as one with an empty object.
  const required = !declared.body.safeParse({}).success;
  return { requestBody: { required, content: { 'application/json': { schema } } } };
}

function listed(place: 'path' | 'query', schema: JsonSchema): readonly JsonSchema[] {
  const { properties = {}, required = [] } = schema as { properties?: Record<string, JsonSchema>; required?: string[] };
  return Object.entries(properties).map(([name, { description, ...part }]) => ({
    name,
    in: place,
    ...(place === 'path' || required.includes(name) ? { required: true } : {}),
    ...(description === undefined ? {} : { description }),
    schema: part,
  }));
}
