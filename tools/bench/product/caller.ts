import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const READ = 200;
const BUSY = 503;
const MOST_TRIES = 100;
const SPREAD_IN_MS = 250;

/** What became of a request, as the one who sent it saw it. */
export interface Called<Body> {
  readonly status: number;
  readonly body: Body;
  /** How long the attempt took that was answered with anything but 503. */
  readonly tookInMs: number;
  /** How often it was answered with 503 before. */
  readonly refusals: number;
}

/** Somebody who is signed in and works with the API as a good client does: 503 is repeated with the same key, when it says. */
export class Caller {
  private constructor(
    private readonly apiUrl: string,
    private readonly token: string,
  ) {}

  static async signIn(apiUrl: string, username: string, password: string): Promise<Caller> {
    const anybody = new Caller(apiUrl, '');
    const { token } = (await anybody.post<{ token: string }>('/sessions', { username, password }, [201])).body;
    return new Caller(apiUrl, token);
  }

  static withToken(apiUrl: string, token: string): Caller {
    return new Caller(apiUrl, token);
  }

  /** Reads; any answer but 200 throws. */
  async get<Body>(path: string): Promise<Called<Body>> {
    const startedAt = performance.now();
    const response = await fetch(`${this.apiUrl}/api/v1${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    const text = await response.text();
    const tookInMs = performance.now() - startedAt;
    if (response.status !== READ) throw new Error(`GET ${path}: ${response.status} ${text}`);
    return { status: response.status, body: JSON.parse(text) as Body, tookInMs, refusals: 0 };
  }

  /** Posts a body, or an uploaded file; any answer but those expected and 503 throws. */
  async post<Body>(path: string, body: object, expected: readonly number[]): Promise<Called<Body>> {
    const key = randomUUID();
    for (let refusals = 0; refusals < MOST_TRIES; refusals += 1) {
      const startedAt = performance.now();
      const response = await fetch(`${this.apiUrl}/api/v1${path}`, this.request(key, body));
      const text = await response.text();
      const tookInMs = performance.now() - startedAt;
      if (expected.includes(response.status))
        return { status: response.status, body: JSON.parse(text) as Body, tookInMs, refusals };
      if (response.status !== BUSY) throw new Error(`POST ${path}: ${response.status} ${text}`);
      const retryAfterInMs = Number(response.headers.get('retry-after')) * 1000;
      if (!(retryAfterInMs > 0)) throw new Error(`POST ${path}: 503 without Retry-After: ${text}`);
      // Whoever was refused at the same moment should not come back at the same moment.
      await pause(retryAfterInMs + Math.random() * SPREAD_IN_MS);
    }
    throw new Error(`POST ${path}: ${MOST_TRIES} times 503`);
  }

  private request(key: string, body: object): RequestInit {
    const headers: Record<string, string> = { 'idempotency-key': key };
    if (this.token !== '') headers.authorization = `Bearer ${this.token}`;
    if (body instanceof FormData) return { method: 'POST', headers, body };
    headers['content-type'] = 'application/json';
    return { method: 'POST', headers, body: JSON.stringify(body) };
  }
}
