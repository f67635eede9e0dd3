import { ERRORS, type ErrorCode } from '../../models/codes';
import type { OpenTask } from '../../models/contracts/open-tasks';
import type { Language, Text } from '../../models/contracts/text';
import { isDuplicateKey } from '../../models/db';
import { said } from '../../models/faults';

/** What is said in both languages; or, as a plain string, what is the same in both or is in the request's already. */
export type Said = Text | string;

/** One fault of the input: where, as a JSON pointer, and what. */
export interface Fault {
  readonly pointer: string;
  readonly detail: Said;
}

/** A refusal with a code of the error table; becomes an `application/problem+json` answer. */
export class Problem extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail: Said = '',
    readonly more: {
      readonly faults?: readonly Fault[];
      readonly retryAfterInSeconds?: number;
      /** The tasks that stand in the way. */
      readonly tasks?: readonly OpenTask[];
      /** For the access log only, never answered. */
      readonly attempt?: Readonly<Record<string, unknown>>;
      /** The failure behind it: for the log only, never answered. */
      readonly cause?: unknown;
    } = {},
  ) {
    super(shown(detail, 'en') || code, more.cause === undefined ? {} : { cause: more.cause });
    this.name = 'Problem';
  }
}

/** The body of a problem answer [RFC 9457]. */
export function problemBody(
  problem: Problem,
  language: Language,
  instance: string,
  requestId: string,
): Record<string, unknown> {
  const row = ERRORS[problem.code];
  const { faults } = problem.more;
  return {
    type: `urn:opsflow:problem:${problem.code}`,
    title: row[language],
    status: row.status,
    code: problem.code,
    retryable: row.retryable,
    ...(problem.detail === '' ? {} : { detail: shown(problem.detail, language) }),
    ...(faults ? { errors: faults.map((fault) => ({ ...fault, detail: shown(fault.detail, language) })) } : {}),
    ...(problem.more.tasks ? { tasks: problem.more.tasks } : {}),
    instance,
    requestId,
  };
}

/** A path as a JSON pointer [RFC 6901]. */
export function pointerTo(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The refusal behind an error of a unique index, with the field that is taken; null for any other error. */
export function duplicateOf(error: unknown): Problem | null {
  if (!isDuplicateKey(error)) return null;
  const { keyPattern } = error as { keyPattern?: Readonly<Record<string, unknown>> };
  const field = Object.keys(keyPattern ?? {}).at(-1);
  if (field === undefined || field === '_id') return new Problem('duplicate');
  return new Problem('duplicate', '', { faults: [{ pointer: pointerTo([field]), detail: said('another-has-it') }] });
}

function shown(said: Said, language: Language): string {
  return typeof said === 'string' ? said : said[language];
}
