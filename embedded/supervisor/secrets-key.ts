import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;

/** The key with which an installation on one machine keeps its secrets: made at the first start, readable by its owner only. */
export function keptSecretsKey(home: string): string {
  const file = join(home, 'secrets-key');
  if (!existsSync(file)) {
    mkdirSync(home, { recursive: true });
    writeFileSync(`${file}.new`, randomBytes(KEY_BYTES).toString('base64'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8').trim();
}
