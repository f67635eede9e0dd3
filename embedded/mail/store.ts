import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lying } from './mailbox';
import { readMail, withEnvelope } from './read-mail';
import type { CaughtMail } from './read-mail';

/** A mail and the text that came over the wire. */
export interface StoredMail {
  readonly mail: CaughtMail;
  readonly source: Buffer;
}

const KEPT_MAILS = 5_000;

/** The mails of one catcher, oldest first, kept as .eml files when it has a folder. */
export class MailStore {
  private readonly mails: StoredMail[] = [];

  constructor(private readonly folder: string | undefined) {}

  /** Finds the mails of earlier runs again. */
  async load(): Promise<void> {
    if (this.folder === undefined) return;
    mkdirSync(this.folder, { recursive: true });
    const files = readdirSync(this.folder).filter((name) => name.endsWith('.eml'));
    for (const file of files.sort()) {
      const source = readFileSync(join(this.folder, file));
      this.mails.push({ mail: await readMail(file.slice(0, -'.eml'.length), source), source });
    }
  }

  /** Keeps a mail; `recipients` are those of the envelope, which also names hidden ones. */
  async add(wire: Buffer, recipients: readonly string[]): Promise<CaughtMail> {
    const source = withEnvelope(wire, recipients);
    const draft = await readMail('', source);
    // From here on nothing waits, so ids stay in the order of the list.
    const mail = { ...draft, id: this.nextId() };
    if (this.folder !== undefined) {
      const file = this.fileOf(mail.id);
      writeFileSync(`${file}.part`, source);
      renameSync(`${file}.part`, file);
    }
    this.mails.push({ mail, source });
    this.remove(this.mails.splice(0, Math.max(0, this.mails.length - KEPT_MAILS)));
    return mail;
  }

  list(): readonly CaughtMail[] {
    return this.mails.map(({ mail }) => mail);
  }

  /** What came for an address. */
  to(address: string): readonly Lying[] {
    return this.mails
      .filter(({ mail: { to } }) => to.some((one) => one.toLowerCase() === address.toLowerCase()))
      .map(({ mail: { id }, source }) => ({ id, source }));
  }

  find(id: string): StoredMail | undefined {
    return this.mails.find(({ mail }) => mail.id === id);
  }

  clear(): void {
    this.remove(this.mails.splice(0));
  }

  private remove(removed: readonly StoredMail[]): void {
    if (this.folder !== undefined) for (const { mail } of removed) rmSync(this.fileOf(mail.id), { force: true });
  }

  private fileOf(id: string): string {
    return join(this.folder ?? '', `${id}.eml`);
  }

  private nextId(): string {
    const stamp = new Date().toISOString().replace(/[-:.]/g, '');
    const latest = this.mails.at(-1)?.mail.id ?? '';
    const sequence = latest.startsWith(stamp) ? Number(latest.slice(stamp.length + 1)) + 1 : 0;
    return `${stamp}-${String(sequence).padStart(4, '0')}`;
  }
}
