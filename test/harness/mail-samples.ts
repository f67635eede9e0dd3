import { readFileSync } from 'node:fs';
import path from 'node:path';
import { received, type ReceivedMail } from '../../api/use-cases/intake/mail/received';

/** A mail as it came over the wire; the lines of a file may have lost their CR. */
export function sampleMail(name: string): Buffer {
  const text = readFileSync(path.join(__dirname, `../fixtures/mails/${name}.eml`), 'latin1');
  return Buffer.from(text.replaceAll(/\r?\n/g, '\r\n'), 'latin1');
}

/** A mail as the product reads it, with changes of its text. */
export async function receivedSample(
  name: string,
  ...changes: readonly [from: string, to: string][]
): Promise<ReceivedMail> {
  const text = changes.reduce((now, [from, to]) => now.replaceAll(from, to), sampleMail(name).toString('latin1'));
  return await received(Buffer.from(text, 'latin1'));
}
