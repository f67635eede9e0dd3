import type { MailRow, SendAttempt } from '../../models/db';

/** The part of a mail row that sending changes. */
export type SendState = Pick<MailRow, 'state' | 'attempts' | 'leaseUntil' | 'nextAttemptAt' | 'sentAt'>;

/** What is known of an attempt when it is over. */
export interface Verdict {
  /** `failed` = certainly not delivered, may be tried again; `unknown` = nobody said whether it was taken. */
  readonly result: 'sent' | 'refused' | 'failed' | 'unknown';
  readonly reply: string;
}

const SECOND_IN_MS = 1_000;
const MINUTE_IN_MS = 60 * SECOND_IN_MS;
const HOUR_IN_MS = 60 * MINUTE_IN_MS;

/** For this long a mail belongs to the one who took it. */
export const LEASE_IN_MS = MINUTE_IN_MS;
/** After this long a mail that cannot be delivered is given up. */
export const PATIENCE_IN_MS = 72 * HOUR_IN_MS;
const PAUSES_IN_MS = [5 * SECOND_IN_MS, 30 * SECOND_IN_MS, 2 * MINUTE_IN_MS, 10 * MINUTE_IN_MS, HOUR_IN_MS];
const SENDS_WITHOUT_ANSWER = 2;

const OPEN_ATTEMPT = { endedAt: null, result: null, reply: '' } as const;
const NO_RESULT: Verdict = { result: 'unknown', reply: 'the sender stopped before it could record a result' };

/** How long to wait after this many attempts that did not get through. */
export function pauseInMs(attempts: number): number {
  return PAUSES_IN_MS[Math.min(attempts, PAUSES_IN_MS.length) - 1] ?? 0;
}

/**
 * What becomes of a mail when somebody reaches for it now. `sending`: it is theirs for the length of the lease. `unknown`: it was
 * left without a result twice and is not sent again. Null: it is not due, belongs to another, or is finished.
 */
export function whenTaken(mail: SendState, now: Date): SendState | null {
  if (mail.state === 'queued') return mail.nextAttemptAt <= now ? leased(mail, now) : null;
  if (mail.state !== 'sending' || (mail.leaseUntil !== null && mail.leaseUntil > now)) return null;
  const abandoned = { ...mail, attempts: withVerdict(mail.attempts, NO_RESULT, mail.leaseUntil ?? now) };
  return isAnswerHopeless(abandoned.attempts) ? finished(abandoned, 'unknown') : leased(abandoned, now);
}

/** What becomes of a mail when the attempt under way is over. */
export function whenTried(mail: SendState, verdict: Verdict, now: Date): SendState {
  const attempts = withVerdict(mail.attempts, verdict, now);
  const tried = { ...mail, attempts };
  switch (verdict.result) {
    case 'sent':
      return { ...finished(tried, 'sent'), sentAt: now };
    case 'refused':
      return finished(tried, 'refused');
    case 'failed':
    case 'unknown':
      if (isAnswerHopeless(attempts)) return finished(tried, 'unknown');
      if (isPatienceOver(attempts, now)) return finished(tried, attempts.some(isUnanswered) ? 'unknown' : 'refused');
      return { ...tried, state: 'queued', leaseUntil: null, nextAttemptAt: later(now, pauseInMs(attempts.length)) };
  }
}

function leased(mail: SendState, now: Date): SendState {
  const attempts = [...mail.attempts, { startedAt: now, ...OPEN_ATTEMPT }];
  return { ...mail, state: 'sending', attempts, leaseUntil: later(now, LEASE_IN_MS) };
}

function finished(mail: SendState, state: 'sent' | 'refused' | 'unknown'): SendState {
  return { ...mail, state, leaseUntil: null };
}

function withVerdict(attempts: readonly SendAttempt[], verdict: Verdict, endedAt: Date): readonly SendAttempt[] {
  return attempts.map((attempt, index) =>
    index === attempts.length - 1 ? { ...attempt, endedAt, ...verdict } : attempt,
  );
}

function isAnswerHopeless(attempts: readonly SendAttempt[]): boolean {
  return attempts.filter(isUnanswered).length >= SENDS_WITHOUT_ANSWER;
}

function isUnanswered(attempt: SendAttempt): boolean {
  return attempt.result === 'unknown';
}

function isPatienceOver(attempts: readonly SendAttempt[], now: Date): boolean {
  const first = attempts[0];
  return first !== undefined && now.getTime() - first.startedAt.getTime() >= PATIENCE_IN_MS;
}

function later(now: Date, byMs: number): Date {
  return new Date(now.getTime() + byMs);
}
