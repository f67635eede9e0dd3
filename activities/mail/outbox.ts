import type { Config } from '../../models/config';
import type { Database, MailRow } from '../../models/db';
import { publicUrlOf } from '../../models/public-url';
import { attemptToSend, type SendLog } from '../outbox/attempt';
import { createGate, SIMULTANEOUS_SENDS } from '../outbox/gate';
import { dueIds } from '../outbox/lease';
import { UNWATCHED, type Watch } from '../watch';
import { mailPost } from './mail-post';
import { createSmtpTransport, type MailTransport } from './smtp-transport';
import type { MailLook } from './template';

/** What the outbox works with. */
export interface OutboxDependencies {
  readonly db: Database;
  readonly config: Pick<
    Config,
    | 'SMTP_URL'
    | 'MAIL_FROM'
    | 'PUBLIC_URL'
    | 'HOST'
    | 'PORT'
    | 'COMPANY_NAME'
    | 'COMPANY_TIME_ZONE'
    | 'DECISION_LINK_LIFETIME_MS'
  >;
  readonly log: SendLog;
  readonly now: () => Date;
  readonly transport?: MailTransport;
  readonly watch?: Watch;
}

/** Sends the mails that the records of steps leave behind. */
export interface Outbox {
  /** Sends those of these mails that are due and that nobody else has; throws MailsDelayed when some must be tried again. */
  deliver(ids: readonly string[]): Promise<void>;
  /** Sends what others left over; answers how many mails it took. */
  sweep(limit?: number): Promise<number>;
  /** Takes no more mails, and gives those under way a few seconds to come to their end. */
  close(): Promise<void>;
}

/** Some mails did not get through and were put back in the queue, each with the time at which it is due again. */
export class MailsDelayed extends Error {
  constructor(
    readonly mailIds: readonly string[],
    readonly retryAfterInMs: number,
  ) {
    super(`${mailIds.length} mail(s) could not be sent yet: ${mailIds.join(', ')}`);
    this.name = 'MailsDelayed';
  }
}

const SWEPT_AT_ONCE = 50;
const GRACE_IN_MS = 5_000;

/** Opens the outbox; any number of processes may have it open at once. */
export function createOutbox({
  db,
  config,
  log,
  now,
  watch = UNWATCHED,
  transport: given,
}: OutboxDependencies): Outbox {
  const transport = given ?? createSmtpTransport(config.SMTP_URL);
  const post = mailPost({
    ...{ db, transport, from: config.MAIL_FROM, look: lookOf(config), log, now, watch },
    linkLifetimeInMs: config.DECISION_LINK_LIFETIME_MS,
  });
  const gate = createGate(SIMULTANEOUS_SENDS);
  const underWay = new Set<Promise<unknown>>();
  let isClosed = false;
  let sweeping: Promise<number> | null = null;

  async function attemptAll(ids: readonly string[]): Promise<readonly PromiseSettledResult<MailRow | null>[]> {
    const attempt = (id: string) => gate(async () => (isClosed ? null : await attemptToSend(id, post)));
    const all = Promise.allSettled([...new Set(ids)].map(attempt));
    underWay.add(all);
    return await all.finally(() => underWay.delete(all));
  }

  async function sweepOnce(limit: number): Promise<number> {
    const outcomes = await attemptAll(await dueIds(post, now(), limit));
    for (const error of errorsOf(outcomes)) log.error({ err: error }, 'mail could not be attempted');
    return rowsOf(outcomes).length;
  }

  return {
    async deliver(ids) {
      const outcomes = await attemptAll(ids);
      const [error] = errorsOf(outcomes);
      if (error) throw error;
      const delayed = rowsOf(outcomes).filter((mail) => mail.state === 'queued');
      if (delayed.length > 0) throw delayOf(delayed, now());
    },

    async sweep(limit = SWEPT_AT_ONCE) {
      sweeping ??= sweepOnce(limit).finally(() => {
        sweeping = null;
      });
      return await sweeping;
    },

    async close() {
      isClosed = true;
      const breakOff = setTimeout(() => transport.close(), GRACE_IN_MS);
      await Promise.allSettled(underWay);
      clearTimeout(breakOff);
      transport.close();
    },
  };
}

/** What all messages of an installation have in common. */
export function lookOf({
  PUBLIC_URL,
  HOST,
  PORT,
  COMPANY_NAME,
  COMPANY_TIME_ZONE,
}: Pick<Config, 'PUBLIC_URL' | 'HOST' | 'PORT' | 'COMPANY_NAME' | 'COMPANY_TIME_ZONE'>): MailLook {
  return { publicUrl: publicUrlOf({ PUBLIC_URL, HOST, PORT }), companyName: COMPANY_NAME, timeZone: COMPANY_TIME_ZONE };
}

function delayOf(mails: readonly MailRow[], now: Date): MailsDelayed {
  const soonest = Math.min(...mails.map((mail) => mail.nextAttemptAt.getTime()));
  const ids = mails.map((mail) => mail._id);
  return new MailsDelayed(ids, Math.max(0, soonest - now.getTime()));
}

function rowsOf(outcomes: readonly PromiseSettledResult<MailRow | null>[]): readonly MailRow[] {
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' && outcome.value ? [outcome.value] : []));
}

function errorsOf(outcomes: readonly PromiseSettledResult<unknown>[]): readonly Error[] {
  return outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [asError(outcome.reason)] : []));
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}
