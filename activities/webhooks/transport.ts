import { lookup } from 'node:dns/promises';
import { request as requestByHttp, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as requestByHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { addressIn, isAllowedAddress, isAllowedHost, isFitAddress, type AllowedTargets } from '../../models/addresses';

/** A POST to an endpoint. */
export interface Posting {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came of it: an answer with the beginning of its body; or none, and whether all had been sent by then. */
export type Posted =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: string;
      readonly isWhole: boolean;
      readonly retryAfter: string;
    }
  | { readonly kind: 'unanswered'; readonly wasSent: boolean; readonly reason: string }
  | { readonly kind: 'unfit'; readonly reason: string };

/** An attempt must be over, and its result written, before its lease is. */
const ATTEMPT_IN_MS = 15_000;
/** More of an answer is not read. */
const ANSWER_IN_BYTES = 16 * 1024;

/**
 * Sends one POST, over a connection of its own. The address of the host is looked up once, checked, and used as it is, so that
 * a name cannot lead elsewhere a moment later; redirects are answers like others and not followed.
 */
export async function post(
  { url, headers, body }: Posting,
  allowed: AllowedTargets,
  attemptInMs = ATTEMPT_IN_MS,
): Promise<Posted> {
  const signal = AbortSignal.timeout(attemptInMs);
  const found = await addressesOf(url, signal);
  if (!Array.isArray(found)) return { kind: 'unanswered', wasSent: false, reason: found.reason };
  const unfit = whyUnfit(url, found, allowed);
  if (unfit) return { kind: 'unfit', reason: unfit };
  return await new Promise((resolve) => {
    const send = url.protocol === 'https:' ? requestByHttps : requestByHttp;
    const progress = { wasSent: false };
    let isAnswered = false;
    const request: ClientRequest = send(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
      agent: false,
      lookup: pinned(found),
      signal,
    });
    request.on('finish', () => {
      progress.wasSent = true;
    });
    request.on('error', (error) => {
      if (!isAnswered) resolve({ kind: 'unanswered', ...progress, reason: reasonOf(error, signal, attemptInMs) });
    });
    request.on('response', (response) => {
      isAnswered = true;
      void answerOf(response).then(resolve);
    });
    request.end(body);
  });
}

/** Why nothing may be sent to these addresses; null where it may. */
function whyUnfit(url: URL, addresses: readonly string[], allowed: AllowedTargets): string | null {
  if (isAllowedHost(url.hostname, allowed)) return null;
  const inside = addresses.find((address) => !isFitAddress(address, allowed));
  if (inside !== undefined) return `${url.hostname} leads to ${inside}, which is inside the network and not allowed`;
  if (url.protocol !== 'https:' && !addresses.every((address) => isAllowedAddress(address, allowed)))
    return 'plain http is only spoken to targets of WEBHOOK_ALLOWED';
  return null;
}

async function addressesOf(url: URL, signal: AbortSignal): Promise<string[] | { readonly reason: string }> {
  const literal = addressIn(url);
  if (literal !== null) return [literal];
  const tooLate = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(new Error('the name was not resolved in time')), { once: true }),
  );
  try {
    const found = await Promise.race([lookup(url.hostname, { all: true }), tooLate]);
    return found.map(({ address }) => address);
  } catch (error) {
    return { reason: String(error instanceof Error ? error.message : error) };
  }
}

/** Answers every question for an address with those that were checked. */
function pinned(addresses: readonly string[]): LookupFunction {
  const known = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  return (_host, options, done) => {
    const [first] = known;
    if (options.all) done(null, known);
    else if (first) done(null, first.address, first.family);
    else done(new Error('no address'), '', 4);
  };
}

/** The beginning of an answer; what comes too slowly or is too long is cut off. */
async function answerOf(response: IncomingMessage): Promise<Posted> {
  const chunks: Buffer[] = [];
  const progress = { bytes: 0, isWhole: false };
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      progress.bytes += chunk.length;
      if (progress.bytes > ANSWER_IN_BYTES) break;
    }
    progress.isWhole = progress.bytes <= ANSWER_IN_BYTES;
  } catch {
    // The status was answered all the same.
  }
  response.destroy();
  const body = Buffer.concat(chunks).subarray(0, ANSWER_IN_BYTES).toString('utf8');
  const retryAfter = response.headers['retry-after'] ?? '';
  return { kind: 'answered', status: response.statusCode ?? 0, body, isWhole: progress.isWhole, retryAfter };
}

function reasonOf(error: NodeJS.ErrnoException, signal: AbortSignal, attemptInMs: number): string {
  if (signal.aborted) return `no answer within ${attemptInMs / 1000} s`;
  return [error.code, error.message].filter(Boolean).join(' ');
}
