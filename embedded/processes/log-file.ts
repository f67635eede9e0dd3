import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const ROTATED_AT_BYTES = 20 * 1024 * 1024;

/** Appends lines to a log and moves it to `<file>.1` when it has grown to 20 MB. */
export class LogFile {
  private bytes: number;

  constructor(readonly path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  }

  append(line: string): void {
    if (this.bytes > ROTATED_AT_BYTES) {
      renameSync(this.path, `${this.path}.1`);
      this.bytes = 0;
    }
    appendFileSync(this.path, `${line}\n`);
    this.bytes += Buffer.byteLength(line) + 1;
  }
}
