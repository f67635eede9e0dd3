import { ApplicationFailure } from '@temporalio/common';
import { ERRORS, type ErrorCode } from '../../models/codes';
import type { Text } from '../../models/contracts/text';

/**
 * The only throw of a validator or handler: the request is refused with a code of the error table, the case goes on. `inMs` says
 * after how long it would be taken.
 */
export function refuse(code: ErrorCode, why?: Text, inMs?: number): never {
  const details = why ? [why, ...(inMs === undefined ? [] : [inMs])] : [];
  throw ApplicationFailure.create({ type: code, message: (why ?? ERRORS[code]).en, details, nonRetryable: true });
}
