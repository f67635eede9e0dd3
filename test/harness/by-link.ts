import { randomUUID } from 'node:crypto';
import type { CaughtMail } from '../../embedded/mail/read-mail';
import type { Answer, Words } from './person';

const FORM = { signature: true };

/** Somebody without an account, with the link of a mail. */
export class ByLink {
  constructor(
    private readonly url: () => string,
    readonly token: string,
  ) {}

  /** Whoever reads this mail. */
  static of(url: () => string, mail: CaughtMail): ByLink {
    return new ByLink(url, tokenIn(mail));
  }

  /** What the link shows. */
  async looks(): Promise<Answer> {
    return await this.ask('GET', '');
  }

  async decides(
    outcome: string,
    { comment = '', form = FORM, returnTo, key = randomUUID() }: Words = {},
  ): Promise<Answer> {
    const body = { outcome, comment, form, ...(returnTo === undefined ? {} : { returnTo }) };
    return await this.ask('POST', '/decision', body, key);
  }

  /** A file of the case, by its status. */
  async fetches(fileId: string): Promise<number> {
    const response = await fetch(`${this.url()}/api/v1/decision-link/files/${fileId}`, { headers: this.headers() });
    await response.arrayBuffer();
    return response.status;
  }

  private async ask(method: string, path: string, body?: unknown, key?: string): Promise<Answer> {
    const response = await fetch(`${this.url()}/api/v1/decision-link${path}`, {
      method,
      headers: {
        ...this.headers(),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { status, headers } = response;
    return { status, headers, body: (await response.json()) as Record<string, unknown> };
  }

  private headers() {
    return { authorization: `Decision-Link ${this.token}` };
  }
}

/** The token of the link in a mail; fails where it has none. */
export function tokenIn({ subject, text }: CaughtMail): string {
  const token = /\/decide\/([A-Za-z0-9_-]+)/.exec(text)?.[1];
  if (token === undefined) throw new Error(`the mail ${subject} has no link that decides:\n${text}`);
  return token;
}
