import { setTimeout as sleep } from 'node:timers/promises';
import { amendLate, moveOn, takeMessage, type Box, type Sendable } from './lease';
import { whenTried, type Verdict } from './send-state';

/** Where an outbox writes what happens; a pino logger is one. */
export interface SendLog {
  info(about: object, message: string): void;
  warn(about: object, message: string): void;
  error(about: object, message: string): void;
}

/** How messages of one kind are sent, one attempt at a time. */
export interface Post<Row extends Sendable> extends Box<Row> {
  /** What such a message is called in the log. */
  readonly noun: string;
  /** One attempt; a failure to write the message is thrown. */
  readonly send: (row: Row) => Promise<Verdict>;
  /** What the log says of it. */
  readonly about: (row: Row) => object;
  /** Is told what an attempt came to. */
  readonly tried: (result: Verdict['result']) => void;
  readonly log: SendLog;
  readonly now: () => Date;
}

const RECORD_TRIES = 5;
const RECORD_PAUSE_IN_MS = 1_000;

/** Takes a message, sends it and records the result; answers the row as it is then, null when there was nothing to do. */
export async function attemptToSend<Row extends Sendable>(id: string, post: Post<Row>): Promise<Row | null> {
  const row = await takeMessage(post, id, post.now());
  if (!row) return null;
  if (row.state !== 'sending') {
    post.log.warn(about(row, post), `${post.noun} left without a result twice, not sent again`);
    return row;
  }
  const verdict = await send(row, post);
  post.tried(verdict.result);
  const next = await record(row, verdict, post);
  if (next) report(next, verdict, post);
  return next;
}

async function send<Row extends Sendable>(row: Row, post: Post<Row>): Promise<Verdict> {
  try {
    return await post.send(row);
  } catch (error) {
    return { result: 'failed', reply: `could not be written: ${String(error)}` };
  }
}

// What was sent must not be forgotten because MongoDB was away for a moment: forgotten, it is sent once more.
async function record<Row extends Sendable>(row: Row, verdict: Verdict, post: Post<Row>): Promise<Row | null> {
  for (let tries = 1; ; tries += 1) {
    try {
      const next = await moveOn(post, row, whenTried(row, post.termsOf(row), verdict, post.now()));
      if (next) return next;
      post.log.warn({ ...about(row, post), ...verdict }, `${post.noun} outlived its lease and was taken by another`);
      await amendLate(post, row, verdict, post.now());
      return null;
    } catch (error) {
      if (tries === RECORD_TRIES) throw error;
      await sleep(RECORD_PAUSE_IN_MS);
    }
  }
}

function report<Row extends Sendable>(row: Row, { result, reply }: Verdict, post: Post<Row>): void {
  const { log, noun } = post;
  const facts = { ...about(row, post), result, reply };
  if (result === 'sent') log.info(facts, `${noun} sent`);
  else if (row.state === 'queued') log.warn({ ...facts, nextAttemptAt: row.nextAttemptAt }, `${noun} not sent yet`);
  else
    log.error(
      facts,
      row.state === 'refused' ? `${noun} refused` : `${noun} may or may not have arrived, not sent again`,
    );
}

function about<Row extends Sendable>(row: Row, post: Post<Row>): object {
  return { ...post.about(row), attempt: row.attempts.length };
}
