import { pipeline } from 'node:stream';
import type { Response } from 'express';
import type { Answer } from './route';

/**
 * Sends what a handler answered; nothing of it may be kept by a browser or on the way. A file that breaks off ends without the
 * mark of its end, so that nobody takes it for a whole one; `brokenOff` is told why.
 */
export function send(response: Response, answer: Answer, brokenOff: (why: Error) => void): void {
  response.status(answer.status).set('cache-control', 'no-store');
  if (answer.etag !== undefined) response.set('etag', `"${answer.etag}"`);
  if (answer.cookie !== undefined) response.set('set-cookie', answer.cookie);
  if (answer.file) {
    const { stream, contentType, fileName, plainName, sha256, isInline = false } = answer.file;
    const plain = plainName === undefined ? '' : ` filename="${plainName}";`;
    response.set({
      'content-type': contentType,
      'content-disposition': `${isInline ? 'inline' : 'attachment'};${plain} filename*=UTF-8''${encodedName(fileName)}`,
      ...(sha256 === undefined ? {} : { 'x-content-sha256': sha256 }),
    });
    pipeline(stream, response, (why) => {
      if (why) brokenOff(why);
    });
    return;
  }
  if (answer.body === undefined) response.end();
  else response.json(answer.shownOnce ? { ...answer.body, ...answer.shownOnce } : answer.body);
}

// RFC 8187 has a shorter list of plain characters than encodeURIComponent.
function encodedName(fileName: string): string {
  return encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
}
