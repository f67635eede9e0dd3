import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { connect } from 'node:net';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Say } from '../say';

const CONNECT_TIMEOUT_IN_MS = 5_000;
const ANSWER_TIMEOUT_IN_MS = 30_000;
const STALL_TIMEOUT_IN_MS = 60_000;
const MEGABYTE = 1024 * 1024;

/** Downloads a file and answers its sha256; gives up within seconds where there is no internet. */
export async function download(url: string, file: string, step: Say): Promise<string> {
  const { response, signalProgress } = await open(url);
  if (response.body === null) throw new Error(`${url} answered without a body`);
  const total = Number(response.headers.get('content-length') ?? 0);
  const hash = createHash('sha256');
  let bytes = 0;
  const watch = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      signalProgress();
      bytes += chunk.length;
      hash.update(chunk);
      step(`${Math.round(bytes / MEGABYTE)}${total > 0 ? `/${Math.round(total / MEGABYTE)}` : ''} MB`);
      done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.fromWeb(response.body), watch, createWriteStream(file));
  } finally {
    signalProgress('end');
  }
  if (total > 0 && bytes !== total) throw new Error(`${url} broke off after ${bytes} of ${total} bytes`);
  return hash.digest('hex');
}

/** Reads a small text file. */
export async function downloadText(url: string): Promise<string> {
  const { response, signalProgress } = await open(url);
  try {
    return await response.text();
  } finally {
    signalProgress('end');
  }
}

async function open(url: string): Promise<{ response: Response; signalProgress: (end?: 'end') => void }> {
  const { hostname, port, protocol } = new URL(url);
  await mustBeReachable(hostname, Number(port || (protocol === 'http:' ? 80 : 443)));
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(new Error(`${hostname} did not answer`)), ANSWER_TIMEOUT_IN_MS);
  const signalProgress = (end?: 'end'): void => {
    clearTimeout(timer);
    if (end === undefined)
      timer = setTimeout(() => abort.abort(new Error(`${hostname} stopped sending`)), STALL_TIMEOUT_IN_MS);
  };
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok) throw new Error(`${url} answered ${response.status}`);
    return { response, signalProgress };
  } catch (error) {
    signalProgress('end');
    throw error;
  }
}

// fetch has no connect timeout of its own that could be set, and a silent firewall would cost minutes.
async function mustBeReachable(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: CONNECT_TIMEOUT_IN_MS });
    const settle = (error?: Error): void => {
      socket.destroy();
      if (error === undefined) resolve();
      else reject(error);
    };
    socket.once('connect', () => settle());
    socket.once('timeout', () =>
      settle(new Error(`${host} cannot be reached within ${CONNECT_TIMEOUT_IN_MS / 1000} s`)),
    );
    socket.once('error', (error) => settle(new Error(`${host} cannot be reached (${error.message})`)));
  });
}
