import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { ERRORS, type ErrorCode } from '../models/codes';
import { Problem } from './http/problem';

const CANCELLED = 1;
const DEADLINE_EXCEEDED = 4;
const RESOURCE_EXHAUSTED = 8;
const RETRY_AFTER_IN_SECONDS = 1;

/** True when Temporal gave an update back unread, because too many were under way on one case. */
export function isUnprocessed(error: unknown): boolean {
  return (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === 'UnprocessedUpdate'
  );
}

/** What an error of the engine means to the person who asked. */
export function problemOfEngine(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof WorkflowUpdateFailedError) return refusal(error);
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError)
    return new Problem('case-closed');
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || isOverloaded(error)) {
    return new Problem('busy', '', { retryAfterInSeconds: RETRY_AFTER_IN_SECONDS });
  }
  return new Problem('unavailable', error instanceof Error ? error.message : '', {
    retryAfterInSeconds: RETRY_AFTER_IN_SECONDS,
  });
}

function refusal(error: WorkflowUpdateFailedError): Problem {
  const { cause } = error;
  if (cause instanceof ApplicationFailure && isErrorCode(cause.type)) {
    return new Problem(cause.type, cause.message === ERRORS[cause.type].en ? '' : cause.message);
  }
  if (cause instanceof ApplicationFailure && cause.type === 'AcceptedUpdateCompletedWorkflow')
    return new Problem('case-closed');
  return new Problem('busy', '', { retryAfterInSeconds: RETRY_AFTER_IN_SECONDS });
}

function isOverloaded(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return isGrpcServiceError(cause) && [CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED].includes(cause.code);
}

function isErrorCode(code: string | undefined | null): code is ErrorCode {
  return code !== undefined && code !== null && code in ERRORS;
}
