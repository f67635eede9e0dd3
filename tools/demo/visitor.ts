import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const PATIENCE_IN_TRIES = 120;
const PAUSE_IN_MS = 250;
const BUSY = 503;

/** A demo person who works with the API as any client would. */
export class Visitor {
  private token = '';

  constructor(
    private readonly apiUrl: string,
    readonly username: string,
  ) {}

  async signIn(password: string): Promise<this> {
    const { token } = await this.send<{ token: string }>(
      'POST',
      '/sessions',
      { username: this.username, password },
      201,
    );
    this.token = token;
    return this;
  }

  async get<Body>(path: string): Promise<Body> {
    return await this.send<Body>('GET', path, undefined, 200);
  }

  async post<Body>(path: string, body: unknown, status = 200): Promise<Body> {
    return await this.send<Body>('POST', path, body, status);
  }

  /** Uploads a text file; its id. */
  async upload(fileName: string, text: string): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([text], { type: 'text/plain' }), fileName);
    return (await this.send<{ id: string }>('POST', '/attachments', form, 201)).id;
  }

  async download(path: string): Promise<Buffer> {
    const response = await fetch(`${this.apiUrl}/api/v1${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Decides the open task of a step, once it is there: what the case does by itself before takes its time. */
  async decides(caseId: string, step: string, body: Readonly<Record<string, unknown>>): Promise<void> {
    for (let tried = 1; ; tried += 1) {
      const { items } = await this.get<{ items: { id: string; step: string }[] }>(`/tasks?case=${caseId}`);
      const task = items.find((item) => item.step === step);
      if (task) return void (await this.post(`/tasks/${task.id}/complete`, body));
      if (tried === PATIENCE_IN_TRIES) throw new Error(`${this.username} has no task ${step} of ${caseId}`);
      await pause(PAUSE_IN_MS);
    }
  }

  private async send<Body>(method: string, path: string, body: unknown, expected: number): Promise<Body> {
    const key = randomUUID();
    for (let tried = 1; ; tried += 1) {
      const response = await fetch(`${this.apiUrl}/api/v1${path}`, this.request(method, key, body));
      if (response.status === expected) return (await response.json()) as Body;
      if (response.status !== BUSY || tried === PATIENCE_IN_TRIES)
        throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      await pause(PAUSE_IN_MS);
    }
  }

  private request(method: string, key: string, body: unknown): RequestInit {
    const headers: Record<string, string> = method === 'GET' ? {} : { 'idempotency-key': key };
    if (this.token !== '') headers.authorization = `Bearer ${this.token}`;
    if (body === undefined) return { method, headers };
    if (body instanceof FormData) return { method, headers, body };
    return { method, headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  }
}
