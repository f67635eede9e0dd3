import { createHash, timingSafeEqual } from 'node:crypto';

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/** Whether somebody may read metrics: whoever has the token, or, where none is set, whoever asks from this machine. */
export function mayReadMetrics(
  token: string | undefined,
  { authorization, address }: { authorization: string | undefined; address: string | undefined },
): boolean {
  if (token === undefined) return LOOPBACK.test(address ?? '');
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}
