import { randomUUID } from 'node:crypto';
import type { Answer, Person } from './person';

/** A source of intake as an administrator sees it. */
export interface Source {
  readonly id: string;
  readonly version: number;
  readonly secret: string;
  readonly address: string | null;
  readonly secrets: readonly { readonly expiresAt: string | null }[];
}

/** What became of alerts. */
export interface Taken {
  readonly results: readonly {
    readonly dedupeKey: string;
    readonly outcome: string;
    readonly caseId: string | null;
    readonly reason: { readonly zh: string } | null;
  }[];
}

/** An administrator adds a source of the first demo customer. */
export async function addSource(admin: Person, changes: Readonly<Record<string, unknown>> = {}): Promise<Source> {
  const input = { name: `监控 ${randomUUID()}`, kind: 'alerts', customerId: 'C-0001', ...changes };
  const { status, body } = await admin.post<Source>('/intake-sources', input);
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}

/** An alert in our own format. */
export function alert(changes: Readonly<Record<string, unknown>> = {}) {
  return { dedupeKey: 'cpu@sn-1', status: 'firing', title: 'CPU 使用率超过 95%', ...changes };
}

/** A monitoring system with its token. */
export class Monitoring {
  constructor(
    private readonly url: () => string,
    private readonly token: string,
  ) {}

  async sends<Body = Taken>(body: unknown): Promise<Answer<Body>> {
    const response = await fetch(`${this.url()}/api/v1/intake/alerts`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { status, headers } = response;
    return { status, headers, body: (await response.json()) as Body };
  }

  /** Sends one alert; what became of it, and of which case. */
  async alerts(changes: Readonly<Record<string, unknown>> = {}): Promise<[outcome: string, caseId: string | null]> {
    const { status, body } = await this.sends(alert(changes));
    const [one] = status === 200 ? body.results : [];
    if (!one) throw new Error(`${status} ${JSON.stringify(body)}`);
    return [one.outcome, one.caseId];
  }
}
