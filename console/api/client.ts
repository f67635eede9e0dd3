import type { Language } from '../../models/contracts/text';
import { addressOf, pauseBefore, type Query } from './address';
import type { Notices } from './notices';
import { ApiProblem, errorOf, isWorthRepeating, Unreachable } from './problem';

/** What goes along with a request beside its path. */
export interface Sending {
  readonly query?: Query;
  readonly body?: unknown;
  /** A file with its fields, in place of a body. */
  readonly form?: FormData;
  readonly key?: string;
  readonly version?: number;
  readonly signal?: AbortSignal;
}

/** The one way to the API: cookie session, CSRF token, language, repeats under the same key. */
export interface Client {
  readonly send: <Answer>(method: string, path: string, sending?: Sending) => Promise<Answer>;
  readonly get: <Answer>(path: string, query?: Query, signal?: AbortSignal) => Promise<Answer>;
  readonly post: <Answer>(path: string, body: unknown, key: string) => Promise<Answer>;
  readonly headers: () => Record<string, string>;
  /** Known from the sign-in or from `GET /me`; goes along with everything that changes something. */
  readonly useCsrfToken: (token: string | null) => void;
  readonly useLanguage: (language: Language) => void;
  /** Comes by the link of a mail instead of a sign-in; null: no longer. */
  readonly useDecisionLink: (token: string | null) => void;
}

const LONGEST_WAIT_IN_MS = 20_000;
/** A file goes over a slow line, and an import of thousands of rows is written as one. */
const LONGEST_UPLOAD_IN_MS = 600_000;
const ATTEMPTS = 6;
const IDEMPOTENT: readonly string[] = ['GET', 'PUT', 'DELETE'];

/** A client; `signedOut` is told when the API no longer knows the session. */
export function createClient(notices: Notices, signedOut: () => void): Client {
  const state: { csrfToken: string | null; language: Language; linkToken: string | null } = {
    csrfToken: null,
    language: 'zh',
    linkToken: null,
  };

  const headers = () => ({
    accept: 'application/json',
    'accept-language': state.language,
    ...(state.csrfToken === null ? {} : { 'x-csrf-token': state.csrfToken }),
    ...(state.linkToken === null ? {} : { authorization: `Decision-Link ${state.linkToken}` }),
  });

  const once = async (method: string, path: string, { query, body, form, key, version, signal }: Sending) => {
    const late = AbortSignal.timeout(form ? LONGEST_UPLOAD_IN_MS : LONGEST_WAIT_IN_MS);
    const request: RequestInit = {
      method,
      credentials: 'same-origin',
      signal: signal ? AbortSignal.any([signal, late]) : late,
      headers: {
        ...headers(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(form ? { body: form } : {}),
    };
    const { response, text } = await answered(addressOf(path, query), request, signal);
    const answer = parsed(text);
    if (!response.ok) throw errorOf(response.status, response.headers.get('retry-after'), answer);
    return answer;
  };

  const send = async <Answer>(method: string, path: string, sending: Sending = {}): Promise<Answer> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const answer = await once(method, path, sending);
        notices.set({ kind: 'fine' });
        return answer as Answer;
      } catch (error) {
        if (sending.signal?.aborted) throw error;
        if (error instanceof ApiProblem && error.problem.code === 'not-signed-in') signedOut();
        const mayRepeat = IDEMPOTENT.includes(method) || sending.key !== undefined;
        if (!isWorthRepeating(error) || !mayRepeat || attempt === ATTEMPTS) {
          notices.set({ kind: error instanceof Unreachable ? 'offline' : 'fine' });
          throw error;
        }
        notices.set(error instanceof Unreachable ? { kind: 'offline' } : { kind: 'busy', attempt });
        await pause(pauseBefore(attempt, error instanceof ApiProblem ? error.retryAfterInMs : null));
      }
    }
  };

  return {
    send,
    headers,
    get: async (path, query, signal) =>
      await send('GET', path, { ...(query ? { query } : {}), ...(signal ? { signal } : {}) }),
    post: async (path, body, key) => await send('POST', path, { body, key }),
    useCsrfToken: (token) => void (state.csrfToken = token),
    useLanguage: (language) => void (state.language = language),
    useDecisionLink: (token) => void (state.linkToken = token),
  };
}

async function answered(address: string, request: RequestInit, signal?: AbortSignal) {
  try {
    const response = await fetch(address, request);
    return { response, text: await response.text() };
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable(error);
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}
