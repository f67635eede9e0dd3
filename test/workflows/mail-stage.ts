import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOutbox, MailsDelayed, type Outbox, type OutboxDependencies } from '../../activities/mail/outbox';
import { createSmtpTransport, type MailTransport } from '../../activities/mail/smtp-transport';
import { findBinary } from '../../embedded/binaries/find-binary';
import { MONGOD } from '../../embedded/binaries/tool';
import { startMongo } from '../../embedded/mongo/server';
import { readConfig } from '../../models/config';
import { createCollections, databaseOf, type Database, type MailRow, type SendAttempt } from '../../models/db';
import { connectToMongo } from '../../models/db/connection';
import { mailRow } from '../unit/mail-row';
import { MailServer } from './mail-server';

/** Long enough to send on this machine, short enough to wait for. */
const IMPATIENT_IN_MS = 700;

/** A database with an empty outbox, a mail server, and a clock that a test can put forward. */
export class MailStage {
  aheadInMs = 0;
  readonly logged: unknown[] = [];
  private readonly outboxes: Outbox[] = [];

  private constructor(
    readonly mongoUri: string,
    readonly db: Database,
    private readonly stopMongo: () => Promise<void>,
    public smtp: MailServer,
  ) {}

  static async open(): Promise<MailStage> {
    const mongo = await mongoForTests();
    const uri = new URL(mongo.uri);
    uri.pathname = `/mail${randomBytes(5).toString('hex')}`;
    const db = databaseOf(await connectToMongo(uri.toString()));
    await createCollections(db);
    return new MailStage(uri.toString(), db, mongo.stop, await mailServer());
  }

  /** Everything as it was at the start. */
  async clear(): Promise<void> {
    await Promise.all(this.outboxes.splice(0).map((outbox) => outbox.close()));
    await this.smtp.stop();
    this.smtp = await mailServer();
    this.aheadInMs = 0;
    this.logged.length = 0;
    await this.db.mails.deleteMany({});
  }

  async close(): Promise<void> {
    await this.clear();
    await this.smtp.stop();
    await this.db.connection.dropDatabase();
    await this.db.connection.close();
    await this.stopMongo();
  }

  now(): Date {
    return new Date(Date.now() + this.aheadInMs);
  }

  settings(smtpUrl = this.smtp.url): Record<string, string> {
    const PUBLIC_URL = 'https://ops.example.com';
    return { MONGODB_URI: this.mongoUri, TEMPORAL_ADDRESS: '127.0.0.1:1', SMTP_URL: smtpUrl, PUBLIC_URL };
  }

  outbox(changes: Partial<OutboxDependencies> = {}): Outbox {
    const write = (...line: unknown[]) => void this.logged.push(line);
    const log = { info: write, warn: write, error: write };
    const config = readConfig(this.settings());
    const outbox = createOutbox({ db: this.db, config, log, now: () => this.now(), ...changes });
    this.outboxes.push(outbox);
    return outbox;
  }

  outboxAt(smtpUrl: string): Outbox {
    return this.outbox({ config: readConfig(this.settings(smtpUrl)) });
  }

  impatientOutbox(smtpUrl = this.smtp.url): Outbox {
    return this.outbox({ transport: createSmtpTransport(smtpUrl, IMPATIENT_IN_MS) });
  }

  /** Leaves a mail to `<name>@ops.example.com` in the outbox, as the record of a step does. */
  async queue(name: string, changes: Partial<MailRow> = {}): Promise<string> {
    const row = mailRow({
      _id: `mail-${name}`,
      messageId: `${name}@ops.example.com`,
      recipient: { id: `u-${name}`, name, address: `${name}@ops.example.com`, language: 'zh' },
      nextAttemptAt: this.now(),
      createdAt: this.now(),
      ...changes,
    });
    await this.db.mails.create(row);
    return row._id;
  }

  async row(id: string): Promise<MailRow> {
    const row = await this.db.mails.findById(id).lean<MailRow>();
    if (!row) throw new Error(`no mail ${id}`);
    return row;
  }

  async results(id: string): Promise<readonly SendAttempt['result'][]> {
    return (await this.row(id)).attempts.map((attempt) => attempt.result);
  }
}

/** The delay that a delivery ends with; fails when it ends otherwise. */
export async function delayOf(delivery: Promise<void>): Promise<MailsDelayed> {
  const error: unknown = await delivery.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof MailsDelayed)) throw new Error(`not delayed: ${String(error)}`);
  return error;
}

/** A transport that sends when it is told to. */
export function heldTransport() {
  const sends = { begun: 0 };
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const transport: MailTransport = {
    send: async () => {
      sends.begun += 1;
      // A send that begins after the answer was given has it at once.
      await answered;
      return { result: 'sent', reply: '250 held' };
    },
    close: () => undefined,
  };
  return { transport, isSending: () => sends.begun > 0, answer: () => answer() };
}

async function mailServer(): Promise<MailServer> {
  const smtp = new MailServer();
  await smtp.listen();
  return smtp;
}

/** The servers of the run if there are any, so that the files also run on their own. */
async function mongoForTests(): Promise<{ uri: string; stop: () => Promise<void> }> {
  const servers = JSON.parse(process.env.OPSFLOW_TEST_SERVERS ?? '{}') as { MONGODB_URI?: string };
  if (servers.MONGODB_URI !== undefined) return { uri: servers.MONGODB_URI, stop: async () => undefined };
  const say = () => undefined;
  const home = mkdtempSync(join(tmpdir(), 'opsflow-mail-'));
  const server = await startMongo({
    home,
    binary: await findBinary(MONGOD, process.env, say),
    port: 0,
    say,
    testCommands: true,
  });
  const stop = async () => {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { uri: server.uri, stop };
}
