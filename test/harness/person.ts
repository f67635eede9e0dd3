import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { COMPLAINT_FORMS } from './complaint-forms';
import { CUTOVER_FORMS } from './cutover-forms';
import { eventually } from './eventually';
import { SERVICE_FORMS } from './service-forms';

/** An answer of the API. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly headers: Headers;
}

/** What a test may set about a request. */
export interface Request {
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly rawBody?: string | Blob | FormData;
  /** Whatever is answered, it is not asked again. */
  readonly isOnce?: true;
}

/** What a person adds to a decision. */
export interface Words {
  readonly comment?: string;
  readonly form?: Readonly<Record<string, unknown>>;
  readonly returnTo?: string;
  readonly key?: string;
}

/** A line of an inbox, as far as tests look at it. */
export interface TaskLine {
  readonly id: string;
  readonly caseId: string;
  readonly step: string;
  readonly mayAct: boolean;
}

const PATIENCE_IN_TRIES = 40;
const TRIES_WHILE_UNAVAILABLE = 5;
const BUSY = 503;
const NOT_YET = 404;

/** Somebody who works with the product through its API. */
export class Person {
  private token: Promise<string> | undefined;

  constructor(
    private readonly url: () => string,
    readonly username: string,
    private readonly password: string,
    token?: string,
  ) {
    if (token !== undefined) this.token = Promise.resolve(token);
  }

  async get<Body = Record<string, unknown>>(
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return await this.send<Body>('GET', path, undefined, { headers });
  }

  async post<Body = Record<string, unknown>>(
    path: string,
    body: unknown,
    request: Request = {},
  ): Promise<Answer<Body>> {
    return await this.send<Body>('POST', path, body, request);
  }

  /** Sends a request, again while the answer says that the database had too much to do, as every client should. */
  async send<Body = Record<string, unknown>>(
    method: string,
    path: string,
    body: unknown,
    request: Request = {},
  ): Promise<Answer<Body>> {
    const sent = { ...request, key: request.key ?? randomUUID() };
    for (let tried = 1; ; tried += 1) {
      const answer = await this.sendOnce<Body & { code?: unknown }>(method, path, body, sent);
      const isTold = answer.body.code !== 'unavailable' || request.isOnce || tried === TRIES_WHILE_UNAVAILABLE;
      if (isTold) return answer;
      await pause(Number(answer.headers.get('retry-after')) * 1_000);
    }
  }

  private async sendOnce<Body>(
    method: string,
    path: string,
    body: unknown,
    request: Request & { readonly key: string },
  ): Promise<Answer<Body>> {
    const headers: Record<string, string> = { authorization: `Bearer ${await this.signIn()}`, ...request.headers };
    if (method === 'POST') headers['idempotency-key'] ??= request.key;
    if (body !== undefined) headers['content-type'] = 'application/json';
    const sent = request.rawBody ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await fetch(`${this.url()}/api/v1${path}`, {
      method,
      headers,
      ...(sent === undefined ? {} : { body: sent }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : { text }) as Body };
  }

  async signIn(): Promise<string> {
    this.token ??= this.newToken();
    return await this.token;
  }

  /** My id. */
  async id(): Promise<string> {
    const { body } = await this.get<{ id?: string; person?: { id: string } }>('/me');
    return body.id ?? body.person?.id ?? '';
  }

  /** My open tasks of a case. */
  async inbox(caseId?: string): Promise<readonly TaskLine[]> {
    const { body } = await this.get<{ items: TaskLine[] }>(`/tasks?limit=200${caseId ? `&case=${caseId}` : ''}`);
    return body.items;
  }

  /** Uploads a small text file and gives its id. */
  async uploads(fileName: string, text = '检测报告：主板烧毁，无法修复。'): Promise<string> {
    const form = new FormData();
    form.append('file', new Blob([text], { type: 'text/plain' }), fileName);
    const answer = await this.send<{ id: string }>('POST', '/attachments', undefined, { rawBody: form });
    if (answer.status !== 201) throw new Error(`upload: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.id;
  }

  /** Asks for a device to be scrapped; fails unless the case has started. */
  async startsScrap(device: string, request: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return await this.starts(await this.scrapBody(device, request));
  }

  /** Starts a case; fails unless it has started. */
  async starts(body: { readonly process: string; readonly form: Readonly<Record<string, unknown>> }): Promise<string> {
    const key = randomUUID();
    const answer = await whileBusy(async () => await this.post<{ caseId: string }>('/cases', body, { key }));
    if (answer.status !== 201) throw new Error(`start: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body.caseId;
  }

  /** The body of a scrap request, complete unless the test says otherwise. */
  async scrapBody(device: string, request: Readonly<Record<string, unknown>> = {}) {
    const evidence = request.evidence ?? [await this.uploads('检测报告.txt')];
    const form = {
      device,
      reason: '主板烧毁，原厂已停产，无法修理',
      evidenceKind: 'test-report',
      valueInYuan: 8_000,
      ...request,
      evidence,
    };
    return { process: 'scrap', form };
  }

  /** Decides a step; the answer is returned whatever it is. */
  async decides(caseId: string, step: string, outcome: string, words: Words = {}): Promise<Answer> {
    return await this.decidesTask(await this.taskOf(caseId, step), step, outcome, words);
  }

  private async decidesTask(task: string, step: string, outcome: string, words: Words): Promise<Answer> {
    const { key, form = filledIn(step), ...rest } = words;
    return await this.post(`/tasks/${task}/complete`, { outcome, form, ...rest }, key === undefined ? {} : { key });
  }

  async approves(caseId: string, step: string, words: Words = {}): Promise<void> {
    await this.mustDecide(caseId, step, 'approve', { comment: '同意', ...words });
  }

  async rejects(caseId: string, step: string, comment: string): Promise<void> {
    await this.mustDecide(caseId, step, 'reject', { comment, form: {} });
  }

  async returns(caseId: string, step: string, returnTo: string, comment: string): Promise<void> {
    await this.mustDecide(caseId, step, 'return', { comment, returnTo, form: {} });
  }

  async submits(caseId: string, step: string, words: Words = {}): Promise<void> {
    await this.mustDecide(caseId, step, 'submit', words);
  }

  /** Lets the clock of a step stand still; fails unless it does. */
  async pauses(caseId: string, step: string, reason: string, until?: string): Promise<void> {
    await this.mustPost(`/tasks/${await this.taskOf(caseId, step)}/pause`, { reason, ...(until && { until }) });
  }

  /** Lets the clock of a step go on; fails unless it does. */
  async resumes(caseId: string, step: string): Promise<void> {
    await this.mustPost(`/tasks/${await this.taskOf(caseId, step)}/resume`, {});
  }

  private async mustPost(path: string, body: unknown): Promise<void> {
    const key = randomUUID();
    const answer = await whileBusy(async () => await this.post(path, body, { key }));
    if (answer.status !== 200)
      throw new Error(`${this.username} POST ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  private async mustDecide(caseId: string, step: string, outcome: string, words: Words): Promise<void> {
    const key = words.key ?? randomUUID();
    let asked: string | undefined;
    const answer = await whileBusy(async () => {
      // A decision that was busy is repeated on its own task, which may be done by now, not on the step's next one.
      const task = asked ?? (await this.taskOf(caseId, step));
      const heard = await this.decidesTask(task, step, outcome, { ...words, key });
      asked = heard.status === BUSY ? task : undefined;
      return heard;
      // What the case does by itself first, such as a document, takes its time.
    }, NOT_YET);
    if (answer.status !== 200)
      throw new Error(`${this.username} ${outcome} ${step}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }

  /** The open task of a step: from the inbox if it is there, else by its id. */
  async taskOf(caseId: string, step: string): Promise<string> {
    const mine = (await this.inbox(caseId)).find((task) => task.step === step);
    if (mine) return mine.id;
    const { body } = await this.get<{ tasks?: TaskLine[] }>(`/cases/${caseId}`);
    return body.tasks?.findLast((task) => task.step === step)?.id ?? `${caseId}.${step}.1`;
  }

  private async newToken(): Promise<string> {
    return await eventually(async () => {
      const body = JSON.stringify({ username: this.username, password: this.password });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(`${this.url()}/api/v1/sessions`, { method: 'POST', headers, body });
      if (response.status !== 201)
        throw new Error(`sign-in of ${this.username}: ${response.status} ${await response.text()}`);
      return ((await response.json()) as { token: string }).token;
    }, PATIENCE_IN_TRIES);
  }
}

/** Repeats a request with its key while the answer is 503, as every client should. */
async function whileBusy<Body>(ask: () => Promise<Answer<Body>>, ...others: readonly number[]): Promise<Answer<Body>> {
  return await eventually(async () => {
    const answer = await ask();
    if (answer.status === BUSY || others.includes(answer.status))
      throw new Error(`still busy: ${JSON.stringify(answer.body)}`);
    return answer;
  }, 200);
}

function filledIn(step: string): Readonly<Record<string, unknown>> {
  const known = CUTOVER_FORMS[step] ?? COMPLAINT_FORMS[step] ?? SERVICE_FORMS[step];
  if (known) return known;
  if (step === 'receipt')
    return { receivedOn: '2026-11-21', place: '院本部库房 A-03', condition: '整机及电源线齐全', signature: true };
  if (step === 'wipe') {
    return {
      method: 'destroy',
      wipedBy: '李工',
      wipedOn: '2026-11-22',
      checks: { backedUp: true, unreadable: true },
      signature: true,
    };
  }
  return { signature: true };
}
