import type { ErrorCode } from '../../models/codes';
import type { Route } from './route';

const ALWAYS: readonly ErrorCode[] = ['malformed-request', 'internal', 'unavailable'];

/** Every code with which a route may refuse or fail: what it declares itself, and what the mount does for all alike. */
export function refusalsOf(declared: Route): readonly ErrorCode[] {
  const { method, who, repeats, params, query, body, accepts } = declared;
  const isSignedIn = who !== 'anyone' && who !== 'decision-link' && who !== 'monitoring';
  const when = (condition: boolean, ...codes: ErrorCode[]) => (condition ? codes : []);
  return [
    ...new Set([
      ...ALWAYS,
      ...when(who === 'decision-link', 'link-unknown', 'link-expired', 'link-withdrawn'),
      ...when(who === 'monitoring', 'token-unknown'),
      ...when(isSignedIn, 'not-signed-in'),
      ...when(isSignedIn && method !== 'get', 'csrf-token-wrong'),
      ...when(typeof who !== 'string', 'not-allowed'),
      ...when(repeats !== 'none', 'idempotency-key-missing', 'idempotency-key-reused'),
      ...when(repeats === 'case', 'busy'),
      ...when(declared.needsIfMatch === true, 'precondition-required', 'changed-meanwhile'),
      ...when(Boolean(params ?? query ?? body), 'invalid-input'),
      ...when(Boolean(body) || accepts === 'file', 'too-large', 'wrong-type'),
      ...declared.errors,
    ]),
  ];
}
