import type { JournalKind } from '../models/contracts/record';
import type { SendAttempt } from '../models/db';

/** Is told of what activities do that is worth measuring; never throws. */
export interface Watch {
  /** A rung of a deadline stands in the record; `dueAt` is the instant at which it was to be walked. */
  rungWalked(does: JournalKind, dueAt: string): void;
  /** An attempt to send a mail is over. */
  mailTried(result: NonNullable<SendAttempt['result']>): void;
  /** An attempt to send an event to an endpoint is over. */
  webhookTried(result: NonNullable<SendAttempt['result']>): void;
}

/** Where nobody measures. */
export const UNWATCHED: Watch = {
  rungWalked: () => undefined,
  mailTried: () => undefined,
  webhookTried: () => undefined,
};
