import {
  isGrpcServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { ERRORS, type ErrorCode } from '../models/codes';
import type { Text } from '../models/contracts/text';
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

/** True when the run that was asked has ended: with its case, or because the workflow went back to its record and goes on in another. */
export function isEndOfRun(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return !isForgottenUpdate(error);
  return (
    error instanceof WorkflowUpdateFailedError &&
    error.cause instanceof ApplicationFailure &&
    error.cause.type === 'AcceptedUpdateCompletedWorkflow'
  );
}

/** What an error of the engine means to the person who asked. */
export function problemOfEngine(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof WorkflowUpdateFailedError && !isEndOfRun(error)) return refusal(error);
  if (error instanceof WorkflowExecutionAlreadyStartedError) return new Problem('case-closed');
  if (isEndOfRun(error)) return new Problem('case-closed');
  const isLate = error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || error instanceof WorkflowNotFoundError;
  if (isLate || isOverloaded(error)) return busy();
  return new Problem('unavailable', '', { retryAfterInSeconds: RETRY_AFTER_IN_SECONDS, cause: error });
}

function refusal(error: WorkflowUpdateFailedError): Problem {
  const { cause } = error;
  if (cause instanceof ApplicationFailure && isErrorCode(cause.type)) {
    const [why = '', inMs] = (cause.details ?? []) as [why?: Text, inMs?: number];
    return new Problem(cause.type, why, inMs === undefined ? {} : { retryAfterInSeconds: Math.ceil(inMs / 1_000) });
  }
  return busy();
}

/** The same request may be made again a little later. */
export function busy(): Problem {
  return new Problem('busy', '', { retryAfterInSeconds: RETRY_AFTER_IN_SECONDS });
}

// An update that was not yet accepted lives in Temporal's memory, and a lost workflow task takes it along; the case goes on. One
// that came while the run was being closed is answered so for as long as Temporal remembers it: nothing is gained by asking again.
function isForgottenUpdate({ message }: WorkflowNotFoundError): boolean {
  return /update/i.test(message) && !/closing workflow/i.test(message);
}

function isOverloaded(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return isGrpcServiceError(cause) && [CANCELLED, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED].includes(cause.code);
}

function isErrorCode(code: string | undefined | null): code is ErrorCode {
  return code !== undefined && code !== null && code in ERRORS;
}
