import type { ErrorCode } from '../../models/codes';
import type { ProblemBody } from './types';

/** A refusal or failure that the API answered, with the pointers to the fields that it is about. */
export class ApiProblem extends Error {
  constructor(
    readonly problem: ProblemBody,
    /** How long the API asks to wait before the same request again; null where it says nothing. */
    readonly retryAfterInMs: number | null = null,
  ) {
    super(problem.title);
    this.name = 'ApiProblem';
  }
}

/** No answer came: the server is away, or the network is, or it took too long. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

/** True when the API refused with this code. */
export function isProblem(error: unknown, ...codes: readonly ErrorCode[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.problem.code));
}

/** True when the same request may succeed a little later. */
export function isWorthRepeating(error: unknown): boolean {
  return error instanceof Unreachable || (error instanceof ApiProblem && error.problem.status === 503);
}

/** The error behind an answer that is not a success; a proxy's own page is told from the API's problems. */
export function errorOf(status: number, retryAfter: string | null, body: unknown): Error {
  if (isProblemBody(body)) {
    const seconds = Number(retryAfter ?? Number.NaN);
    return new ApiProblem(body, Number.isFinite(seconds) ? seconds * 1000 : null);
  }
  return new Unreachable(`HTTP ${status} without a problem`);
}

function isProblemBody(body: unknown): body is ProblemBody {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}
