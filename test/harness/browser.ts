import { randomUUID } from 'node:crypto';

/** What a browser keeps and sends: the session cookie, and the CSRF token that its page was given. */
export class Browser {
  private cookie = '';
  csrfToken = '';
  /** Every Set-Cookie header that came, the latest last. */
  readonly cookiesSet: string[] = [];

  constructor(private readonly url: () => string) {}

  /** Signs in as a page of the console does. */
  async signsIn(username: string, password = 'opsflow-demo', headers: Readonly<Record<string, string>> = {}) {
    const answer = await this.sends('POST', '/sessions', { username, password, as: 'cookie' }, headers);
    if (typeof answer.body.csrfToken === 'string') this.csrfToken = answer.body.csrfToken;
    return answer;
  }

  /** A request of the console: with the cookie, and with the CSRF token unless the test gives other headers. */
  async asks(method: string, path: string, body?: unknown) {
    return await this.sends(method, path, body, { 'x-csrf-token': this.csrfToken, 'sec-fetch-site': 'same-origin' });
  }

  /** A request with the cookie and these headers only. */
  async sends(method: string, path: string, body: unknown, headers: Readonly<Record<string, string>>) {
    const response = await fetch(`${this.url()}/api/v1${path}`, {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        'idempotency-key': randomUUID(),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.get('set-cookie');
    if (set !== null) {
      this.cookiesSet.push(set);
      this.cookie = set.includes('Max-Age=0') ? '' : (set.split(';')[0] ?? '');
    }
    const text = await response.text();
    const answer = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return { status: response.status, headers: response.headers, body: answer };
  }

  /** What the cookie holds now, to be sent from elsewhere. */
  get jar(): string {
    return this.cookie;
  }
}
