import {
  createWebhookSender,
  type WebhookSender,
  type WebhookSenderDependencies,
} from '../../activities/webhooks/sender';
import { readConfig } from '../../models/config';
import { createCollections, type DeliveryRow, type WebhookRow } from '../../models/db';
import { sealed } from '../../models/sealed';
import { deliveryRow } from '../unit/delivery-row';
import { HookServer } from './hook-server';
import { MailStage } from './mail-stage';

/** The key of the secrets in these tests. */
export const KEY = 'a key for the secrets of the tests';
/** The secret of every endpoint that is not told another. */
export const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`;

/** A database with endpoints and events, a server that they are sent to, and a clock that a test can put forward. */
export class WebhookStage {
  readonly logged: unknown[] = [];
  aheadInMs = 0;
  private readonly senders: WebhookSender[] = [];
  private seq = 0;

  private constructor(
    readonly mails: MailStage,
    public hook: HookServer,
  ) {}

  static async open(): Promise<WebhookStage> {
    const mails = await MailStage.open();
    await createCollections(mails.db, ['webhooks', 'deliveries', 'users', 'absences', 'mails']);
    const hook = new HookServer();
    await hook.listen();
    return new WebhookStage(mails, hook);
  }

  get db() {
    return this.mails.db;
  }

  async clear(): Promise<void> {
    await Promise.all(this.senders.splice(0).map((sender) => sender.close()));
    await this.hook.stop();
    this.hook = new HookServer();
    await this.hook.listen();
    this.aheadInMs = 0;
    this.seq = 0;
    this.logged.length = 0;
    for (const name of ['webhooks', 'deliveries', 'users']) await this.db.connection.collection(name).deleteMany({});
    await this.mails.clear();
  }

  async close(): Promise<void> {
    await this.hook.stop();
    await this.mails.close();
  }

  now(): Date {
    return new Date(Date.now() + this.aheadInMs);
  }

  settings(): Record<string, string> {
    return { ...this.mails.settings(), SECRETS_KEY: KEY, WEBHOOK_ALLOWED: '127.0.0.1' };
  }

  sender(changes: Partial<WebhookSenderDependencies> = {}, settings: Record<string, string> = {}): WebhookSender {
    const write = (...line: unknown[]) => void this.logged.push(line);
    const sender = createWebhookSender({
      db: this.db,
      config: readConfig({ ...this.settings(), ...settings }),
      log: { info: write, warn: write, error: write },
      now: () => this.now(),
      random: () => 0,
      attemptInMs: 10_000,
      ...changes,
    });
    this.senders.push(sender);
    return sender;
  }

  /** An endpoint, at the server of this stage unless another address is given. */
  async webhook(changes: Partial<WebhookRow> = {}, url = this.hook.url, secrets = [SECRET]): Promise<string> {
    const row: WebhookRow = {
      _id: 'W-1',
      version: 1,
      updatedAt: this.now(),
      name: changes._id ?? 'W-1',
      format: 'standard',
      sealedUrl: sealed(url, KEY),
      url,
      secrets: secrets.map((secret) => ({ sealed: sealed(secret, KEY), createdAt: this.now(), expiresAt: null })),
      events: ['task-completed'],
      processes: [],
      language: 'zh',
      isEnabled: true,
      disabledBecause: null,
      failingSince: null,
      pace: [],
      ...changes,
    };
    await this.db.webhooks.create([row]);
    return row._id;
  }

  /** Leaves an event for an endpoint in the outbox, as the record of a step does. */
  async queue(changes: Partial<DeliveryRow> = {}): Promise<string> {
    this.seq += 1;
    const at = this.now();
    const row = deliveryRow({
      _id: `msg_${this.seq}`,
      seq: this.seq,
      createdAt: at,
      nextAttemptAt: at,
      ...changes,
    });
    await this.db.deliveries.create([row]);
    return row._id;
  }

  async row(id: string): Promise<DeliveryRow> {
    const row = await this.db.deliveries.findById(id).lean<DeliveryRow>();
    if (!row) throw new Error(`no delivery ${id}`);
    return row;
  }

  async results(id: string): Promise<(string | null)[]> {
    return (await this.row(id)).attempts.map(({ result }) => result);
  }

  async webhookRow(id = 'W-1'): Promise<WebhookRow> {
    const row = await this.db.webhooks.findById(id).lean<WebhookRow>();
    if (!row) throw new Error(`no webhook ${id}`);
    return row;
  }
}
