import type { Answer } from '../harness/person';
import type { ApiUnderTest } from './api-under-test';

/** Sends a calendar file with its fields; the answer is returned whatever it is. */
export async function sendCalendarFile(
  api: ApiUnderTest,
  username: string,
  path: string,
  text: string,
  fileName: string,
  fields: Readonly<Record<string, string>> = {},
  version?: number,
): Promise<Answer> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([text]), fileName);
  const headers: Record<string, string> = version === undefined ? {} : { 'if-match': `"${version}"` };
  return await api.as(username).send('POST', path, undefined, { rawBody: form, headers });
}
