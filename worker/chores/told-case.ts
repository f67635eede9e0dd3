import { Problem } from '../../api/http/problem';

/** True for the refusal of a case that need not be told any more: it has closed meanwhile, or knows it already. */
export function needsNoTelling(error: unknown): boolean {
  return error instanceof Problem && (error.code === 'case-closed' || error.code === 'wrong-state');
}
