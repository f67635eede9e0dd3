import { ERRORS, type ErrorCode } from '../../models/codes';
import type { OpenTask } from '../../models/contracts/open-tasks';
import type { Language } from '../../models/contracts/text';
import { isDuplicateKey } from '../../models/db';

/** One fault of the input: where, as a JSON pointer, and what. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** A refusal with a code of the error table; becomes an `application/problem+json` answer. */
export class Problem extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly detail = '',
    readonly more: {
      readonly faults?: readonly Fault[];
      readonly retryAfterInSeconds?: number;
      /** The tasks that stand in the way. */
      readonly tasks?: readonly OpenTask[];
      /** For the access log only, never answered. */
      readonly attempt?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(detail || code);
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
  return {
    type: `urn:opsflow:problem:${problem.code}`,
    title: row[language],
    status: row.status,
    code: problem.code,
    retryable: row.retryable,
    ...(problem.detail ? { detail: problem.detail } : {}),
    ...(problem.more.faults ? { errors: problem.more.faults } : {}),
    ...(problem.more.tasks ? { tasks: problem.more.tasks } : {}),
    instance,
    requestId,
  };
}

/** zod's issues as faults with JSON pointers below a prefix. */
export function faultsOf(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  prefix = '',
): Fault[] {
  return issues.map(({ path, message }) => ({
    pointer: `${prefix}${path.map((part) => `/${escaped(String(part))}`).join('')}`,
    detail: message,
  }));
}

/** The refusal behind an error of a unique index, with the field that is taken; null for any other error. */
export function duplicateOf(error: unknown): Problem | null {
  if (!isDuplicateKey(error)) return null;
  const { keyPattern } = error as { keyPattern?: Readonly<Record<string, unknown>> };
  const field = Object.keys(keyPattern ?? {}).at(-1);
  if (field === undefined || field === '_id') return new Problem('duplicate');
  return new Problem('duplicate', '', { faults: [{ pointer: `/${escaped(field)}`, detail: 'another record has it' }] });
}

function escaped(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1');
}
