import { clip, severalLines } from '../mail/one-line';
import type { Verdict } from '../outbox/send-state';
import { LONGEST_RETRY_AFTER_IN_MS } from './patience';
import type { Posted } from './transport';

/** So much of an answer is kept. */
const REPLY_IN_BYTES = 1_024;
/** The endpoint says that it is gone and wants nothing more. */
export const GONE = 410;

/** The beginning of an answer as it is kept with an attempt. */
export function replyInShort(text: string): string {
  const bytes = Buffer.from(severalLines(text));
  const kept = new TextDecoder().decode(bytes.subarray(0, REPLY_IN_BYTES)).replace(/\uFFFD+$/, '');
  return clip(kept, REPLY_IN_BYTES);
}

/** What an attempt means where nobody answered. */
export function verdictWithoutAnswer(posted: Exclude<Posted, { kind: 'answered' }>): Verdict {
  if (posted.kind === 'unfit') return { result: 'refused', reply: posted.reason };
  return { result: posted.wasSent ? 'unknown' : 'failed', reply: replyInShort(posted.reason) };
}

/** What an answer means by its status alone: 2xx took it, 410 wants nothing more, all else may be another time. */
export function verdictByStatus({ status, body, retryAfter }: Extract<Posted, { kind: 'answered' }>): Verdict {
  const said = { reply: replyInShort(body), status };
  if (status >= 200 && status < 300) return { result: 'sent', ...said };
  if (status === GONE) return { result: 'refused', ...said };
  if (status >= 300 && status < 400) return { result: 'failed', ...said, reply: 'a redirect, which is not followed' };
  const retryAfterInMs = msOf(retryAfter);
  return { result: 'failed', ...said, ...(retryAfterInMs === null ? {} : { retryAfterInMs }) };
}

/** Retry-After in seconds; its other form, a date, depends on the clock of the other side and is left to the schedule. */
function msOf(retryAfter: string): number | null {
  return /^\d{1,9}$/.test(retryAfter) ? Math.min(Number(retryAfter) * 1_000, LONGEST_RETRY_AFTER_IN_MS) : null;
}
