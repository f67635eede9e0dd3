import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { startMailCatcher, type MailCatcher } from '../../embedded/mail/catcher';
import { PROCESSES } from '../../models/contracts/processes';
import type { ProcessContract } from '../../models/contracts/process';
import { scrapProcess } from '../../models/contracts/scrap';
import type { Policy } from '../../models/contracts/policy';
import { dayOf } from '../../models/contracts/time';
import type { Role } from '../../models/codes';
import { sha256Of } from '../../models/hash';
import { withTerms } from '../../models/search/rows';
import { databaseOf, type CaseRow, type Database, type DeviceRow } from '../../models/db';
import { connectToMongo } from '../../models/db/connection';
import { startChild, type Child } from './child';
import { eventually } from './eventually';
import { keepHistory } from './histories';
import { Mails } from './mails';
import { Person } from './person';

const DIST = join(__dirname, '../../dist');
const PASSWORD = 'opsflow-demo';
const STANDSTILL_IN_MS = 2_500;
const OPERATION_FAILED = 96;

/** A whole installation of the product for one test file: its own database, task queue, mail catcher, API and worker. */
export class Installation {
  private readonly people = new Map<string, Person>();

  private constructor(
    readonly env: Readonly<Record<string, string>>,
    readonly db: Database,
    readonly temporal: Client,
    readonly catcher: MailCatcher,
    public api: Child,
    public worker: Child | null,
  ) {}

  /** Everything that arrived by mail; what a test does not expect makes it fail. */
  readonly mails: Mails = new Mails(() => this.catcher.messages());

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
    const servers = JSON.parse(process.env.OPSFLOW_TEST_SERVERS ?? '{}') as Record<string, string>;
    const name = `t${randomBytes(5).toString('hex')}`;
    const catcher = await startMailCatcher({ smtpPort: 0, httpPort: 0, say: () => undefined });
    const env = {
      ...withDatabase(servers, name),
      TEMPORAL_TASK_QUEUE: name,
      SMTP_URL: catcher.smtpUrl,
      PORT: '0',
      WORKER_METRICS_PORT: '0',
      DEMO_MODE: 'true',
      DEMO_PASSWORD: PASSWORD,
      SWEEP_INTERVAL_MS: '500',
      SIGN_IN_ATTEMPTS: '1000',
      // Deadlines of a test must not wait for the office to open.
      COMPANY_CALENDAR: '7x24',
      ...settings,
    };
    const db = databaseOf(await connectToMongo(env.MONGODB_URI));
    await countFromSomewhere(db);
    const connection = await Connection.connect({ address: env.TEMPORAL_ADDRESS });
    const [api, worker] = await Promise.all([
      startChild(join(DIST, 'api/main.js'), env),
      startChild(join(DIST, 'worker/main.js'), env),
    ]);
    return new Installation(env, db, new Client({ connection }), catcher, api, worker);
  }

  /** The address of the API. */
  get url(): string {
    return String(this.api.ready.url);
  }

  /** The person of that name, signed in; signed in once for the whole file. */
  as(username: string): Person {
    const known = this.people.get(username) ?? new Person(() => this.url, username, PASSWORD);
    this.people.set(username, known);
    return known;
  }

  /** A crowd of people with the same role for the first demo customer, all signed in. */
  async crowd(role: Role, count: number): Promise<Person[]> {
    const numbers = Array.from({ length: count }, (_, number) => number + 1);
    const model = await this.db.users.findOne({ username: 'wang' }).lean();
    if (!model) throw new Error('no demo people');
    const users = numbers.map((number) => {
      const _id = `U-crowd-${number}`;
      const keys = [`person:${_id}`, `role:${role}:C-0001`];
      return {
        ...model,
        _id,
        username: `crowd${number}`,
        name: `第 ${number} 人`,
        email: '',
        grants: [{ role, customerId: 'C-0001' }],
        keys,
      };
    });
    await this.db.users.insertMany(users.map((user) => withTerms('users', user)));
    const signIns = users.map((user) => ({ userId: user._id, token: randomBytes(32).toString('base64url') }));
    const [createdAt, expiresAt] = [new Date(), new Date(Date.now() + 3_600_000)];
    await this.db.sessions.insertMany(
      signIns.map(({ userId, token }) => ({
        ...{ _id: sha256Of(token), userId, createdAt, expiresAt },
        ...{ lastSeenAt: createdAt, address: '', agent: '' },
      })),
    );
    return signIns.map(({ userId, token }) => new Person(() => this.url, userId, '', token));
  }

  /** Waits for the next entry that MongoDB commits to a case's journal. */
  async nextJournalEntry(caseId: string): Promise<void> {
    const changes = this.db.journal.collection.watch([{ $match: { 'fullDocument.caseId': caseId } }]);
    try {
      await changes.next().catch(() => undefined);
    } finally {
      await changes.close();
    }
  }

  /** Makes MongoDB stand still before the next command of this name on a collection of this installation. */
  async standsStillAt(command: string, collection: string): Promise<() => Promise<void>> {
    return await this.failPoint(
      command,
      collection,
      { times: 1 },
      { blockConnection: true, blockTimeMS: STANDSTILL_IN_MS },
    );
  }

  /** Makes MongoDB refuse every command of this name on a collection of this installation. */
  async refuses(command: string, collection: string): Promise<() => Promise<void>> {
    return await this.failPoint(command, collection, 'alwaysOn', { errorCode: OPERATION_FAILED });
  }

  private async failPoint(
    command: string,
    collection: string,
    mode: unknown,
    how: object,
  ): Promise<() => Promise<void>> {
    const admin = this.db.connection.getClient().db('admin');
    const data = { failCommands: [command], namespace: `${this.db.connection.name}.${collection}`, ...how };
    await admin.command({ configureFailPoint: 'failCommand', mode, data });
    return async () => {
      await admin.command({ configureFailPoint: 'failCommand', mode: 'off' });
    };
  }

  /** Sets the policy that later cases of a procedure, the scrap procedure unless another is named, begin with. */
  async setPolicy(change: Partial<Policy>, { type, policy: shipped }: ProcessContract = scrapProcess): Promise<void> {
    const policy = { ...shipped, ...change };
    await this.db.policies.replaceOne(
      { _id: type },
      { _id: type, version: 1, updatedAt: new Date(), policy },
      { upsert: true },
    );
  }

  /** A device of the first demo customer, on the books and in use. */
  async device(change: Partial<DeviceRow> = {}): Promise<string> {
    const id = `D-${randomBytes(6).toString('hex')}`;
    const row: DeviceRow = {
      _id: id,
      version: 1,
      updatedAt: new Date(),
      customerId: 'C-0001',
      name: '惠普激光打印机',
      model: 'HP LaserJet Pro M404dn',
      serialNumber: `SN${id.slice(2).toUpperCase()}`,
      assetNumber: `ZC-${id.slice(2, 8)}`,
      location: '门诊楼 3 层 302 室',
      businessSystem: '门诊收费系统',
      businessLevel: '一般',
      purchasedOn: '2017-05-18',
      valueInYuan: 2_800,
      state: 'in-use',
      scrappedBy: null,
      ...change,
    };
    await this.db.devices.create([withTerms('devices', row)]);
    return id;
  }

  /** The row of a case. */
  async caseRow(caseId: string): Promise<CaseRow> {
    const row = await this.db.cases.findById(caseId).lean();
    if (!row) throw new Error(`no case ${caseId}`);
    return row;
  }

  /** Waits until a case has ended, and gives its row. */
  async ended(caseId: string): Promise<CaseRow> {
    return await eventually(async () => {
      const row = await this.caseRow(caseId);
      if (row.state === 'open') throw new Error(`${caseId} is still open: ${JSON.stringify(row.waiting)}`);
      return row;
    }, 300);
  }

  /** The journal of a case, in short: kind, and step or stage. */
  async story(caseId: string): Promise<string[]> {
    const entries = await this.db.journal.find({ caseId }).sort({ seq: 1 }).lean();
    return entries.map(
      ({ kind, details, stage }) => `${kind} ${(details.step ?? details.state ?? details.title ?? stage) as string}`,
    );
  }

  /** Keeps the history of an ended case for the replay tests, when they are being recorded. */
  async keepsHistory(caseId: string, name: string): Promise<void> {
    if (process.env.OPSFLOW_RECORD_HISTORIES !== 'true') return;
    await keepHistory(this.temporal, caseId, name);
  }

  async killWorker(): Promise<void> {
    await this.worker?.kill();
    this.worker = null;
  }

  async startWorker(settings: Readonly<Record<string, string>> = {}): Promise<void> {
    this.worker = await startChild(join(DIST, 'worker/main.js'), { ...this.env, ...settings });
  }

  async restartApi(): Promise<void> {
    await this.api.kill();
    this.api = await startChild(join(DIST, 'api/main.js'), { ...this.env, PORT: new URL(this.url).port });
  }

  async stop(): Promise<void> {
    await Promise.all([this.api.stop(), this.worker?.stop()]);
    await this.catcher.stop();
    await this.db.connection.dropDatabase();
    await this.db.connection.close();
    await this.temporal.connection.close();
  }
}

function withDatabase(servers: Readonly<Record<string, string>>, name: string) {
  const uri = new URL(servers.MONGODB_URI ?? '');
  uri.pathname = `/${name}`;
  return { TEMPORAL_ADDRESS: servers.TEMPORAL_ADDRESS ?? '', MONGODB_URI: uri.toString() };
}

/** All test files share one Temporal namespace, where two cases must not have the same number. */
async function countFromSomewhere(db: Database): Promise<void> {
  const days = [0, 1].map((ahead) => dayOf(new Date(Date.now() + ahead * 24 * 3_600_000), 'Asia/Shanghai'));
  await db.counters.insertMany(
    PROCESSES.flatMap(({ prefix }) =>
      days.map((day) => ({ _id: `${prefix}-${day}`, value: randomInt(10_000, 90_000_000) })),
    ),
  );
}
