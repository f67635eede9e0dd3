import type { ApiUnderTest } from './api-under-test';

/** A read of MongoDB, as it carried it out. */
export interface Read {
  readonly collection: string;
  readonly plan: string;
  readonly documents: number;
  readonly keys: number;
  readonly returned: number;
  readonly isSorted: boolean;
}

interface Profiled {
  readonly ns: string;
  readonly planSummary?: string;
  readonly docsExamined?: number;
  readonly keysExamined?: number;
  readonly nreturned?: number;
  readonly hasSortStage?: boolean;
  readonly command: { readonly comment?: { readonly request?: string } };
}

const ROOM_IN_BYTES = 400_000_000;

/** Notes every read that the requests between beginning and end made. */
export class Reads {
  constructor(private readonly api: ApiUnderTest) {}

  private get db() {
    return this.api.db.connection.getClient().db(this.api.db.connection.name);
  }

  async begin(): Promise<void> {
    await this.db.command({ profile: 0 });
    await this.db.dropCollection('system.profile');
    await this.db.createCollection('system.profile', { capped: true, size: ROOM_IN_BYTES });
    await this.db.command({ profile: 2 });
  }

  /** What is read after this belongs to the request. */
  async belongTo(request: string): Promise<void> {
    await this.db.command({ find: 'nothing', limit: 1, comment: { request } });
  }

  /** The reads by request. */
  async end(): Promise<Map<string, Read[]>> {
    await this.db.command({ profile: 0 });
    const requests = new Map<string, Read[]>();
    let current: Read[] = [];
    for await (const row of this.db.collection<Profiled>('system.profile').find()) {
      const request = row.command.comment?.request;
      if (request !== undefined) {
        current = requests.get(request) ?? [];
        requests.set(request, current);
      } else if (row.planSummary !== undefined) current.push(readOf(row));
    }
    return requests;
  }
}

function readOf({
  ns,
  planSummary = '',
  docsExamined = 0,
  keysExamined = 0,
  nreturned = 0,
  hasSortStage = false,
}: Profiled) {
  const collection = ns.split('.')[1] ?? '';
  const counts = { documents: docsExamined, keys: keysExamined, returned: nreturned };
  return { collection, plan: planSummary, ...counts, isSorted: hasSortStage };
}
