import { addressOf } from './address';
import type { Client } from './client';
import { errorOf, Unreachable } from './problem';
import type { Attachment } from './types';

/** Uploads one file; `progress` is told the percentage. Only XMLHttpRequest knows how much has been sent. */
export async function upload(
  client: Client,
  file: File,
  key: string,
  progress: (percent: number) => void,
): Promise<Attachment> {
  return await new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf('/attachments'));
    for (const [name, value] of Object.entries(client.headers())) request.setRequestHeader(name, value);
    request.setRequestHeader('idempotency-key', key);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => progress(Math.round((100 * loaded) / Math.max(1, total)));
    request.onerror = () => reject(new Unreachable('upload'));
    request.onload = () => {
      if (request.status === 201) resolve(request.response as Attachment);
      else reject(errorOf(request.status, request.getResponseHeader('retry-after'), request.response));
    };
    const body = new FormData();
    body.append('file', file);
    request.send(body);
  });
}
