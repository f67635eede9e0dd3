import { openApiDocument } from '../../api/openapi/document';
import { ROUTES } from '../../api/routes';

interface Schema {
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
}

interface Parameter {
  readonly name?: string;
  readonly in?: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Operation {
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, { schema?: Schema }>> }>>;
}

/** A list of the API with what it can be asked for, as its document tells. */
export interface List {
  readonly path: string;
  readonly isPaged: boolean;
  readonly filters: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** What a request must name. */
  readonly required: readonly string[];
}

const ABOUT_PAGES = ['limit', 'after'];

/** Every address that answers a list; `samples` are values of filters; fails where a filter has none and is no enumeration. */
export function listsOfDocument(samples: Readonly<Record<string, readonly string[]>>): List[] {
  const document = openApiDocument(ROUTES, 'en');
  const { schemas } = document.components as { schemas: Record<string, Schema> };
  return Object.entries(document.paths).flatMap(([path, { get }]) => {
    const operation = get as unknown as Operation | undefined;
    const answer = operation?.responses['200']?.content?.['application/json']?.schema;
    const shape = answer?.$ref ? schemas[answer.$ref.split('/').at(-1) ?? ''] : answer;
    if (!operation || !shape?.properties || !('items' in shape.properties)) return [];
    const asked = operation.parameters.filter(({ in: place }) => place === 'query');
    const filters = asked.filter(({ name = '' }) => !ABOUT_PAGES.includes(name));
    return {
      path: path.replace('/api/v1', ''),
      isPaged: asked.some(({ name }) => name === 'after'),
      filters: filters.map(({ name = '', schema }) => ({ name, values: valuesOf(path, name, schema, samples) })),
      required: filters.flatMap(({ name = '', required }) => (required ? [name] : [])),
    };
  });
}

/** Requests of a list: without a filter, with each value of each filter, and with each two filters if so many are wanted. */
export function requestsOf({ filters, required }: List, together: 1 | 2): string[] {
  const parts = filters.map(({ name, values }) => values.map((value) => `${name}=${encodeURIComponent(value)}`));
  const pairs = parts.flatMap((some, index) =>
    parts.slice(index + 1).map((others) => `${some[0] ?? ''}&${others[0] ?? ''}`),
  );
  const asked = ['', ...parts.flat(), ...(together === 2 ? pairs : [])];
  return [...new Set(asked.map((query) => withRequired(query, filters, required)))];
}

/** A request that names what it must name as well. */
function withRequired(query: string, filters: List['filters'], required: readonly string[]): string {
  const named = query.split('&').map((part) => part.split('=')[0]);
  const missing = filters.filter(({ name }) => required.includes(name) && !named.includes(name));
  const added = missing.map(({ name, values }) => `${name}=${encodeURIComponent(values[0] ?? '')}`);
  return [query, ...added].filter((part) => part !== '').join('&');
}

function valuesOf(
  path: string,
  name: string,
  schema: Schema | undefined,
  samples: Readonly<Record<string, readonly string[]>>,
) {
  const values = samples[`${path.replace('/api/v1', '')} ${name}`] ?? samples[name] ?? schema?.enum;
  if (!values) throw new Error(`the filter ${name} of ${path} has no samples in test/api/no-scan.test.ts`);
  return values;
}
