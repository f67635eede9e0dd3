import type { ErrorRequestHandler, Request, Response } from 'express';
import { MulterError } from 'multer';
import { ERRORS, type ErrorCode } from '../../models/codes';
import { said } from '../../models/faults';
import { isIntakeSource } from '../../models/whom';
import type { Deps } from '../deps';
import { languageOf, requestIdOf } from './mount';
import { duplicateOf, Problem, problemBody } from './problem';

const WORTH_LOGGING: readonly number[] = [401, 403, 429];
/** Refusals of whoever shows no credential: anybody could make the access log grow without end. */
const OF_ANYBODY: readonly ErrorCode[] = ['not-signed-in', 'link-unknown', 'token-unknown'];
const BROKEN_OFF = 'TransientTransactionError';
/** Error codes of a transaction that lived too long or grew too large for MongoDB; unlike others these have no label. */
const GIVEN_UP: readonly unknown[] = [290, 388];
const MONGO_AWAY = /^Mongo(Network|ServerSelection|NotConnected|PoolCleared|Topology)/;

/** Answers every error as `application/problem+json`, and writes refusals to the access log. */
export function errorHandler(deps: Deps): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const problem = problemOf(error);
    const requestId = requestIdOf(response);
    if (problem.code === 'internal') deps.log.error({ err: error, requestId }, 'request failed');
    if (problem.code === 'unavailable') deps.log.warn({ err: problem.cause, requestId }, 'a service was unavailable');
    if (!OF_ANYBODY.includes(problem.code) && WORTH_LOGGING.includes(ERRORS[problem.code].status))
      noteRefusal(deps, problem, request, response);
    answerProblem(problem, request, response);
  };
}

/** Sends a problem as the answer. */
export function answerProblem(problem: Problem, request: Request, response: Response): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (problem.more.retryAfterInSeconds !== undefined)
    response.set('retry-after', String(problem.more.retryAfterInSeconds));
  response
    .status(ERRORS[problem.code].status)
    .type('application/problem+json')
    .send(JSON.stringify(problemBody(problem, languageOf(request), request.originalUrl, requestIdOf(response))));
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof MulterError) {
    return error.code === 'LIMIT_FILE_SIZE'
      ? new Problem('too-large', said('too-large-file'))
      : new Problem('malformed-request', said('upload-malformed', { why: error.message }));
  }
  if (!(error instanceof Error)) return new Problem('internal');
  const duplicate = duplicateOf(error);
  if (duplicate) return duplicate;
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.too.large') return new Problem('too-large');
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return new Problem('wrong-type');
  // The parser's own words quote the body, and a body may hold a password.
  if (type === 'entity.parse.failed') return new Problem('malformed-request', said('not-json'));
  if (type === 'entity.verify.failed' || status === 400)
    return new Problem('malformed-request', said('not-readable', { why: error.message }));
  // A transaction that MongoDB has broken off, and not the first time: the server has too much to do.
  if (isBrokenOff(error) || MONGO_AWAY.test(error.name))
    return new Problem('unavailable', '', { retryAfterInSeconds: 2, cause: error });
  return new Problem('internal');
}

function isBrokenOff(error: Error): boolean {
  const { code, hasErrorLabel } = error as { code?: unknown; hasErrorLabel?: (label: string) => boolean };
  return GIVEN_UP.includes(code) || (hasErrorLabel?.call(error, BROKEN_OFF) ?? false);
}

function noteRefusal(deps: Deps, problem: Problem, request: Request, response: Response): void {
  const { person, action } = response.locals as { person?: string; action?: string };
  if ((person === undefined || isIntakeSource(person)) && ERRORS[problem.code].status === 429) {
    // Anybody could make the access log grow without end.
    deps.log.warn({ address: request.ip, path: request.path, code: problem.code }, 'stranger slowed down');
    return;
  }
  void deps.accessLog.append({
    personId: person ?? null,
    address: request.ip ?? '',
    action: action ?? `${request.method} ${request.path}`,
    target: request.path,
    result: problem.code,
    details: problem.more.attempt ?? {},
  });
}
