import type { SendAttempt, SendState } from '../../models/db';

export type { SendState };

/** What is known of an attempt when it is over. */
export interface Verdict {
  /** `failed` = certainly not delivered, may be tried again; `unknown` = nobody said whether it was taken. */
  readonly result: 'sent' | 'refused' | 'failed' | 'unknown';
  readonly reply: string;
  /** The HTTP status, where one was answered. */
  readonly status?: number;
  /** The other side asked not to be tried again before so many ms. */
  readonly retryAfterInMs?: number;
}

/** How patiently a kind of message is sent. */
export interface Terms {
  /**
   * How long to wait after so many attempts that did not get through, of which the first began so many ms ago; null: it is
   * given up.
   */
  readonly pauseInMs: (attempts: number, sinceFirstInMs: number) => number | null;
  /** After so many sends that nobody answered it is not sent again. */
  readonly sendsWithoutAnswer: number;
}

const MINUTE_IN_MS = 60_000;

/** For this long a message belongs to the one who took it. */
export const LEASE_IN_MS = MINUTE_IN_MS;

const OPEN_ATTEMPT = { endedAt: null, result: null, reply: '' } as const;
const NO_RESULT: Verdict = { result: 'unknown', reply: 'the sender stopped before it could record a result' };

/**
 * What becomes of a message when somebody reaches for it now. `sending`: it is theirs for the length of the lease. `unknown`:
 * it was left without a result too often and is not sent again. Null: it is not due, belongs to another, or is finished.
 */
export function whenTaken(message: SendState, terms: Terms, now: Date): SendState | null {
  if (message.state === 'queued') return message.nextAttemptAt <= now ? leased(message, now) : null;
  if (message.state !== 'sending' || (message.leaseUntil !== null && message.leaseUntil > now)) return null;
  const abandoned = { ...message, attempts: withVerdict(message.attempts, NO_RESULT, message.leaseUntil ?? now) };
  return isAnswerHopeless(abandoned, terms) ? finished(abandoned, 'unknown') : leased(abandoned, now);
}

/** What becomes of a message when the attempt under way is over. */
export function whenTried(message: SendState, terms: Terms, verdict: Verdict, now: Date): SendState {
  const tried = { ...message, attempts: withVerdict(message.attempts, verdict, now) };
  switch (verdict.result) {
    case 'sent':
      return { ...finished(tried, 'sent'), sentAt: now };
    case 'refused':
      return finished(tried, 'refused');
    case 'failed':
    case 'unknown':
      return again(tried, terms, verdict, now);
  }
}

function again(tried: SendState, terms: Terms, { retryAfterInMs = 0 }: Verdict, now: Date): SendState {
  if (isAnswerHopeless(tried, terms)) return finished(tried, 'unknown');
  const round = attemptsOfRound(tried);
  const sinceFirstInMs = now.getTime() - (round[0]?.startedAt ?? now).getTime();
  const pauseInMs = terms.pauseInMs(round.length, sinceFirstInMs);
  if (pauseInMs === null) return finished(tried, round.some(isUnanswered) ? 'unknown' : 'refused');
  const nextAttemptAt = later(now, Math.max(pauseInMs, retryAfterInMs));
  return { ...tried, state: 'queued', leaseUntil: null, nextAttemptAt };
}

function leased(message: SendState, now: Date): SendState {
  const attempts = [...message.attempts, { startedAt: now, ...OPEN_ATTEMPT }];
  return { ...message, state: 'sending', attempts, leaseUntil: later(now, LEASE_IN_MS) };
}

function finished(message: SendState, state: 'sent' | 'refused' | 'unknown'): SendState {
  return { ...message, state, leaseUntil: null };
}

/** The result of an attempt as the row keeps it. */
export function resultOf({ result, reply, status }: Verdict): Pick<SendAttempt, 'result' | 'reply' | 'status'> {
  return { result, reply, ...(status === undefined ? {} : { status }) };
}

function withVerdict(attempts: readonly SendAttempt[], verdict: Verdict, endedAt: Date): readonly SendAttempt[] {
  return attempts.map((attempt, index) =>
    index === attempts.length - 1 ? { ...attempt, endedAt, ...resultOf(verdict) } : attempt,
  );
}

/** The attempts since somebody last asked for it to be sent. */
function attemptsOfRound({ attempts, earlierAttempts = 0 }: SendState): readonly SendAttempt[] {
  return attempts.slice(earlierAttempts);
}

function isAnswerHopeless(message: SendState, { sendsWithoutAnswer }: Terms): boolean {
  return attemptsOfRound(message).filter(isUnanswered).length >= sendsWithoutAnswer;
}

function isUnanswered(attempt: SendAttempt): boolean {
  return attempt.result === 'unknown';
}

function later(now: Date, byMs: number): Date {
  return new Date(now.getTime() + byMs);
}
