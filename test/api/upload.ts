import type { Answer } from '../harness/person';
import type { ApiUnderTest } from './api-under-test';

/** A small document that may be uploaded. */
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

/** Uploads bytes under a name; the answer is returned whatever it is. */
export async function upload(
  api: ApiUnderTest,
  username: string,
  bytes: Uint8Array,
  fileName: string,
  more: { readonly key?: string; readonly type?: string } = {},
): Promise<Answer> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)], { type: more.type ?? '' }), fileName);
  const key = more.key === undefined ? {} : { key: more.key };
  return await api.as(username).send('POST', '/attachments', undefined, { rawBody: form, ...key });
}
