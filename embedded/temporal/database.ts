import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from './settings';

/** The database file of an embedded Temporal, and which server used it last. */
export interface TemporalDatabase {
  readonly usedBy: string | undefined;
  /** The server has started on it. */
  readonly isUsedBy: (serverVersion: string) => void;
}

/** Opens the folder of the database; one whose first start was killed is begun anew, as its schema is not made at once. */
export function openDatabase(folder: string): TemporalDatabase {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, DATABASE_FILE);
  const [unfinished, version] = [`${file}.unfinished`, `${file}.server-version`];
  if (existsSync(unfinished)) {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(`${file}${suffix}`, { force: true });
  }
  if (!existsSync(file)) writeFileSync(unfinished, '');
  return {
    usedBy: existsSync(version) ? readFileSync(version, 'utf8') : undefined,
    isUsedBy: (serverVersion) => {
      writeFileSync(version, serverVersion);
      rmSync(unfinished, { force: true });
    },
  };
}
