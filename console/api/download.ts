import { addressOf, type Query } from './address';
import type { Client } from './client';
import { errorOf, Unreachable } from './problem';

/** Takes a file of the API and hands it to the browser to keep; what breaks off on its way is kept nowhere. */
export async function download(client: Client, path: string, query: Query = {}): Promise<void> {
  const { response, bytes } = await received(addressOf(path, query), { ...client.headers(), accept: '*/*' });
  if (!response.ok) throw errorOf(response.status, response.headers.get('retry-after'), await bodyOf(bytes));
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = fileNameIn(response.headers.get('content-disposition') ?? '');
  link.click();
  // The browser reads it after the click has been dealt with.
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}

const KEPT_FOR_MS = 60_000;

async function received(address: string, headers: Record<string, string>) {
  try {
    const response = await fetch(address, { credentials: 'same-origin', headers });
    return { response, bytes: await response.blob() };
  } catch (error) {
    throw new Unreachable(error);
  }
}

async function bodyOf(bytes: Blob): Promise<unknown> {
  try {
    return JSON.parse(await bytes.text());
  } catch {
    return undefined;
  }
}

/** The name that an answer gives its file. */
export function fileNameIn(disposition: string): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1];
  return encoded === undefined ? '' : decodeURIComponent(encoded);
}
