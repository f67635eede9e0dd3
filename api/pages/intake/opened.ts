import { timingSafeEqual } from 'node:crypto';
import { newToken, sha256Of } from '../../../models/hash';

const TAKEN_FOR_MS = 24 * 3_600_000;

/**
 * What shows that a form was opened by its secret address, and when: each page has one of its own, which no other site can
 * make. Sent twice, the page is the same report.
 */
export function newPage(secret: string, now: Date): string {
  const head = `${now.getTime()}.${newToken()}`;
  return `${head}.${proofOf(head, secret)}`;
}

/** True for a page that was opened by this address, not too long ago. */
export function isOpened(page: string, secret: string, now: Date): boolean {
  const [, head = '', openedAt = '', proof = ''] = /^((\d{13})\.[\w-]{43})\.([0-9a-f]{64})$/.exec(page) ?? [];
  const age = now.getTime() - Number(openedAt);
  const right = proofOf(head, secret);
  return proof.length === right.length && timingSafeEqual(Buffer.from(proof), Buffer.from(right)) && age < TAKEN_FOR_MS;
}

function proofOf(head: string, secret: string): string {
  return sha256Of(`opsflow intake form ${head} of ${secret}`);
}
