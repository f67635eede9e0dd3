import { setTimeout as pause } from 'node:timers/promises';
import type { CaughtMail } from '../../embedded/mail/read-mail';
import { eventually } from './eventually';

const QUIET_FOR_MS = 600;

/** The mails of an installation: a test says which it expects, and that there are no others. */
export class Mails {
  private readonly expected = new Set<string>();

  constructor(private readonly all: () => readonly CaughtMail[]) {}

  /** Waits for a mail to that address about that case with that tag, such as 【待办】. */
  async expect(username: string, tag: string, caseId: string): Promise<CaughtMail> {
    return await eventually(() => {
      const mail = this.unexpected(caseId).find(
        (found) => found.subject.includes(tag) && JSON.stringify(found.to).includes(username),
      );
      if (!mail) throw new Error(`no mail ${tag} to ${username} about ${caseId}; there are:\n${this.told(caseId)}`);
      this.expected.add(mail.id);
      return mail;
    });
  }

  /** Fails when a mail about the case arrived, or still arrives, that nobody expected. */
  async nothingElse(caseId: string): Promise<void> {
    await pause(QUIET_FOR_MS);
    if (this.unexpected(caseId).length > 0) throw new Error(`unexpected mails about ${caseId}:\n${this.told(caseId)}`);
  }

  /** All mails about a case. */
  about(caseId: string): readonly CaughtMail[] {
    return this.all().filter((mail) => mail.subject.includes(caseId));
  }

  private unexpected(caseId: string): readonly CaughtMail[] {
    return this.about(caseId).filter((mail) => !this.expected.has(mail.id));
  }

  private told(caseId: string): string {
    return (
      this.unexpected(caseId)
        .map((mail) => `  ${mail.subject} → ${JSON.stringify(mail.to)}`)
        .join('\n') || '  none'
    );
  }
}
