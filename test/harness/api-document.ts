import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

/** The committed description of the API. */
export const DOCUMENT_FILE = join(__dirname, '../../docs/openapi.json');

/** An answer of the API as it came. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

interface Response {
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, { readonly schema?: object }>>;
}

type Operation = Readonly<Record<'responses', Readonly<Record<string, Response & { readonly $ref?: string }>>>>;

const REFUSED_BEFORE_A_ROUTE = [400, 404, 405, 413, 415];

/** The document, ready to say what is wrong with an answer. */
export class ApiDocument {
  private readonly paths: readonly { readonly pattern: RegExp; readonly name: string }[];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true, multipleOfPrecision: 6 });
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor(
    private readonly document = JSON.parse(readFileSync(DOCUMENT_FILE, 'utf8')) as {
      paths: Record<string, Record<string, Operation>>;
      components: { responses: Record<string, Response> };
    },
  ) {
    addFormats(this.ajv);
    this.ajv.addSchema({ ...this.document, $id: 'api' });
    this.paths = Object.keys(this.document.paths)
      .sort((one, other) => parameters(one) - parameters(other))
      .map((name) => ({
        name,
        pattern: new RegExp(`^${name.replaceAll(/\{\w+\}/g, '[^/]+').replaceAll('.', '\\.')}$`),
      }));
  }

  /** What of an answer is not as documented; null when all is. */
  faultIn(received: Received): string | null {
    const { method, path, status, headers } = received;
    const name = this.paths.find(({ pattern }) => pattern.test(path))?.name;
    const operation = name === undefined ? undefined : this.document.paths[name]?.[method.toLowerCase()];
    const told = operation?.responses[status];
    if (!operation) return REFUSED_BEFORE_A_ROUTE.includes(status) ? null : `${method} ${path} is not documented`;
    if (!told) return `${method} ${name ?? path} answers ${status}, which is not documented: ${received.text}`;
    const response = told.$ref ? this.document.components.responses[told.$ref.split('/').at(-1) ?? ''] : told;
    const fault = faultInHeaders(headers, response) ?? this.faultInBody(received, response);
    return fault === null ? null : `${method} ${name ?? path} ${status}: ${fault}`;
  }

  private faultInBody({ headers, text }: Received, response: Response | undefined): string | null {
    const contentType = headers.get('content-type')?.split(';')[0] ?? null;
    if (!response?.content) return text === '' ? null : `a body where none is documented: ${text}`;
    const content = contentType === null ? undefined : response.content[contentType];
    if (!content) return `the content type ${contentType ?? 'none'} is not documented`;
    if (!content.schema) return null;
    const validate = this.compiled.get(content.schema) ?? this.ajv.compile(absolute(content.schema));
    this.compiled.set(content.schema, validate);
    return validate(JSON.parse(text)) ? null : `${this.ajv.errorsText(validate.errors)} in ${text}`;
  }
}

function faultInHeaders(headers: Headers, response: Response | undefined): string | null {
  const documented = Object.keys(response?.headers ?? {}).map((name) => name.toLowerCase());
  const sent = ['etag', 'retry-after', 'content-disposition', 'x-content-sha256', 'x-request-id'];
  const unknown = sent.find((name) => headers.has(name) && !documented.includes(name));
  if (unknown !== undefined) return `the header ${unknown} is not documented`;
  return headers.has('x-request-id') ? null : 'the header x-request-id is missing';
}

function absolute(schema: object): object {
  return JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"api#/')) as object;
}

function parameters(path: string): number {
  return path.split('{').length;
}
