import { ApplicationFailure } from '@temporalio/common';
import { ERRORS, type ErrorCode } from '../../models/codes';

/** The only throw of a validator or handler: the request is refused with a code of the error table, the case goes on. */
export function refuse(code: ErrorCode, why: string = ERRORS[code].en): never {
  throw ApplicationFailure.create({ type: code, message: why, nonRetryable: true });
}
