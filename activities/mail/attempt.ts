import { setTimeout as sleep } from 'node:timers/promises';
import type { Database, MailRow } from '../../models/db';
import { newDecisionLink } from './decision-link';
import { amendLate, moveOn, takeMail } from './lease';
import { isMailbox, messageOf } from './message';
import { whenTried, type Verdict } from './send-state';
import type { MailTransport } from './smtp-transport';
import type { MailLook } from './template';
import type { Watch } from '../watch';

/** Where the outbox writes what happens; a pino logger is one. */
export interface MailLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** What an attempt to send a mail needs. */
export interface AttemptMeans {
  readonly db: Database;
  readonly transport: MailTransport;
  readonly from: string;
  readonly look: MailLook;
  readonly linkLifetimeInMs: number;
  readonly log: MailLog;
  readonly now: () => Date;
  readonly watch: Watch;
}

const RECORD_TRIES = 5;
const RECORD_PAUSE_IN_MS = 1_000;

/** Takes a mail, sends it and records the result; answers the row as it is then, null when there was nothing to do. */
export async function attemptMail(id: string, means: AttemptMeans): Promise<MailRow | null> {
  const mail = await takeMail(means.db, id, means.now());
  if (!mail) return null;
  if (mail.state !== 'sending') {
    means.log.warn(about(mail), 'mail left without a result twice, not sent again');
    return mail;
  }
  const verdict = await send(mail, means);
  means.watch.mailTried(verdict.result);
  const row = await record(mail, verdict, means);
  if (row) report(row, verdict, means.log);
  return row;
}

async function send(
  mail: MailRow,
  { db, transport, from, look, linkLifetimeInMs, now }: AttemptMeans,
): Promise<Verdict> {
  if (!isMailbox(mail.recipient.address)) return { result: 'refused', reply: 'not a mail address' };
  try {
    const token = await newDecisionLink(db, mail, now(), linkLifetimeInMs);
    return await transport.send(messageOf(mail, from, look, token));
  } catch (error) {
    return { result: 'failed', reply: `could not be written: ${String(error)}` };
  }
}

// What was sent must not be forgotten because MongoDB was away for a moment: forgotten, it is sent once more.
async function record(mail: MailRow, verdict: Verdict, { db, log, now }: AttemptMeans): Promise<MailRow | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      const row = await moveOn(db, mail, whenTried(mail, verdict, now()));
      if (row) return row;
      log.warn({ ...about(mail), ...verdict }, 'mail outlived its lease and was taken by another');
      await amendLate(db, mail, verdict, now());
      return null;
    } catch (error) {
      if (tries === RECORD_TRIES) throw error;
      await sleep(RECORD_PAUSE_IN_MS);
    }
  }
}

function report(mail: MailRow, { result, reply }: Verdict, log: MailLog): void {
  const facts = { ...about(mail), result, reply };
  if (result === 'sent') log.info(facts, 'mail sent');
  else if (mail.state === 'queued') log.warn({ ...facts, nextAttemptAt: mail.nextAttemptAt }, 'mail not sent yet');
  else log.error(facts, mail.state === 'refused' ? 'mail refused' : 'mail may or may not have arrived, not sent again');
}

function about({ _id, caseId, kind, attempts }: MailRow): object {
  return { mailId: _id, caseId, kind, attempt: attempts.length };
}
