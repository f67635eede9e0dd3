import { linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { livingProcess, writePidFile } from '../processes/pid-file';
import { sayWhile } from '../say';
import type { Say } from '../say';
import { sleep } from '../wait';

/** A folder in which one process makes a binary before it moves it into the cache. */
export interface Stage {
  readonly folder: string;
  readonly say: Say;
}

/** The folder of binaries that all clones of a user share, one for each platform. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
  const configured = env['XDG_CACHE_HOME'];
  const base = configured !== undefined && isAbsolute(configured) ? configured : join(homedir(), '.cache');
  return join(base, 'opsflow', `${process.platform}-${process.arch}`);
}

/** Gives work a stage of its own and clears it away, with those that killed predecessors left. */
export async function inStage<T>(
  cache: string,
  name: string,
  say: Say,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  removeOrphanedStages(cache);
  const folder = mkdtempSync(join(cache, `stage-${name}-`));
  writePidFile(ownerOf(folder), process.pid);
  try {
    return await work({ folder, say });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Lets one process at a time make a binary; the others wait, and find it made. */
export async function oneAtATime<T>(cache: string, name: string, say: Say, work: () => Promise<T>): Promise<T> {
  const lock = join(cache, `${name}.lock`);
  if (!acquire(lock)) {
    await sayWhile(`${name}：等待另一个安装完成（another start is fetching it）`, say, async () => {
      while (!acquire(lock)) await sleep(500);
    });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function acquire(lock: string): boolean {
  // A lock whose holder was killed is taken over. If two do so at once both work: wasteful, but stages are separate.
  if (livingProcess(lock) === undefined) rmSync(lock, { force: true });
  const claim = `${lock}.${process.pid}.claim`;
  writePidFile(claim, process.pid);
  try {
    linkSync(claim, lock);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(claim, { force: true });
  }
}

function removeOrphanedStages(cache: string): void {
  mkdirSync(cache, { recursive: true });
  for (const entry of readdirSync(cache).filter((name) => name.startsWith('stage-'))) {
    const folder = join(cache, entry);
    if (livingProcess(ownerOf(folder)) === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function ownerOf(folder: string): string {
  return join(folder, 'owner.pid');
}
