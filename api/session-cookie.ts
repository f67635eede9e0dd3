import { timingSafeEqual } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { Request } from 'express';
import type { Config } from '../models/config';
import { sha256Of } from '../models/hash';
import { said } from '../models/faults';
import { Problem } from './http/problem';

const NAME = 'opsflow_session';
const HARMLESS_METHODS: readonly string[] = ['GET', 'HEAD'];
/** What a browser says of a request that the product's own pages made, or that a person typed. */
const FROM_HERE: readonly string[] = ['same-origin', 'none'];

/** The token in a request's session cookie; null without one. */
export function tokenInCookie(header: string | undefined): string | null {
  return (header === undefined ? undefined : parseCookie(header)[NAME]) ?? null;
}

/** The Set-Cookie header that keeps a token in the browser, out of reach of scripts; it lasts as long as the session. */
export function cookieWith(token: string, expiresAt: Date, now: Date, isSecure: boolean): string {
  const maxAge = Math.floor((expiresAt.getTime() - now.getTime()) / 1000);
  return stringifySetCookie({ ...shape(isSecure), value: token, maxAge });
}

/** The Set-Cookie header that takes the session cookie away. */
export function cookieWithout(isSecure: boolean): string {
  return stringifySetCookie({ ...shape(isSecure), value: '', maxAge: 0 });
}

/** True where people reach the product by https only, so that the cookie need never travel in the clear. */
export function isSecure(request: Request, { PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): boolean {
  return request.secure || PUBLIC_URL?.startsWith('https:') === true;
}

/** What a request with a session cookie has to show besides; derived from the token, so that nobody without it can make it. */
export function csrfTokenOf(token: string): string {
  return sha256Of(`opsflow csrf token of ${token}`);
}

/** Refuses what another site's page makes a browser send along with its session cookie. */
export function refuseForgery(request: Request, csrfToken: string): void {
  if (HARMLESS_METHODS.includes(request.method)) return;
  mustComeFromHere(request);
  const given = Buffer.from(request.get('x-csrf-token') ?? '');
  const right = Buffer.from(csrfToken);
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw new Problem('csrf-token-wrong');
}

/** Refuses a request of which the browser itself says that another site's page made it. */
export function mustComeFromHere(request: Request): void {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && !FROM_HERE.includes(site))
    throw new Problem('csrf-token-wrong', said('sent-from', { site }));
}

function shape(secure: boolean) {
  return { name: NAME, httpOnly: true, sameSite: 'strict', path: '/', secure } as const;
}
