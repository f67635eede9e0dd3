import { STATUS_CODES } from 'node:http';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../../models/codes';
import { problemAnswer } from '../../models/contracts/problem';
import type { Language } from '../../models/contracts/text';
import { refusalsOf } from '../http/refusals';
import type { Answered, Route } from '../http/route';
import type { JsonSchema, Shared } from './schemas';

type Answers = Record<string, JsonSchema>;

const REQUEST_ID = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
const ETAG = { ETag: { $ref: '#/components/headers/ETag' } };
const RETRY_AFTER = { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } };
const DOWNLOAD = {
  'Content-Disposition': { $ref: '#/components/headers/ContentDisposition' },
  'X-Content-Sha256': { $ref: '#/components/headers/ContentSha256' },
};

/** The headers that answers have, by name. */
export const ANSWER_HEADERS: Readonly<Record<string, JsonSchema>> = {
  RequestId: header('The id under which the request is logged.', { required: true }),
  ETag: header('The version of the record, a strong tag; send it as If-Match to change the record.'),
  RetryAfter: header('Seconds to wait before the request is repeated.', { type: 'integer', minimum: 0 }),
  ContentDisposition: header('`attachment` with the name of the file.', { required: true }),
  ContentSha256: header('The sha256 of the bytes, in hexadecimal.'),
};

/** Every answer of a route: what it answers when it does what was asked, and every refusal by its status. */
export function answersOf(declared: Route, shared: Shared, language: Language): Answers {
  const answers: Answers = {};
  for (const [status, answered] of Object.entries(declared.answers)) {
    answers[status] = {
      description: describe(status),
      headers: { ...REQUEST_ID, ...(declared.hasEtag ? ETAG : {}), ...(isFile(answered) ? DOWNLOAD : {}) },
      ...contentOf(answered, shared),
    };
  }
  if (declared.hasEtag && declared.method === 'get')
    answers['304'] = { description: describe('304'), headers: { ...REQUEST_ID, ...ETAG } };
  return { ...answers, ...problemsOf(refusalsOf(declared), shared, language) };
}

/** The refusals of these codes, by status; each says which codes it may have. */
export function problemsOf(codes: readonly ErrorCode[], shared: Shared, language: Language): Answers {
  const problem = shared.of(problemAnswer, 'output');
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))].sort((one, other) => one - other);
  return Object.fromEntries(
    statuses.map((status) => {
      const ofStatus = codes.filter((code) => ERRORS[code].status === status).sort();
      const description = ofStatus.map((code) => `\`${code}\` ${ERRORS[code][language]}`).join('; ');
      const schema = { allOf: [problem], properties: { status: { const: status }, code: { enum: ofStatus } } };
      const mayRetry = ofStatus.some((code) => ERRORS[code].retryable);
      const headers = { ...REQUEST_ID, ...(mayRetry ? RETRY_AFTER : {}) };
      const response = { description, headers, content: { 'application/problem+json': { schema } } };
      return [String(status), shared.response([status, ...ofStatus].join('.'), response)];
    }),
  );
}

function contentOf(answered: Answered, shared: Shared): JsonSchema {
  if (answered === null) return {};
  if (isFile(answered))
    return { content: Object.fromEntries(answered.contentTypes.map((contentType) => [contentType, {}])) };
  return { content: { 'application/json': { schema: shared.of(answered, 'output') } } };
}

function isFile(answered: Answered): answered is Exclude<Answered, z.ZodType | null> {
  return answered !== null && !(answered instanceof z.ZodType);
}

function describe(status: string): string {
  return STATUS_CODES[status] ?? status;
}

function header(description: string, { required = false, ...schema }: Record<string, unknown> = {}): JsonSchema {
  return { description, required, schema: { type: 'string', ...schema } };
}
